import type { Settings } from './config/settings.ts';
import type { SignupContext } from './context.ts';
import { homeCountry } from './core/contact/country.ts';
import { previewState, readPreview } from './core/flow/previewState.ts';
import { lookOf } from './lookOf.ts';
import { legalTextFor } from './ui/legalText.tsx';
import { mountPopup, type PopupView } from './ui/mountPopup.tsx';
import { wordsFor } from './wordsFor.ts';

/**
 * Shows one state of the popup for carriers' reviewers and QA: whoever looks, whatever is remembered. Its buttons close it,
 * copy its coupon, or do nothing. Nothing is stored, nothing sent, and nothing counted.
 */
export async function showPreview({ settings: own, runtime, load, undos }: SignupContext, text: string): Promise<void> {
  const asked = readPreview(text);
  const { region, ...options } = asked.options;
  const settings = {
    ...own,
    ...options,
    // The strictest wording is the one of no region.
    ...(region ? { region: region === 'strict' ? undefined : region } : {}),
    ...(options.layout === 'inline' ? { into: own.into ?? 'body' } : {}),
  } as Settings;
  const spoken = wordsFor(settings, runtime.platform.page().language, navigator.languages);
  const country = homeCountry(settings.country, settings.region, navigator.languages);
  const [words, look, phone] = await Promise.all([
    spoken,
    lookOf(settings, spoken),
    load.phone(country).then(
      (m) => m.phoneRules,
      () => undefined,
    ),
  ]);
  if (!look) return;
  const verifying = asked.name === 'verify' ? await import('./verify.ts') : undefined;
  const state = previewState(asked, country);
  const nothing = () => {};
  let view: PopupView | undefined;
  const remove = () => view?.remove();
  view = mountPopup({
    state,
    settings: look.settings,
    words,
    legal: legalTextFor(look.settings, words.legal),
    isStorageOpen: true,
    namedNumber: '+447700900982',
    focusesField: false,
    layout: look.layout,
    into: look.into,
    onPage: look.onPage,
    dress: look.dress,
    code: verifying && {
      Step: verifying.CodeStep,
      state: verifying.openingCode(0, 30_000),
      actions: { typedCode: nothing, confirm: nothing, resend: nothing, later: () => remove() },
    },
    Further: look.further?.Fields,
    onRemoved: nothing,
    actions: {
      typed: nothing,
      ticked: nothing,
      press: nothing,
      notYou: nothing,
      anotherNumber: nothing,
      country: nothing,
      unfold: nothing,
      skip: nothing,
      alreadySignedUp: remove,
      close: remove,
    },
  });
  view.update({ phone });
  undos.push(remove);
}
