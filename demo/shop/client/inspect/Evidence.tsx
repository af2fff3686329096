import type { Explanation } from '../../../../widget/index.ts';

const why: Readonly<Record<string, string>> = {
  outranked: 'a higher claim won whole',
  disputed: 'another names somebody else',
  refused: '“Not you?” was pressed, or the collector refused it',
  'shared-link': 'the link came from a public page',
  unlinkable: 'the collector cannot link by it',
  untrusted: 'too easy to guess, unless the owner trusts it',
  anonymous: 'names nobody',
  unchecked: 'it is not clear yet whether it was refused',
};

/** What was seen, claim by claim: what was carried together stands together. */
export function Evidence({ evidence }: Pick<Explanation, 'evidence'>) {
  if (evidence.length === 0) return <p class="small">Nothing on this page names anybody: a stranger.</p>;
  const claims = [...new Set(evidence.map(({ claim }) => claim))];
  return (
    <ul class="claims">
      {claims.map((claim) => (
        <li key={claim}>
          <h3>
            Claim <code>{claim}</code>
          </h3>
          <ul>
            {evidence
              .filter((e) => e.claim === claim)
              .map((e) => (
                <li key={`${e.field} ${e.issuer} ${e.why}`}>
                  <span class={`chip is-${e.why ? 'quiet' : 'good'}`}>{e.why ? 'set aside' : 'used'}</span>{' '}
                  <strong>{e.field}</strong> of <strong>{e.issuer}</strong>, from the {e.source}, worth a{' '}
                  <strong>{e.strength}</strong>
                  {e.why && (
                    <span class="small">
                      {' '}
                      — {e.why}: {why[e.why] ?? ''}
                    </span>
                  )}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
