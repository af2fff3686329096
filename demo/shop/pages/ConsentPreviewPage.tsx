import { languages, regions } from './choices.ts';
import { Head } from './Layout.tsx';
import type { PageContext } from './request.ts';

/** The state of the popup in each frame, as `?ha_preview=` names it, and its description. */
const states = {
  form: 'Email and number',
  'form,ask=phone': 'The number alone, for a visitor known by a link',
  'form,ask=email': 'The email alone',
  'form,ask=consent': 'Consent alone, for a number on file',
  brief: 'Before the form, on a small screen',
  wrong: 'With errors',
  unticked: 'A number with an unticked box',
  'asked-again': 'After the collector could not link the number',
  sending: 'While it is being sent',
  first: 'The first of two steps',
  second: 'The second of two steps',
  success: 'Success',
  coupon: 'Success, with a code',
  'confirm-email': 'To be confirmed by email',
  'confirm-text': 'To be confirmed by text',
  pending: 'Accepted, not confirmed yet',
  unknown: 'Sent, without an answer',
  verify: 'The code step',
  waiting: 'The collector cannot be reached',
  failed: 'Refused',
  subscribed: 'Signed up already',
  'on-file': 'Everything was on file',
};

export const previewRegions = [...regions, 'strict'] as const;

/** Every state of the popup on one page, for a carrier's reviewer and for QA. */
export function ConsentPreviewPage(props: {
  readonly context: PageContext;
  readonly region: (typeof previewRegions)[number];
  readonly locale: (typeof languages)[number];
}) {
  const { context, region, locale } = props;
  const asked = (state: string) => encodeURIComponent(`${state},layout=inline,region=${region},locale=${locale}`);
  return (
    <html lang="en-GB">
      <Head
        title="Every state of the popup · Harbor Coffee"
        styles={['page', 'consentPreview']}
        modules={['consentPreview']}
      />
      <body>
        <main>
          <h1>Every state of the popup</h1>
          <p>
            The popup as visitors see it, with its consent text. Nothing here is stored or sent. Add{' '}
            <code>?ha_preview=form</code> to any page that carries the script to see the same there.
          </p>
          <form class="choice" method="get" action="/consent-preview">
            <input type="hidden" name="store" value={context.store} />
            <Choice name="region" label="Region of the consent text" values={previewRegions} value={region} />
            <Choice name="locale" label="Language" values={languages} value={locale} />
            <button type="submit">Show</button>
          </form>
          <ul class="states">
            {Object.entries(states).map(([state, words]) => (
              <li key={state}>
                <h2>{words}</h2>
                <p class="address">
                  <code>?ha_preview={state}</code>
                </p>
                <iframe title={words} src={`/plain?store=${context.store}&sender=1&ha_preview=${asked(state)}`} />
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly value: string;
}

function Choice({ name, label, values, value }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        {values.map((one) => (
          <option key={one} value={one} selected={one === value}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
