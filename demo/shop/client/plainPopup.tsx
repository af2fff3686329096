// The plain popup of /compare: it asks everybody for the number, whoever comes by whatever link, and posts that alone. Decent
// otherwise: its box is unticked, a number is brought into E.164 or refused, and whoever has answered is left alone.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { render } from 'preact';
import { PlainPopup, type PlainState } from './plain/PlainPopup.tsx';
import { newUuid, plainSubmission } from './plain/submission.ts';

const tag = document.getElementById('plain-signup');
const store = tag?.dataset.store ?? '';
const answeredKey = 'demo_plain_answered';

let state: PlainState = { number: '', isTicked: false, problem: undefined, phase: 'form' };
let tickedAt = '';
const place = document.createElement('div');

function set(change: Partial<PlainState>): void {
  state = { ...state, ...change };
  draw();
}

function draw(): void {
  const popup = (
    <PlainPopup
      state={state}
      onNumber={(number) => set({ number, problem: undefined })}
      onTick={(isTicked) => {
        tickedAt = new Date().toISOString();
        set({ isTicked, problem: undefined });
      }}
      onPress={press}
      onClose={close}
    />
  );
  render(popup, place);
}

function close(): void {
  render(null, place);
  place.remove();
  try {
    sessionStorage.setItem(answeredKey, store);
  } catch {
    // Then it asks again on the next page.
  }
}

function hasAnswered(): boolean {
  try {
    return sessionStorage.getItem(answeredKey) === store;
  } catch {
    return false;
  }
}

async function press(): Promise<void> {
  const number = parsePhoneNumberFromString(state.number, 'GB');
  if (!number?.isPossible()) {
    return set({ problem: { at: 'number', text: 'Enter a mobile number, like 07700 900982' } });
  }
  if (!state.isTicked) return set({ problem: { at: 'box', text: 'Tick this box so that we may text you.' } });
  const words = place.querySelector('.plain-words');
  const submission = plainSubmission({
    store,
    phone: number.number,
    words: words?.textContent ?? '',
    links: [...(words?.querySelectorAll('a') ?? [])].map(({ href }) => href),
    tickedAt,
    pressedAt: new Date().toISOString(),
    page: location.origin + location.pathname,
    newId: newUuid,
  });
  set({ phase: 'sending', problem: undefined });
  const isTaken = await post(submission);
  if (isTaken) set({ phase: 'done' });
  else set({ phase: 'form', problem: { at: 'number', text: 'That didn’t go through. Please try again.' } });
}

async function post(submission: unknown): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/v1/submissions', { method: 'POST', headers, body: JSON.stringify(submission) });
    return answer.ok;
  } catch {
    return false;
  }
}

function open(): void {
  document.body.append(place);
  draw();
  place.querySelector('dialog')?.showModal();
}

const isCheckout = location.pathname.startsWith('/checkout');
if (tag && !isCheckout && !hasAnswered()) {
  setTimeout(open, Number(tag.dataset.delay ?? '600'));
}
