import type { Settings } from '../config/settings.ts';
import { previewState, readPreview } from '../core/flow/previewState.ts';
import { fetchFile } from '../files/fetchFile.ts';
import type { SignupContext } from '../signup/session.ts';
import { createPopupView, type PopupView } from '../ui/createPopupView.tsx';
import { EmailHelp } from '../ui/EmailHelp.tsx';
import { laterViews } from '../ui/laterViews.ts';
import { legalTextFor } from '../ui/legalText.tsx';
import { loadPhone } from './loadPhone.ts';
import { lookOf } from './presentationOf.ts';
import { wordsFor } from './stringsFor.ts';

/**
 * Shows one state of the popup for carriers' reviewers and QA: whoever looks, whatever is remembered. Its buttons close it,
 * copy its coupon, or do nothing. Nothing is stored, nothing sent, and nothing counted.
 */
export async function showPreview(context: SignupContext, text: string): Promise<void> {
  const { settings: own, runtime, undos } = context;
  const asked = readPreview(text);
  const { region, ...options } = asked.options;
  const settings = {
    ...own,
    ...options,
    // The strictest wording is the one of no region.
    ...(region ? { region: region === 'strict' ? undefined : region } : {}),
    ...(options.layout === 'inline' ? { into: own.into ?? 'body' } : {}),
  } as Settings;
  const spoken = wordsFor(settings, runtime.platform.page().language, navigator.languages, (name, load) =>
    fetchFile(context, name, load),
  );
  const [words, look, phone] = await Promise.all([
    spoken,
    lookOf(context, settings, spoken),
    loadPhone(context).catch(() => undefined),
  ]);
  if (!look) return;
  const verifying = asked.name === 'verify' ? await import('../sending/verify.ts') : undefined;
  const state = previewState(asked, context.homeCountry(settings));
  const nothing = () => {};
  let view: PopupView | undefined;
  const remove = () => view?.remove();
  view = createPopupView({
    state,
    settings: look.settings,
    words,
    legal: legalTextFor(look.settings, words.legal),
    isStorageOpen: true,
    namedNumber: '+447700900982',
    phone,
    layout: look.layout,
    onPage: look.onPage,
    later: laterViews,
    EmailHelp,
    code: verifying && {
      Step: verifying.CodeStep,
      state: verifying.openingCode(0, 30_000),
      actions: { typedCode: nothing, confirm: nothing, resend: nothing, later: () => remove() },
    },
    Further: look.further?.Fields,
    actions: {
      typed: nothing,
      filled: nothing,
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
  view.addStyles(laterViews.css);
  if (look.further) view.addStyles(look.further.css);
  view.show({ focusesField: false, into: look.into, applyTheme: look.applyTheme, onRemoved: nothing });
  undos.push(remove);
}
