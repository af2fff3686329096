// The tour above the shop: one sentence on what has just happened, and why. It only listens to the popup's events.
import { closedWords, decidedWords, pretendNumber, sentWords } from '../guide/guideWords.ts';
import { onSignup } from './shared/signup.ts';
import { keepInTab, keptInTab } from './shared/tab.ts';

/** What the tour has seen in this tab. */
interface TourNote {
  readonly reason: string;
  readonly outcome: string;
}

const noteKey = 'demo_tour';

const guide = document.getElementById('guide');
const says = document.getElementById('guide-says');
const card = document.getElementById('guide-card');

let reason = 'unknown';
let note: TourNote | undefined;
let isVerifying = false;

function say(words: string): void {
  if (says) says.textContent = words;
}

/** Marks the current step. */
function goTo(step: number): void {
  for (const link of guide?.querySelectorAll('a[data-step]') ?? []) {
    if (link.getAttribute('data-step') === String(step)) link.setAttribute('aria-current', 'step');
    else link.removeAttribute('aria-current');
  }
}

/**
 * A modal popup covers the guide, so its sentence is shown above the popup. It cannot be reached while the popup is open,
 * but the guide has the same sentence before and after.
 */
function showCard(words: string, ask: string | undefined): void {
  // The inspector's frame has no room for it, and the inspector says more.
  if (!card?.showPopover || window.parent !== window) return;
  card.replaceChildren(words);
  // A form with everything in it leaves no room for a card above it.
  if (ask === 'email+phone' && matchMedia('(max-width: 66rem)').matches) {
    hideCard();
    return;
  }
  if (ask && ask !== 'email' && ask !== 'nothing') {
    const number = document.createElement('strong');
    number.textContent = pretendNumber;
    card.append(' A pretend number: ', number);
  }
  if (!card.matches(':popover-open')) card.showPopover();
}

function hideCard(): void {
  if (card?.matches(':popover-open')) card.hidePopover();
  card?.replaceChildren();
}

/** Says what happened to a sign-up, here and on the profiles page. */
function tell(happened: TourNote): void {
  note = happened;
  keepInTab(noteKey, note);
  const words = sentWords(note.reason, note.outcome);
  say(words);
  showCard(words, undefined);
  goTo(3);
}

onSignup('decide', (detail) => {
  // After a sign-up the popup decides again that nothing is left to ask; the result of the sign-up stays shown.
  if (note) return;
  reason = detail.reason ?? reason;
  // Before the first step nothing has happened yet.
  if (guide?.dataset.step !== '1') say(decidedWords(reason));
});
onSignup('open', (detail) => showCard(decidedWords(detail.reason ?? reason), detail.ask));
onSignup('step', (detail) => {
  reason = detail.reason ?? reason;
  if (detail.step === 'form') showCard(decidedWords(reason), detail.ask);
  // On a narrow screen the phone with the code takes the place of the card.
  if (detail.step === 'verify' && matchMedia('(max-width: 66rem)').matches) hideCard();
  if (detail.step === 'success' && isVerifying) tell({ reason, outcome: 'proven' });
  isVerifying = detail.step === 'verify';
});
onSignup('sent', (detail) => {
  tell({ reason, outcome: detail.outcome ?? 'unknown' });
});
onSignup('close', (detail) => {
  hideCard();
  if (!note && (detail.reason === 'close' || detail.reason === 'escape' || detail.reason === 'backdrop'))
    say(closedWords(reason));
});

// On the profiles page: what the visitor has just done, in the tab they did it in.
if (guide?.dataset.step === '3') {
  const last = keptInTab<TourNote>(noteKey);
  if (last) say(sentWords(last.reason, last.outcome));
}
