import { expect, test } from '../support/fixtures.ts';
import { showState } from '../support/states.ts';

// What a screen reader is given: every role, name and state, in order, and nothing besides. What says so may be changed
// on purpose only. Descriptions are not part of it; see `live-regions.spec.ts`.

test.use({ contextOptions: { reducedMotion: 'reduce' } });

// The list of countries as it stands before its 245 names, which `fields.spec.ts` looks at.
test.beforeEach(({ page }) => page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 })));

const birthday = `\
      - group "Birthday (optional)":
        - text: Birthday (optional) Month
        - combobox "Month":
          - option "Choose one" [selected]
          - option "January"
          - option "February"
          - option "March"
          - option "April"
          - option "May"
          - option "June"
          - option "July"
          - option "August"
          - option "September"
          - option "October"
          - option "November"
          - option "December"
        - text: Day
        - textbox "Day"`;

/** A number of the United Kingdom with its consent, as every form exposes them. */
const ukNumber = (label: string) => `\
      - text: ${label}
      - combobox "Country":
        - option "GB" [selected]
      - textbox "${label}"
      - checkbox "Text me Harbor Coffee’s news and offers."
      - text: Text me Harbor Coffee’s news and offers.
      - paragraph:
        - text: "Harbor Coffee uses this number to send you marketing texts. How often varies. You can withdraw your consent at any time: reply STOP to any text."
        - link "Terms":
          - /url: /.*\\/terms/
        - text: ·
        - link "Privacy":
          - /url: /.*\\/privacy/`;

test('the form with extra fields exposes the expected names, roles and states', async ({ shop, popup }) => {
  await showState(shop, 'form', { layout: 'modal', region: 'uk', query: { fields: 'firstName,birthday' } });
  await expect(popup.dialog).toMatchAriaSnapshot(`
    - dialog "Hear from Harbor Coffee":
      - /children: deep-equal
      - button "Close"
      - heading "Hear from Harbor Coffee" [level=2]
      - paragraph: News and offers by email, and by text if you like.
      - text: Email
      - textbox "Email"
      - text: First name (optional)
      - textbox "First name (optional)"
${birthday}
      - checkbox "Email me Harbor Coffee’s news and offers."
      - text: Email me Harbor Coffee’s news and offers.
      - paragraph:
        - text: Harbor Coffee uses your address to send you marketing. You can withdraw your consent at any time by the link in every email.
        - link "Privacy":
          - /url: /.*\\/privacy/
${ukNumber('Mobile number (optional)')}
      - button "Sign up"
      - button "Already signed up?"
  `);
});

test('the form with errors exposes each error at its field', async ({ shop, popup }) => {
  await showState(shop, 'wrong', { layout: 'modal', region: 'uk', query: { fields: 'firstName,birthday' } });
  await expect(popup.dialog).toMatchAriaSnapshot(`
    - dialog "Hear from Harbor Coffee":
      - /children: deep-equal
      - button "Close"
      - heading "Hear from Harbor Coffee" [level=2]
      - paragraph: News and offers by email, and by text if you like.
      - text: Email
      - textbox "Email" [invalid]
      - paragraph: Enter your email address
      - text: First name (optional)
      - textbox "First name (optional)"
${birthday}
      - checkbox "Email me Harbor Coffee’s news and offers." [invalid]
      - text: Email me Harbor Coffee’s news and offers.
      - paragraph:
        - text: Harbor Coffee uses your address to send you marketing. You can withdraw your consent at any time by the link in every email.
        - link "Privacy":
          - /url: /.*\\/privacy/
      - paragraph: Tick this box so that we may write to you.
${ukNumber('Mobile number (optional)')}
      - button "Sign up"
      - button "Already signed up?"
  `);
});

test('the form for a named visitor exposes only the number and its box', async ({ shop, popup }) => {
  await showState(shop, 'named', { layout: 'modal', ask: 'phone' });
  await expect(popup.dialog).toMatchAriaSnapshot(`
    - dialog "Texts from Harbor Coffee?":
      - /children: deep-equal
      - button "Close"
      - heading "Texts from Harbor Coffee?" [level=2]
      - paragraph: Leave your mobile number and we’ll text you news and offers.
      - paragraph:
        - text: For n•••@example.com.
        - button "Not you?"
${ukNumber('Mobile number')}
      - button "Sign up"
  `);
});

test('the success panel exposes its heading, text and button', async ({ shop, popup }) => {
  await showState(shop, 'success', { layout: 'modal' });
  await expect(popup.dialog).toMatchAriaSnapshot(`
    - dialog "Thank you":
      - /children: deep-equal
      - button "Close"
      - heading "Thank you" [level=2]
      - status: You’re signed up.
      - button "Done"
  `);
});

test('the success panel with a coupon exposes the code and its copy button', async ({ shop, popup }) => {
  await showState(shop, 'coupon', { layout: 'modal' });
  await expect(popup.dialog).toMatchAriaSnapshot(`
    - dialog "Thank you":
      - /children: deep-equal
      - button "Close"
      - heading "Thank you" [level=2]
      - status: You’re signed up.
      - paragraph:
        - text: "Your code:"
        - strong: WELCOME10
        - button "Copy"
      - button "Done"
  `);
});

