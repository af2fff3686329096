/** SHA-256 in hex. Pages without https have no `crypto.subtle`: there a small library is fetched, only then. */
export async function sha256(text: string): Promise<string> {
  const data = new TextEncoder().encode(text);
  const bytes = crypto.subtle
    ? new Uint8Array(await crypto.subtle.digest('SHA-256', data))
    : (await import('@noble/hashes/sha2.js')).sha256(data);
  return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
}
