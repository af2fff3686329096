import type { Decided } from '../core/ask/decided.ts';
import { pageValue } from '../core/identity/pageValue.ts';
import { remembersAlreadySignedUp, remembersDismissal, remembersShown } from '../core/memory/changes.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { remember } from '../memory/remember.ts';
import { nextTask } from '../platform/nextTask.ts';
import { isHidden, onceVisible } from '../platform/onLeave.ts';
import { isDialogInSight } from '../platform/otherDialog.ts';
import type { CloseReason } from '../signup/events.ts';
import type { MemoryChange } from '../signup/page.ts';
import type { SignupContext } from '../signup/session.ts';
import { senderLine } from '../ui/consentText.tsx';
import { failed } from './failed.ts';
import { fetchSomeOptions } from './fetchSomeOptions.ts';
import { isBarred } from './isBarred.ts';
import { loadPhone } from './loadPhone.ts';
import { measure } from './measure.ts';
import { hearAnswers } from './otherPopups.ts';
import { partsOf, settingOf } from './partsOf.ts';
import type { PopupParts, Prepared } from './popupParts.ts';
import { openingOf, preparePopup } from './preparePopup.ts';
import { readPopupOptions } from './readPopupOptions.ts';

/** How a visitor dismisses it. */
const dismissals: readonly CloseReason[] = ['close', 'escape', 'backdrop'];

/** Opens the popup, if there still is something to ask once its code has arrived. */
export async function show(context: SignupContext, isOpenedByHost: boolean): Promise<void> {
  const { settings, runtime, events } = context;
  // An inline form covers nothing, and nothing covers it.
  const { isInline } = readPopupOptions(settings);
  if (context.isDestroyed || context.isOpening || (!isInline && runtime.openSignup !== undefined)) return;
  // Taken before anything is waited for: never two popups at once.
  context.amend({ isOpening: true });
  if (!isInline) runtime.amend({ openSignup: settings.id });
  const free = () => {
    context.amend({ isOpening: false });
    if (runtime.openSignup === settings.id) runtime.amend({ openSignup: undefined });
  };
  const seconds = () => Math.floor(runtime.platform.now() / 1000);
  // At once: whoever closes it and leaves the page in the same moment has closed it all the same.
  const note = (change: MemoryChange) => remember(runtime, change);
  try {
    hearAnswers(context);
    measure(context);
    const { prepared } = context;
    const ready: Prepared = prepared?.setting === settingOf(context) ? prepared : await partsOf(context);
    const { presentation } = ready;
    // The visitor may have signed up in another tab, or asked there not to be asked again.
    runtime.reread();
    // What the past keeps closed is what opens by itself.
    const decision = context.decide(isOpenedByHost || isInline);
    const again = () => void show(context, isOpenedByHost).catch((error) => failed(context, undefined, error));
    // In a tab that nobody looks at it would count as shown, and nobody would have seen it.
    context.amend({ isHidden: !isOpenedByHost && !isInline && isHidden() });
    if (context.isHidden) {
      free();
      context.undos.push(onceVisible(again));
      return;
    }
    context.amend({ lacksSlot: isInline && !presentation });
    if (context.lacksSlot && !isBarred(decision.reason)) {
      free();
      return (await fetchSomeOptions(context)).waitForSlot(context, again);
    }
    // The law of Canada asks for the sender; the entry script only looks whether there is one.
    const lacksSender = settings.region === 'ca' && !senderLine(settings.sender);
    const lacksLinks = ![settings.terms, settings.privacy].every(isWebAddress);
    const staysClosed = lacksSender || lacksLinks || isBarred(decision.reason);
    if (context.isDestroyed || !presentation || staysClosed || (decision.ask === 'nothing' && !isOpenedByHost))
      return free();
    context.undoWait?.();
    context.amend({ isWaitingForOthers: !isOpenedByHost && !isInline && isDialogInSight() });
    if (context.isWaitingForOthers) {
      free();
      const { waitForOthers } = await fetchFile(context, 'triggers', () => import('./triggers.ts'));
      return waitForOthers(context, again);
    }
    if (settings.alsoIdentify) {
      void fetchSomeOptions(context)
        .then((m) => m.alsoIdentify(context))
        .catch(() => {});
    }
    const onClose = (reason: CloseReason, isUnanswered: boolean) => {
      context.amend({ popup: undefined });
      free();
      // Closing the panel after an answer is no dismissal.
      if (isUnanswered && dismissals.includes(reason)) note((m) => remembersDismissal(m, seconds()));
      events.emit('close', { reason });
    };
    const parts = {
      ...ready,
      presentation,
      decision,
      isOpenedByHost,
      ...(await furtherParts(context, decision)),
    };
    const isDrawn = ready.popup?.drawnFor === openingOf(context, parts).drawnFor;
    const popup = isDrawn && ready.popup ? ready.popup : preparePopup(context, parts);
    // What follows is the browser's work above all, its styles and its layout: in one task with the above it would be a long one.
    await nextTask();
    if (context.isDestroyed) return free();
    context.amend({ prepared: undefined, hasOpened: true, failure: undefined, popup: popup.handle });
    popup.open({
      isOpenedByHost,
      onAlreadySignedUp: () => note((m) => remembersAlreadySignedUp(m, seconds())),
      onClose,
    });
    // It could not be shown.
    if (!context.popup) return;
    const quiet = settings.frequency.quietDays * 86_400;
    if (!isOpenedByHost && !isInline) note((m) => remembersShown(m, seconds(), quiet));
    events.emit('open', { ask: decision.ask, reason: decision.reason, isOpenedByHost });
  } catch (error) {
    free();
    throw error;
  }
}

/** What a popup cannot be drawn without for this ask, and other popups can. */
async function furtherParts(
  context: SignupContext,
  { ask, identity }: Decided,
): Promise<Pick<PopupParts, 'phone' | 'later'>> {
  if (ask === 'nothing') {
    return { later: (await fetchFile(context, 'sending', () => import('../sending/sending.ts'))).laterViews };
  }
  if (ask !== 'consent') return {};
  const phone = await loadPhone(context);
  await phone.settle(pageValue(identity, 'phone') ?? '', context.homeCountry());
  return { phone };
}

/** The consent text links to it, so it must be an http(s) address or a path, and no script. */
function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text, 'https://site.example').protocol);
  } catch {
    return false;
  }
}
