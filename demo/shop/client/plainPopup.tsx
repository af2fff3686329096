// The plain popup of /compare: it asks everybody for the number, whatever the link, and posts only that. Otherwise it is well
// made: its box is unticked, a number is converted to E.164 or refused, and a visitor who has answered is not asked again.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { render } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { newUuid, plainSubmission } from './plain/submission.ts';

const tag = document.getElementById('plain-signup');
const store = tag?.dataset.store ?? '';
const answeredKey = 'demo_plain_answered';
const place = document.createElement('div');

interface Trouble {
  readonly at: 'number' | 'box';
  readonly text: string;
}

/** One field, one unticked box, one button. */
function PlainPopup() {
  const [phase, setPhase] = useState<'form' | 'sending' | 'done'>('form');
  const [trouble, setTrouble] = useState<Trouble>();
  const number = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const tickedAt = useRef('');

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const phone = parsePhoneNumberFromString(number.current?.value ?? '', 'GB');
    if (!phone?.isPossible()) return setTrouble({ at: 'number', text: 'Enter a mobile number, like 07700 900982' });
    if (!tickedAt.current) return setTrouble({ at: 'box', text: 'Tick this box so that we may text you.' });
    const submission = plainSubmission({
      store,
      phone: phone.number,
      words: words.current?.textContent ?? '',
      links: [...(words.current?.querySelectorAll('a') ?? [])].map(({ href }) => href),
      tickedAt: tickedAt.current,
      pressedAt: new Date().toISOString(),
      page: location.origin + location.pathname,
      newId: newUuid,
    });
    setTrouble(undefined);
    setPhase('sending');
    const isTaken = await post(submission);
    setPhase(isTaken ? 'done' : 'form');
    if (!isTaken) setTrouble({ at: 'number', text: 'That didn’t go through. Please try again.' });
  }

  const told = trouble && (
    <p class="plain-problem" id="plain-problem">
      {trouble.text}
    </p>
  );
  const invalid = (at: Trouble['at']) => (trouble?.at === at ? 'true' : undefined);
  return (
    <dialog
      class="plain-popup"
      aria-labelledby="plain-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <button type="button" class="plain-close" aria-label="Close" onClick={close}>
        <span aria-hidden="true">×</span>
      </button>
      <h2 id="plain-title">{phase === 'done' ? 'Thank you' : 'Coffee news by text'}</h2>
      {phase === 'done' ? (
        <p role="status">You’re signed up.</p>
      ) : (
        <>
          <p>Be the first to hear of new coffees and offers.</p>
          <form noValidate onSubmit={send} onInput={() => setTrouble(undefined)}>
            <label for="plain-number">Mobile number</label>
            <input
              id="plain-number"
              ref={number}
              type="tel"
              autoComplete="tel"
              aria-invalid={invalid('number')}
              aria-describedby={invalid('number') && 'plain-problem'}
            />
            {invalid('number') && told}
            <div class="plain-words" ref={words}>
              <p class="plain-box">
                <input
                  id="plain-box"
                  type="checkbox"
                  aria-invalid={invalid('box')}
                  aria-describedby={invalid('box') ? 'plain-problem plain-print' : 'plain-print'}
                  onChange={(event) => {
                    tickedAt.current = event.currentTarget.checked ? new Date().toISOString() : '';
                  }}
                />
                <label for="plain-box">Text me Harbor Coffee’s news and offers. </label>
              </p>
              <p class="plain-print" id="plain-print">
                Harbor Coffee will send marketing texts to this number. How often varies. You can stop at any time:
                reply STOP to any text. <a href="/terms">Terms</a> · <a href="/privacy">Privacy</a>
              </p>
            </div>
            {invalid('box') && told}
            <button type="submit" class="plain-submit" disabled={phase === 'sending'}>
              {phase === 'sending' ? 'Sending…' : 'Sign up'}
            </button>
          </form>
        </>
      )}
    </dialog>
  );
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

function open(): void {
  document.body.append(place);
  render(<PlainPopup />, place);
  place.querySelector('dialog')?.showModal();
}

const isCheckout = location.pathname.startsWith('/checkout');
if (tag && !isCheckout && !hasAnswered()) {
  setTimeout(open, Number(tag.dataset.delay ?? '600'));
}
