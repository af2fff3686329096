// Marks the visible message in the list, and records the profiles before a link is followed.
import { fetchProfiles, noteBaseline } from './live/fetchView.ts';

const entries = new Map<string, HTMLAnchorElement>();
for (const link of document.querySelectorAll<HTMLAnchorElement>('.mail-list a')) entries.set(link.hash.slice(1), link);

const inView = new Set<string>();
const watcher = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) inView.add(target.id);
      else inView.delete(target.id);
    }
    const first = [...entries.keys()].find((id) => inView.has(id));
    for (const [id, link] of entries) {
      if (id === first) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  },
  { rootMargin: '-10% 0px -55% 0px' },
);
for (const message of document.querySelectorAll('.mail-place')) watcher.observe(message);

const store = document.querySelector<HTMLElement>('.mailbox')?.dataset.store;
if (store) fetchProfiles(store).then((profiles) => profiles && noteBaseline(store, profiles));
