import { render } from 'preact';
import type { Settings } from '../config/settings.ts';
import type { ShownConsent } from '../core/contact/consent.ts';
import type { LocaleFile } from '../locales/localeFile.ts';
import { Consent } from './Consent.tsx';
import { consentSlots, consentTextFor } from './consentText.tsx';
import { fill } from './fill.tsx';
import { createHost } from './host.ts';
import { shownConsent } from './shownConsent.ts';
import { unrecorded } from './unrecorded.ts';

/** One consent line inside the host's own form. */
export interface ConsentLine {
  isIn(slot: Element): boolean;
  isTicked(): boolean;
  shown(checkedAt: string): ShownConsent;
  remove(): void;
}

/** Draws the unticked consent line for one number into the host's slot. */
export function mountConsentLine(
  slot: Element,
  settings: Settings,
  localeFile: LocaleFile,
  number: string,
  onTicked: (isTicked: boolean) => void,
): ConsentLine {
  const host = createHost(settings.nonce);
  slot.append(host.element);
  const consentText = consentTextFor(settings, localeFile.consentTexts);
  const slots = {
    ...consentSlots(settings, consentText),
    number: (
      <bdi translate={false} {...unrecorded()}>
        {number}
      </bdi>
    ),
  };
  const draw = (isTicked: boolean) =>
    render(
      <Consent
        channel="sms"
        locale={consentText.locale}
        text={fill(consentText.smsNamed, slots)}
        print={fill(consentText.smsPrint, slots)}
        hasBox
        isTicked={isTicked}
        problem={undefined}
        onTicked={(now) => {
          draw(now);
          onTicked(now);
        }}
      />,
      host.root,
    );
  draw(false);
  return {
    isIn: (place) => host.element.isConnected && place.contains(host.element),
    isTicked: () => !!host.root.querySelector('input')?.checked,
    shown: (checkedAt) =>
      shownConsent(
        host.root.querySelector('[data-ha-words]') ?? host.element,
        'sms',
        consentText,
        'checkbox',
        checkedAt,
      ),
    remove() {
      render(null, host.root);
      host.remove();
    },
  };
}
