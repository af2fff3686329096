import Cookies from 'js-cookie';

const cookie = 'hello_again';
const isOurs = (key: string) => /^(hello_again|demo_plain)/.test(key);

/**
 * Sets aside what this browser remembers of its own visits while the simulated visitor uses it, because the phones share its
 * cookie and storage. Returns the undo function, which also deletes what the simulated visitor left; calling it again does
 * nothing.
 */
export function setOwnMemoryAside(): () => void {
  const kept = Cookies.get(cookie);
  const undos = [localStorage, sessionStorage].map(clear);
  removeCookie();
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    for (const undo of undos) undo();
    removeCookie();
    if (kept !== undefined) Cookies.set(cookie, kept, { path: '/', sameSite: 'lax', expires: 365 });
  };
}

/** Empties a storage; the undo function empties it again and restores the content. */
function clear(storage: Storage): () => void {
  const empty = () => {
    const found = Object.entries(storage).filter(([key]) => isOurs(key));
    for (const [key] of found) storage.removeItem(key);
    return found;
  };
  const kept = empty();
  return () => {
    empty();
    for (const [key, value] of kept) storage.setItem(key, value);
  };
}

/** On this host and its parent domains, because the widget writes on the widest one that the browser accepts. */
function removeCookie(): void {
  const labels = location.hostname.split('.');
  Cookies.remove(cookie, { path: '/' });
  for (let at = 0; at < labels.length - 1; at += 1)
    Cookies.remove(cookie, { path: '/', domain: labels.slice(at).join('.') });
}
