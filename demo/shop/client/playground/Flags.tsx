import type { Flag } from '../../playground/flags.ts';

/** What to mend, and what to know. */
export function Flags({ flags }: { readonly flags: readonly Flag[] }) {
  const problems = flags.filter(({ tone }) => tone === 'bad');
  const notes = flags.filter(({ tone }) => tone === 'note');
  return (
    <section class="play-flags" aria-labelledby="flags-title">
      <h3 id="flags-title">{problems.length > 0 ? `To mend: ${problems.length}` : 'Nothing to mend'}</h3>
      <ul>
        {[...problems, ...notes].map(({ tone, says, fix }) => (
          <li key={says} data-tone={tone}>
            <span class="unseen">{tone === 'bad' ? 'To mend: ' : 'Good to know: '}</span>
            <Code text={says} /> {fix && <Code text={fix} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A sentence with option names between backticks. */
function Code({ text }: { readonly text: string }) {
  return <>{text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))}</>;
}
