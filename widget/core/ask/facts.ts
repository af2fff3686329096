import type { PageClaim } from '../identity/extract.ts';

/** Whether a path fits one of the patterns, in which `*` stands for any text. */
export function isTargeted(path: string, target: { include: readonly string[]; exclude: readonly string[] }): boolean {
  const fits = (pattern: string) => new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 'i').test(path);
  return target.include.some(fits) && !target.exclude.some(fits);
}

/** What the page's login said, cleaned: empty and non-text values are nothing. */
export function pageClaimFrom(raw: unknown): PageClaim | undefined {
  const claim: Record<string, string> = {};
  for (const name of ['email', 'phone', 'id']) {
    const value = (raw as Record<string, unknown> | null | undefined)?.[name];
    if (value) claim[name] = `${value}`.trim();
  }
  return raw ? claim : undefined;
}

function escaped(text: string): string {
  return text.replace(/[^\w/]/g, '\\$&');
}