test('the second of two steps exposes the expected names, roles and states', async ({ shop, popup }) => {
  await showState(shop, 'second', { layout: 'modal', region: 'uk' });
  await expect(popup.dialog).toMatchAriaSnapshot(`
    - dialog "Texts from Harbor Coffee?":
      - /children: deep-equal
      - button "Close"
      - heading "Texts from Harbor Coffee?" [level=2]
      - paragraph: We have your email. Texts as well?
      - paragraph: Step 2 of 2
${ukNumber('Mobile number')}
      - button "Sign up"
      - button "No thanks"
  `);
});

test('the code step exposes the expected names, roles and states', async ({ shop, popup }) => {
  await showState(shop, 'verify', { layout: 'modal' });
  await expect(popup.dialog).toMatchAriaSnapshot(`
    - dialog "Enter your code":
      - /children: deep-equal
      - button "Close"
      - heading "Enter your code" [level=2]
      - paragraph: We’ve sent a code by text to +44 7700 900982.
      - text: Code
      - textbox "Code"
      - status
      - button "Confirm"
      - button "Send a new code" [disabled]
      - paragraph: You can ask for a new code in 30 seconds.
      - button "Later"
  `);
});

test('the failure panel exposes the expected names, roles and states', async ({ shop, popup }) => {
  await showState(shop, 'failed', { layout: 'modal' });
  await expect(popup.dialog).toMatchAriaSnapshot(`
    - dialog "That didn’t work":
      - /children: deep-equal
      - button "Close"
      - heading "That didn’t work" [level=2]
      - status: Your sign-up could not be sent. Please try again later.
      - button "Done"
  `);
});

test('a form in the page is a region of it', async ({ shop, page }) => {
  await showState(shop, 'form', { layout: 'inline', region: 'us' });
  await expect(page.getByRole('region')).toMatchAriaSnapshot(`
    - region "Hear from Harbor Coffee":
      - /children: deep-equal
      - heading "Hear from Harbor Coffee" [level=2]
      - paragraph: News and offers by email, and by text if you like.
      - text: Email
      - textbox "Email"
      - paragraph: By signing up you agree to get marketing emails from Harbor Coffee.
      - paragraph:
        - text: You can stop at any time by the link in every email.
        - link "Privacy":
          - /url: /.*\\/privacy/
      - text: Mobile number (optional)
      - combobox "Country":
        - option "US" [selected]
      - textbox "Mobile number (optional)"
      - checkbox "Text me offers. I agree that Harbor Coffee may send recurring automated marketing texts to the number above. I don’t have to agree in order to buy anything."
      - text: Text me offers. I agree that Harbor Coffee may send recurring automated marketing texts to the number above. I don’t have to agree in order to buy anything.
      - paragraph:
        - text: How often varies. Message and data rates may apply. Reply STOP to end, HELP for help.
        - link "Terms":
          - /url: /.*\\/terms/
        - text: ·
        - link "Privacy":
          - /url: /.*\\/privacy/
      - button "Sign up"
  `);
});

test('a flyout before its form exposes its heading and its buttons', async ({ shop, popup }) => {
  await showState(shop, 'brief', { layout: 'flyout' });
  await expect(popup.dialog).toMatchAriaSnapshot(`
    - dialog "Hear from Harbor Coffee":
      - /children: deep-equal
      - button "Close"
      - heading "Hear from Harbor Coffee" [level=2]
      - paragraph: News and offers by email, and by text if you like.
      - button "Sign up"
  `);
});

test('the popup, a box and a button that waits have descriptions', async ({ shop, popup }) => {
  await showState(shop, 'form', { layout: 'modal', region: 'uk' });
  await expect(popup.dialog).toHaveAccessibleDescription('News and offers by email, and by text if you like.');
  await expect(popup.texts).toHaveAccessibleDescription(/reply STOP to any text\. Terms · Privacy$/);
  await expect(popup.phone).toHaveAccessibleDescription('+44');
  await showState(shop, 'verify', { layout: 'modal' });
  await expect(popup.dialog.getByRole('button', { name: 'Send a new code' })).toHaveAccessibleDescription(
    'You can ask for a new code in 30 seconds.',
  );
});

test('the teaser exposes its two buttons by name', async ({ shop, popup, page }) => {
  await shop.visit('/plain', { layout: 'modal', teaser: 'true', delay: '0' });
  await popup.toAsk('email+phone');
  await popup.close.click();
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - main:
      - heading "A plain page" [level=1]
    - button "Hear from Harbor Coffee"
    - button "Hide this"
  `);
});

test('the element that holds it has no role or name of its own, and there is one dialog', async ({ shop, popup }) => {
  await showState(shop, 'form', { layout: 'modal' });
  await expect(popup.dialog).toHaveCount(1);
  const names = await popup.host.evaluate((host) => host.getAttributeNames());
  expect(names.filter((name) => name === 'role' || name.startsWith('aria-'))).toEqual([]);
});
