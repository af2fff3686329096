import Cookies from 'js-cookie';

const cookie = 'hello_again';
const isOurs = ([key]: [string, string]) => /^(hello_again|demo_plain)/.test(key);

/**
 * Sets aside what this browser remembers of its own visits while the simulated visitor uses it, because the phones share its
 * cookie and storage. Returns the undo function, which also deletes what the simulated visitor left.
 */
export function setOwnMemoryAside(): () => void {
  const kept = Cookies.get(cookie);
  const undos = [localStorage, sessionStorage].map((storage) => {
    const own = clear(storage);
    return () => {
      clear(storage);
      for (const [key, value] of own) storage.setItem(key, value);
    };
  });
  removeCookie();
  return () => {
    for (const undo of undos) undo();
    removeCookie();
    if (kept !== undefined) Cookies.set(cookie, kept, { path: '/', sameSite: 'lax', expires: 365 });
  };
}

/** Removes what is ours, and answers it. */
function clear(storage: Storage): readonly [string, string][] {
  const found = Object.entries<string>(storage).filter(isOurs);
  for (const [key] of found) storage.removeItem(key);
  return found;
}

/** On this host and its parent domains, because the widget writes on the widest one that the browser accepts. */
function removeCookie(): void {
  const labels = location.hostname.split('.');
  Cookies.remove(cookie, { path: '/' });
  for (let at = 0; at < labels.length - 1; at += 1)
    Cookies.remove(cookie, { path: '/', domain: labels.slice(at).join('.') });
}
