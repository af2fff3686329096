import type { RawOptions, Settings } from '../config/settings.ts';
import { previewState, readPreview } from '../core/flow/previewState.ts';
import { fetchFile } from '../files/fetchFile.ts';
import type { SignupContext } from '../signup/session.ts';
import { consentTextFor } from '../ui/consentText.tsx';
import { createPopupView, type PopupView } from '../ui/createPopupView.tsx';
import { EmailHelp } from '../ui/EmailHelp.tsx';
import { laterViews } from '../ui/laterViews.ts';
import { loadPhone } from './loadPhone.ts';
import { presentationOf } from './presentationOf.ts';
import { stringsFor } from './stringsFor.ts';

/**
 * Shows one state of the popup for carriers' reviewers and QA: whoever looks, whatever is remembered. Its buttons close it,
 * copy its coupon, or do nothing. Nothing is stored, nothing sent, and nothing counted.
 */
export async function showPreview(context: SignupContext, text: string): Promise<void> {
  const { settings: given, runtime, undos } = context;
  const asked = readPreview(text);
  const { region: ownRegion, into, ...own }: Settings & RawOptions = given;
  const { layout, region = ownRegion, locale, theme } = asked.options;
  // Raw options laid over the owner's, and read as theirs are.
  const settings = {
    ...own,
    ...(layout ? { layout } : {}),
    ...(locale ? { locale } : {}),
    ...(theme ? { theme } : {}),
    // Without a region the consent text is the strictest.
    ...(region && region !== 'strict' ? { region } : {}),
    into: layout === 'inline' ? (into ?? 'body') : into,
  } as Settings;
  const spoken = stringsFor(
    settings,
    runtime.platform.page().language,
    runtime.platform.page().languages,
    (name, load) => fetchFile(context, name, load),
  );
  const [localeFile, presentation, phone] = await Promise.all([
    spoken,
    presentationOf(context, settings, spoken),
    loadPhone(context).catch(() => undefined),
  ]);
  if (!presentation) return;
  const verifying = asked.name === 'verify' ? await import('../sending/verify.ts') : undefined;
  const state = previewState(asked, context.homeCountry(settings));
  const nothing = () => {};
  let view: PopupView | undefined;
  const remove = () => view?.remove();
  view = createPopupView({
    state,
    settings: presentation.settings,
    localeFile,
    consentText: consentTextFor(presentation.settings, localeFile.consentTexts),
    isStorageGranted: true,
    namedNumber: '+447700900982',
    phone,
    layout: presentation.layout,
    onPage: presentation.onPage,
    later: laterViews,
    EmailHelp,
    code: verifying && {
      Step: verifying.CodeStep,
      state: verifying.openingCode(0, 30_000),
      actions: { typedCode: nothing, confirm: nothing, resend: nothing, later: () => remove() },
    },
    ExtraFields: presentation.extraFields?.Fields,
    actions: {
      typed: nothing,
      filled: nothing,
      ticked: nothing,
      submit: nothing,
      notYou: nothing,
      anotherNumber: nothing,
      phoneShown: nothing,
      country: nothing,
      unfold: nothing,
      skip: nothing,
      alreadySignedUp: remove,
      close: remove,
    },
  });
  view.addStyles(laterViews.css);
  if (verifying) view.addStyles(verifying.css);
  if (presentation.extraFields) view.addStyles(presentation.extraFields.css);
  view.show({ focusesField: false, into: presentation.into, applyTheme: presentation.applyTheme, onRemoved: nothing });
  undos.push(remove);
}
