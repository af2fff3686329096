// Keeps the profiles page up to date, marks what has changed, and announces it once.
import { render } from 'preact';
import { nameOf } from '../pages/profileWords.ts';
import type { ProfileView } from '../server/services.ts';
import { compareProfiles, type Difference } from './live/compareProfiles.ts';
import { fetchProfiles, fetchSubmissions, noteBaseline, readBaseline, type SubmissionLine } from './live/fetchView.ts';
import { LiveView } from './live/LiveView.tsx';

const everyMilliseconds = 1_000;

function keepUpToDate(place: HTMLElement, news: HTMLElement | null): void {
  const store = place.dataset.store ?? '';
  let profiles: readonly ProfileView[] = JSON.parse(place.dataset.profiles ?? '[]');
  let submissions: readonly SubmissionLine[] = [];
  let difference = compareProfiles(readBaseline(store) ?? profiles, profiles);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draw = () => render(<LiveView profiles={profiles} submissions={submissions} {...difference} />, place);

  const look = async () => {
    const [now, sent] = await Promise.all([fetchProfiles(store), fetchSubmissions(store)]);
    const since = now ? compareProfiles(profiles, now) : undefined;
    const isDifferent = since !== undefined && (since.changes.size > 0 || since.gone.length > 0);
    const isMoreSent = sent !== undefined && sent.at(-1)?.id !== submissions.at(-1)?.id;
    if (isDifferent && now) {
      profiles = now;
      difference = since;
      noteBaseline(store, profiles);
      if (news) news.textContent = inWords(since);
    }
    if (isMoreSent) submissions = sent;
    // Drawn only when something has changed, so that nothing moves or loses its selection meanwhile.
    if (isDifferent || isMoreSent) draw();
  };

  const run = async () => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') return;
    await look();
    clearTimeout(timer);
    timer = setTimeout(run, everyMilliseconds);
  };

  draw();
  noteBaseline(store, profiles);
  document.addEventListener('visibilitychange', run);
  run();
}

function inWords({ changes, gone }: Difference): string {
  const all = [...changes.values()];
  const fresh = all.filter(({ isNew }) => isNew).length;
  const parts = [
    fresh > 0 ? `${fresh} new` : '',
    all.length > fresh ? `${all.length - fresh} changed` : '',
    gone.length > 0 ? `${gone.map(nameOf).join(', ')} no longer a separate profile` : '',
  ];
  return `Profiles: ${parts.filter(Boolean).join(', ')}.`;
}

const place = document.getElementById('live');
if (place) keepUpToDate(place, document.getElementById('live-news'));
