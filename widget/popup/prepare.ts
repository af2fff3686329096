import { inIdleTime } from '../platform/inIdleTime.ts';
import type { SignupContext } from '../signup/session.ts';
import { loadPhone } from './loadPhone.ts';
import { partsOf, settingOf } from './partsOf.ts';
import { preparePopup } from './preparePopup.ts';
import { readPopupOptions } from './readPopupOptions.ts';

/**
 * While the popup waits for its moment: fetches what it is drawn with and, when the page has nothing else to do, draws
 * it. What fails here fails again, and is reported, when the popup is to open.
 */
export async function prepare(context: SignupContext): Promise<void> {
  const { settings } = context;
  if (context.prepared || context.isOpening || context.hasOpened) return;
  // An inline form is shown at once, and a holdout share is drawn when the visitor sees the form, not before.
  if (readPopupOptions(settings).isInline || settings.variants) return;
  const { ask } = context.decide(true);
  const setting = settingOf(context);
  const needsPhone = ask !== 'email' && ask !== 'nothing';
  const [parts, phone] = await Promise.all([
    partsOf(context),
    needsPhone ? loadPhone(context).catch(() => undefined) : undefined,
  ]);
  inIdleTime([
    () => {
      const { presentation } = parts;
      const decision = context.decide();
      const isForm = decision.ask !== 'nothing' && decision.ask !== 'consent';
      if (context.isDestroyed || context.isOpening || !presentation || !isForm) return;
      const popup = preparePopup(context, {
        ...parts,
        presentation,
        phone,
        decision,
        isOpenedByHost: false,
      });
      context.amend({ prepared: { ...parts, setting, phone, popup } });
    },
  ]);
}
