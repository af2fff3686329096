import { type Change, ChipLabel, ProfileCards } from '../../pages/ProfileCards.tsx';
import { countOf, happenedChips, nameOf } from '../../pages/profileWords.ts';
import type { ProfileView } from '../../server/services.ts';
import type { SubmissionLine } from './fetchView.ts';

interface LiveViewProps {
  readonly profiles: readonly ProfileView[];
  readonly changes: ReadonlyMap<string, Change>;
  readonly gone: readonly ProfileView[];
  readonly submissions: readonly SubmissionLine[];
}

const shown = 5;

/** The part of the profiles page that changes: the same cards as the server's, deleted profiles, and the last sign-ups. */
export function LiveView({ profiles, changes, gone, submissions }: LiveViewProps) {
  return (
    <>
      <section aria-labelledby="people-title">
        <h2 id="people-title">{countOf(profiles.length)}</h2>
        <ProfileCards profiles={profiles} changes={changes} />
        {gone.length > 0 && <p class="gone">No longer a separate profile: {gone.map(nameOf).join(', ')}.</p>}
      </section>
      {submissions.length > 0 && (
        <section aria-labelledby="last-title" class="last">
          <h2 id="last-title">Last sign-ups</h2>
          <ol>
            {submissions
              .slice(-shown)
              .reverse()
              .map(({ id, receivedAt, happened, ask }) => (
                <li key={id}>
                  <time dateTime={receivedAt}>{new Date(receivedAt).toLocaleTimeString('en-GB')}</time>
                  <span>
                    asked for <strong>{ask.kind}</strong> <span class="small">({ask.reason})</span>
                  </span>
                  <ChipLabel chip={happenedChips[happened] ?? { words: happened, tone: 'quiet' }} />
                </li>
              ))}
          </ol>
        </section>
      )}
    </>
  );
}
