// What only some owners' options need, and each too small for a request of its own.

import { closeByHand, showOverPage } from '../ui/onPage.ts';
import { ownTexts } from '../ui/ownTexts.ts';
import { alsoIdentify } from './alsoIdentify.ts';
import { chooseVariant } from './chooseVariant.ts';
import { openUnlessHeldOut } from './openUnlessHeldOut.ts';
import { ownConsentTexts } from './ownConsentText.ts';
import { waitForSlot } from './waitForSlot.ts';

export {
  alsoIdentify,
  chooseVariant,
  closeByHand,
  openUnlessHeldOut,
  ownConsentTexts,
  ownTexts,
  showOverPage,
  waitForSlot,
};
