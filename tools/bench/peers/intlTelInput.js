// The hand-written popup in plain DOM with intl-tel-input and its utils; its style sheet and flags are left out.
import intlTelInput from 'intl-tel-input/intlTelInputWithUtils';

export function open() {
  const dialog = document.createElement('dialog');
  const form = document.createElement('form');
  const label = document.createElement('label');
  const input = document.createElement('input');
  const button = document.createElement('button');
  input.type = 'tel';
  input.id = 'phone';
  label.htmlFor = 'phone';
  label.textContent = 'Mobile number';
  button.textContent = 'Sign up';
  form.append(label, input, button);
  dialog.append(form);
  document.body.append(dialog);
  const rules = intlTelInput(input, { initialCountry: 'gb' });
  form.onsubmit = async (event) => {
    event.preventDefault();
    const status = document.createElement('p');
    status.role = 'status';
    status.textContent = 'That did not work.';
    dialog.append(status);
    if (!rules.isValidNumber()) return;
    const answer = await fetch('/v1/submissions', {
      method: 'POST',
      body: JSON.stringify({ phone: rules.getNumber() }),
    });
    if (answer.ok) status.textContent = 'Thank you.';
  };
  dialog.showModal();
  input.focus();
}
