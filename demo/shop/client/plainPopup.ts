// The plain popup of /compare: it asks everybody for the number, whatever the link, and posts only that. Otherwise it is well
// made: its box is unticked, a number is converted to E.164 or refused, and a visitor who has answered is not asked again.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { plainSubmission } from './plain/submission.ts';

const answeredKey = 'demo_plain_answered';

function start(dialog: HTMLDialogElement): void {
  const { store = '', delay } = dialog.dataset;
  const part = <T extends Element = HTMLElement>(selector: string) => dialog.querySelector(selector) as T;
  const number = part<HTMLInputElement>('#plain-number');
  const words = part('.plain-words');
  const button = part<HTMLButtonElement>('.plain-submit');
  let checkedAt = '';

  const phone = () => parsePhoneNumberFromString(number.value, 'GB');
  number.addEventListener('input', () => {
    number.setCustomValidity(phone()?.isPossible() ? '' : 'Enter a mobile number, like 07700 900982');
  });
  part('#plain-box').addEventListener('change', () => {
    checkedAt = new Date().toISOString();
  });
  part('.plain-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    const isTaken = await post({
      store,
      to: phone()?.number ?? '',
      text: words.textContent ?? '',
      links: [...words.querySelectorAll('a')].map(({ href }) => href),
      checkedAt,
      page: location.origin + location.pathname,
    });
    button.disabled = false;
    part('.plain-form').hidden = isTaken;
    part('[role="status"]').textContent = isTaken ? 'You’re signed up.' : 'That didn’t go through. Please try again.';
  });
  dialog.addEventListener('close', () => sessionStorage.setItem(answeredKey, store));
  if (sessionStorage.getItem(answeredKey) !== store) setTimeout(() => dialog.showModal(), Number(delay));
}

async function post(pressed: Parameters<typeof plainSubmission>[0]): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(plainSubmission(pressed));
  const answer = await fetch('/v1/submissions', { method: 'POST', headers, body }).catch(() => undefined);
  return answer?.ok === true;
}

const dialog = document.querySelector<HTMLDialogElement>('.plain-popup');
if (dialog) start(dialog);
