// A small app that uses the npm module as its users do.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { createSignup, type Decision, type PageIdentity, type Signup } from '../../../widget/index.ts';

interface Person {
  readonly name: string;
  readonly identity: PageIdentity | null;
}

const people: readonly Person[] = [
  { name: 'Nobody', identity: null },
  { name: 'Penny, who gets our mails', identity: { email: 'penny@example.com', subscribed: { email: true } } },
  {
    name: 'Ade, subscribed to both',
    identity: { email: 'ade@example.com', subscribed: { email: true, sms: true } },
  },
  {
    name: 'Rosa, whose number we have',
    identity: { email: 'rosa@example.com', phone: '020 7946 0018', subscribed: { email: true } },
  },
];

function App({ signup }: { readonly signup: Signup }) {
  const [who, setWho] = useState(0);
  const [decision, setDecision] = useState<Decision>(() => signup.decide());
  const [heard, setHeard] = useState<readonly string[]>([]);

  useEffect(() => {
    const note = (line: string) => setHeard((lines) => [line, ...lines].slice(0, 8));
    const undos = [
      signup.on('decide', setDecision),
      signup.on('open', ({ ask }) => note(`open, asking for ${ask}`)),
      signup.on('close', ({ reason }) => note(`close, by ${reason}`)),
      signup.on('sent', ({ outcome }) => note(`sent, ${outcome}`)),
      signup.on('waiting', () => note('waiting, kept and tried again')),
      signup.on('failed', ({ status }) => note(`failed, ${status}`)),
    ];
    return () => {
      for (const undo of undos) undo();
    };
  }, [signup]);

  return (
    <>
      <fieldset>
        <legend>Logged in</legend>
        {people.map(({ name, identity }, index) => (
          <p key={name}>
            <input
              type="radio"
              name="who"
              id={`who-${index}`}
              checked={who === index}
              onChange={() => {
                setWho(index);
                signup.identify(identity);
              }}
            />
            <label for={`who-${index}`}>{name}</label>
          </p>
        ))}
      </fieldset>
      <p role="status" class="npm-decision">
        It would ask for <strong>{decision.ask}</strong> <span class="small">({decision.reason})</span>
      </p>
      <p>
        <button type="button" class="button" onClick={() => signup.open()}>
          Tell me when it is roasted
        </button>
      </p>
      <section aria-labelledby="heard-title">
        <h2 id="heard-title">Events</h2>
        {heard.length === 0 ? (
          <p class="small">Nothing yet. Press the button.</p>
        ) : (
          <ol>
            {heard.map((line, index) => (
              <li key={heard.length - index}>{line}</li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

const place = document.getElementById('app');
if (place) {
  const signup = createSignup({
    collector: '/v1/submissions',
    store: place.dataset.store ?? '',
    brand: 'Harbor Coffee',
    terms: '/terms',
    privacy: '/privacy',
    region: 'uk',
    storage: 'allowed',
    id: 'npm-page',
    trigger: 'manual',
    texts: { phone: { heading: 'A text when it is roasted', button: 'Text me' } },
  });
  place.replaceChildren();
  render(<App signup={signup} />, place);
}
