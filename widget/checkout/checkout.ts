import type { Decided } from '../core/ask/decided.ts';
import { chosenCountry, countrySaid } from '../core/contact/chosenCountry.ts';
import { isBeyondAscii, normalizeEmail } from '../core/contact/email.ts';
import { foldText } from '../core/contact/foldText.ts';
import type { TakenFor } from '../core/contact/lookAlike.ts';
import type { PhoneRules } from '../core/contact/phone.ts';
import { typedEvidence } from '../core/identity/typed.ts';
import type { Submission } from '../core/submission/submission.gen.ts';
import { toldId } from '../core/submission/toldId.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { fingerprintOf, isTagOf, settle } from '../memory/remember.ts';
import { checkoutPage } from '../platform/checkoutPage.ts';
import { loadPhone } from '../popup/loadPhone.ts';
import { type Place, placeOf } from '../popup/placeOf.ts';
import { stringsOf } from '../popup/stringsOf.ts';
import { destinationOf } from '../sending/destinationOf.ts';
import { noteLast } from '../sending/noteLast.ts';
import { openDelivery, prepareSubmission } from '../sending/sending.ts';
import type { CheckoutFields, CheckoutWatch } from '../signup/api.ts';
import type { SignupContext } from '../signup/session.ts';
import { type ConsentLine, mountConsentLine } from '../ui/mountConsentLine.tsx';

/** A framework that throws the line out each time it is drawn has its way after so many times. */
const mostRedraws = 5;

/** A submission that is made ready, and what it was made of. */
interface Made {
  readonly key: string;
  /** The consent as it stood beside the box. */
  readonly text: string;
  readonly submission: Promise<Submission | undefined>;
}

/**
 * Follows a host's checkout. A number with a remembered consent asks nothing, however it is written; another one shows
 * a consent line, unticked and bound to the current number. Everything is made ready when the box is ticked, so that
 * the host's submit only has to hand it over: its form is never blocked or delayed. What is handed over is compared with the
 * page once more: a form that was filled in, redrawn or emptied by a script says nothing of it.
 */
