import type { Sight } from './watchShop.ts';

/** What the popup announced, the newest first. */
export function EventLog({ log }: Pick<Sight, 'log'>) {
  if (log.length === 0) return <p class="small">No event yet.</p>;
  return (
    <ol class="event-log">
      {log.map(({ at, page, name, detail }, index) => (
        // Counted from the oldest, so that an entry keeps its key.
        <li key={log.length - index}>
          <time dateTime={at.toISOString()}>{at.toLocaleTimeString('en-GB')}</time> <strong>{name}</strong>{' '}
          <span class="small">
            {wordsOf(detail)} on {page}
          </span>
        </li>
      ))}
    </ol>
  );
}

function wordsOf(detail: unknown): string {
  const entries = Object.entries((detail ?? {}) as Record<string, unknown>).filter(([name]) => name !== 'id');
  return entries.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
}
