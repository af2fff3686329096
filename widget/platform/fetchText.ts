import { fromPage } from './fromPage.ts';

/** The text at an address, fetched without credentials. Rejects where it is not there, or takes longer than so many milliseconds. */
export async function fetchText(url: string, patience: number): Promise<string> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const response = await fetch(fromPage(url), { credentials: 'omit', signal: abort.signal });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return await response.text();
  } finally {
    clearTimeout(timer);
  }
}