export async function watchCheckout(context: SignupContext, fields: CheckoutFields): Promise<CheckoutWatch> {
  const { settings, runtime, events } = context;
  // Opened now: on the host's submit there is no time left to fetch anything.
  const delivery = openDelivery(context);
  await settle(runtime);
  const { platform } = runtime;
  const page = checkoutPage(fields);
  if (platform.page().needsSetup) {
    import('../explain/reportArguments.ts').then((m) => m.reportFieldsToOwner(fields)).catch(() => {});
  }
  let line: ConsentLine | undefined;
  let number: string | undefined;
  let tickedAt: string | undefined;
  /** What is ready since the box was ticked or the email changed. */
  let made: Made | undefined;
  let sentKey: string | undefined;
  /** What the fields said when they were read last. */
  let seen = '';
  let redraws = 0;
  let turn = 0;
  let phone: PhoneRules | undefined;
  let place: Place | undefined;
  let takenFor: TakenFor | undefined;
  const fetchLookAlikes = async () => (await fetchFile(context, 'email', () => import('../ui/EmailHelp.tsx'))).takenFor;

  const clear = () => {
    line?.remove();
    line = undefined;
    number = undefined;
    tickedAt = undefined;
    made = undefined;
  };

  /** The number in the field, as the rules that have loaded read it by the country beside it. */
  const readNumber = (): { readonly text: string; readonly country: string | undefined } | undefined => {
    const reading = page.read();
    const text = reading.phone.trim();
    if (!text || !phone) return undefined;
    const { languages } = platform.page();
    const chosen = /^\W*(\+|00)/.test(text)
      ? undefined
      : reading.said
        ? countrySaid(reading.said, phone, [...languages, 'en'], true)
        : chosenCountry(reading.clues(), phone, [...languages, 'en']);
    return chosen?.prefix
      ? { text: `+${chosen.prefix} ${text}`, country: undefined }
      : { text, country: chosen?.country ?? place?.country };
  };
  const numberNow = (): string | undefined => {
    const read = readNumber();
    const parsed = read && phone?.parse(read.text, read.country);
    // Nobody can be asked here whether an unlikely number is right, so there is no line for one.
    return parsed?.kind === 'ok' ? parsed.e164 : undefined;
  };
  const keyOf = () => {
    const { phone: text, email } = page.read();
    return JSON.stringify([text, email, numberNow(), !!page.slot()]);
  };
  /** Whether the line on the page asks for the number in the field. */
  const isAsked = () => {
    const slot = page.slot();
    if (!line || !number || !slot || !line.isIn(slot) || numberNow() !== number) return false;
    return line.shown('').text.includes(foldText(phone?.format(number) ?? number));
  };

  const changed = async (): Promise<void> => {
    const mine = ++turn;
    seen = keyOf();
    runtime.reread();
    // What was ticked was for another number: it must not go out while this one is being read.
    if (!isAsked()) clear();
    if (!page.read().phone.trim()) return;
    place ??= await placeOf(context);
    phone ??= await loadPhone(context);
    const read = readNumber();
    if (read && phone.parse(read.text, read.country).kind === 'pending') await phone.settle(read.text, read.country);
    const e164 = numberNow();
    if (mine !== turn) return;
    seen = keyOf();
    if (!e164) return clear();
    const typed = page.read().email;
    // Without what tells look-alikes apart such an address says nothing, and the number counts as before.
    if (isBeyondAscii(typed)) takenFor ??= await fetchLookAlikes().catch(() => undefined);
    const email = normalizeEmail(typed, takenFor);
    const isConsented = await hasConsent(e164);
    const whose = await whoseEmail(email.kind === 'ok' ? email.email : undefined);
    const localeFile = await stringsOf(context);
    // A later change has overtaken this one.
    if (mine !== turn) return;
    if (isConsented && whose !== 'another') return clear();
    const slot = page.slot();
    if (!slot || numberNow() !== e164) return clear();
    if (!isAsked()) {
      // A tick is for one number only.
      clear();
      number = e164;
      line = mountConsentLine(slot, settings, localeFile, phone.format(e164), (isTicked) => {
        tickedAt = isTicked ? new Date(platform.now()).toISOString() : undefined;
        made = undefined;
        if (isAsked()) prepare();
        else follow();
      });
    }
    prepare();
  };

  const prepare = () => {
    if (!line || !number || !tickedAt) {
      made = undefined;
      return;
    }
    const key = JSON.stringify([number, page.read().email, tickedAt]);
    if (made?.key === key) return;
    const { text } = line.shown(tickedAt);
    made = { key, text, submission: make(line, number, tickedAt).catch(() => undefined) };
  };

  const make = async (line: ConsentLine, number: string, tickedAt: string): Promise<Submission | undefined> => {
    // Read before anything is waited for: the page may go on, and what is recorded is what was shown.
    const shown = [line.shown(tickedAt)];
    const email = normalizeEmail(page.read().email, takenFor);
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
    // A number, a line and a tick that are on the page in this moment, and belong together.
    if (!line || !tickedAt || !isAsked() || !line.isTicked()) return follow();
    prepare();
    if (!made || made.key === sentKey || made.text !== line.shown(tickedAt).text) return;
    sentKey = made.key;
    // Ticked and sent in the same moment: what is to be sent is still being made, and must not be lost for that.
    const submitted = await made.submission;
    if (!submitted) return;
    // The shopper goes to the next page, so nobody could enter a code.
    const widget = { ...submitted.widget, unattended: true };
    const submission = { ...submitted, createdAt: new Date(platform.now()).toISOString(), widget };
    events.emit('submit', { id: toldId(submission.id), ask: 'consent', reason: 'known-needs-consent' });
    void delivery.send(destinationOf(settings), submission).then((answer) => {
      noteLast(context, submission, answer);
      if (answer.kind === 'taken') events.emit('sent', { id: toldId(submission.id), outcome: answer.receipt.outcome });
      if (answer.kind === 'waiting') events.emit('waiting', { id: toldId(submission.id) });
    });
  };

  const follow = () => void changed().catch(clear);
  const send = () => void commit().catch(() => {});
  const undo = page.listen({
    look() {
      const isNews = keyOf() !== seen;
      if (!isNews && (!line || isAsked())) return;
      redraws = isNews ? 0 : redraws + 1;
      if (redraws <= mostRedraws) follow();
    },
    reset() {
      clear();
      follow();
    },
    submit: send,
  });
  follow();
  return Object.assign(
    () => {
      turn += 1;
      undo();
      clear();
    },
    { commit: send },
  );
}
