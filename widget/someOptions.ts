// What only some owners' options need, and each too small for a request of its own.
import { alsoIdentify } from './alsoIdentify.ts';
import { chooseVariant } from './chooseVariant.ts';
import { ownWording } from './ownWording.ts';
import { closeByHand, showOverPage } from './ui/onPage.ts';
import { ownTexts } from './ui/ownTexts.ts';

export { alsoIdentify, chooseVariant, closeByHand, ownTexts, ownWording, showOverPage };
