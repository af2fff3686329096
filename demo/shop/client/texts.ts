// The visitor's phone: when the popup waits for a code, it appears in the corner with the text message that has the code.
import type { RecordedText } from '../server/texts.ts';
import { onSignup } from './shared/signup.ts';
import { createPhone, type Phone } from './texts/createPhone.ts';

const store = document.querySelector<HTMLElement>('script[data-store]')?.dataset.store ?? '';

let submission = '';
let phone: Phone | undefined;
let stream: EventSource | undefined;

function wait(): void {
  stop();
  const seen = new Set<string>();
  stream = new EventSource(`/api/texts/stream?${new URLSearchParams({ store, submission })}`);
  stream.addEventListener('message', ({ data }) => {
    const text: RecordedText = JSON.parse(data);
    // A reconnected stream sends every text again.
    if (seen.has(text.id)) return;
    seen.add(text.id);
    phone ??= createPhone();
    phone.show(text);
  });
}

function stop(): void {
  stream?.close();
  stream = undefined;
  phone?.remove();
  phone = undefined;
}

onSignup('sent', ({ id }) => {
  submission = id ?? '';
});
onSignup('step', ({ step }) => {
  if (step === 'verify') wait();
  else stop();
});
onSignup('close', stop);
// An open connection would keep the page out of the back/forward cache.
addEventListener('pagehide', stop);
