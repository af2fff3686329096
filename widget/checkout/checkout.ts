import type { Decided } from '../core/ask/decided.ts';
import { normalizeEmail } from '../core/contact/email.ts';
import type { PhoneRules } from '../core/contact/phone.ts';
import { typedEvidence } from '../core/identity/typed.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { toldId } from '../core/submission/toldId.ts';
import { fingerprintOf, isTagOf, settle } from '../memory/remember.ts';
import { checkoutPage } from '../platform/checkoutPage.ts';
import { loadPhone } from '../popup/loadPhone.ts';
import { stringsOf } from '../popup/stringsOf.ts';
import { destinationOf } from '../sending/destinationOf.ts';
import { noteLast } from '../sending/noteLast.ts';
import { openDelivery, prepareSubmission } from '../sending/sending.ts';
import type { CheckoutFields, CheckoutWatch } from '../signup/api.ts';
import type { SignupContext } from '../signup/session.ts';
import { type ConsentLine, mountConsentLine } from '../ui/mountConsentLine.tsx';

/**
 * Follows a host's checkout. A number with a remembered consent asks nothing, however it is written; another one shows
 * a consent line, unticked and bound to the current number. Everything is made ready when the box is ticked, so that
 * the host's submit only has to hand it over: its form is never blocked or delayed.
 */
export async function watchCheckout(context: SignupContext, fields: CheckoutFields): Promise<CheckoutWatch> {
  const { settings, runtime, events } = context;
  // Opened now: on the host's submit there is no time left to fetch anything.
  const delivery = openDelivery(context);
  await settle(runtime);
  const { platform } = runtime;
  const page = checkoutPage(fields);
  const country = context.homeCountry();
  let line: ConsentLine | undefined;
  let number: string | undefined;
  let tickedAt: string | undefined;
  let ready: Submission | undefined;
  /** What is being made ready, since the box was ticked or the email changed. */
  let making: Promise<Submission | undefined> | undefined;
  let turn = 0;
  let phone: PhoneRules | undefined;

  const clear = () => {
    line?.remove();
    line = undefined;
    number = undefined;
    tickedAt = undefined;
    ready = undefined;
    making = undefined;
  };

  const changed = async () => {
    const mine = ++turn;
    runtime.reread();
    const text = page.value('phone');
    if (!text.trim()) return clear();
    phone ??= await loadPhone(context);
    if (phone.parse(text, country).kind === 'pending') {
      // What was ticked was for another number: it must not go out while this one is being read.
      clear();
      await phone.settle(text, country);
    }
    const parsed = phone.parse(text, country);
    if (parsed.kind !== 'ok' && parsed.kind !== 'unlikely') return mine === turn ? clear() : undefined;
    const email = normalizeEmail(page.value('email'));
    const isConsented = await hasConsent(parsed.e164);
    const whose = await whoseEmail(email.kind === 'ok' ? email.email : undefined);
    // A later change has overtaken this one.
    if (mine !== turn) return;
    if (isConsented && whose !== 'another') return clear();
    const slot = page.slot();
    if (!slot) return clear();
    if (number !== parsed.e164 || !line?.isIn(slot)) {
      // A tick is for one number only.
      clear();
      number = parsed.e164;
      const localeFile = await stringsOf(context);
      if (mine !== turn) return;
      line = mountConsentLine(slot, settings, localeFile, phone.format(parsed.e164), (isTicked) => {
        tickedAt = isTicked ? new Date(platform.now()).toISOString() : undefined;
        void prepare();
      });
    }
    await prepare();
  };

  const prepare = async () => {
    const mine = ++turn;
    ready = undefined;
    making = line && number && tickedAt ? make(line, number, tickedAt) : undefined;
    const made = await making;
    if (mine === turn) ready = made;
  };

  const make = async (line: ConsentLine, number: string, tickedAt: string): Promise<Submission | undefined> => {
    // Read before anything is waited for: the page may go on, and what is recorded is what was shown.
    const shown = [line.shown(tickedAt)];
    const email = normalizeEmail(page.value('email'));
    const typed = email.kind === 'ok' ? email.email : undefined;
    const decision: Decided = { ...context.decide(true), ask: 'consent', reason: 'known-needs-consent' };
    // The remembered person's own email adds nothing to what is known; anybody else's is a claim of its own.
    const isTheirs = typed === undefined || (await whoseEmail(typed)) === 'remembered';
    const untyped = context.resolve([]);
    const now = new Date(platform.now()).toISOString();
    const submission = await prepareSubmission(context, {
      decision,
      identity:
        isTheirs && (untyped.isRemembered || typed === undefined)
          ? untyped
          : context.resolve(typedEvidence(typed, decision, decision.identity, now)),
      ...(typed ? { email: typed } : {}),
      phone: number,
      shown,
    });
    return submission || undefined;
  };

  const hasConsent = async (e164: string) => {
    const tag = await fingerprintOf(runtime, e164);
    return runtime.memory().acknowledged.consents.some((c) => c.channel === 'sms' && c.tag === tag);
  };
  /**
   * Whether the email at the checkout is the remembered person's. A person who signed up through a link has typed none
   * yet, so it may be anybody's.
   */
  const whoseEmail = async (email: string | undefined): Promise<'remembered' | 'another' | 'unsaid'> => {
    const known = runtime.memory().acknowledged.emailTag;
    if (email === undefined || known === undefined) return 'unsaid';
    return (await isTagOf(runtime, known, email)) ? 'remembered' : 'another';
  };

  const commit = async () => {
    // Ticked and sent in the same moment: what is to be sent is still being made, and must not be lost for that.
    const coming = ready ?? making;
    turn += 1;
    ready = undefined;
    making = undefined;
    const made = await coming;
    if (!made) return;
    // The shopper goes to the next page, so nobody could enter a code.
    const widget = { ...made.widget, unattended: true };
    const submission = { ...made, createdAt: new Date(platform.now()).toISOString(), widget };
    events.emit('submit', { id: toldId(submission.id), ask: 'consent', reason: 'known-needs-consent' });
    void delivery.send(destinationOf(settings), submission).then((answer) => {
      noteLast(context, submission, answer);
      if (answer.kind === 'taken') events.emit('sent', { id: toldId(submission.id), outcome: answer.receipt.outcome });
      if (answer.kind === 'waiting') events.emit('waiting', { id: toldId(submission.id) });
    });
  };

  const send = () => void commit().catch(() => {});
  const undo = page.listen(() => void changed().catch(clear), send);
  void changed().catch(clear);
  return Object.assign(
    () => {
      turn += 1;
      undo();
      clear();
    },
    { commit: send },
  );
}
