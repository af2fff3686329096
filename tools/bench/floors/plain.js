// A hand-written popup in plain DOM: a dialog, a label, an input, a button.
export function open() {
  const dialog = document.createElement('dialog');
  const form = document.createElement('form');
  const label = document.createElement('label');
  const input = document.createElement('input');
  const button = document.createElement('button');
  input.type = 'tel';
  input.name = 'phone';
  input.autocomplete = 'tel';
  input.required = true;
  label.append('Mobile number ', input);
  button.textContent = 'Sign up';
  form.append(label, button);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const answer = await fetch('/v1/submissions', { method: 'POST', body: JSON.stringify({ phone: input.value }) });
    const status = document.createElement('p');
    status.role = 'status';
    status.textContent = answer.ok ? 'Thank you.' : 'That did not work. Please try again.';
    if (answer.ok) dialog.replaceChildren(status);
    else dialog.append(status);
  };
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  input.focus();
}
