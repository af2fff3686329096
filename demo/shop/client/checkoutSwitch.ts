// Changing the box is enough; without this module its form has a button.
const form = document.querySelector<HTMLFormElement>('#checkout-switch');

function lockFields(isLocked: boolean): void {
  for (const fields of document.querySelectorAll<HTMLFieldSetElement>('#order fieldset')) fields.disabled = isLocked;
}

form?.addEventListener('change', () => {
  form.requestSubmit();
  // Anything typed from now on would be lost with the page.
  lockFields(true);
});

// The browser's back button restores the page as it was left.
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  form?.reset();
  lockFields(false);
});
