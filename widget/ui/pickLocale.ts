/**
 * The best of some language tags (BCP 47) for a wanted language: itself, else the language without its region, else any
 * tag of that language.
 *
 * @example `en-AU` among `de`, `en` → `en`; `pt` among `en`, `pt-BR` → `pt-BR`; `zh` among these → nothing
 */
export function pickLocale(tags: readonly string[], wanted: unknown): string | undefined {
  if (typeof wanted !== 'string') return undefined;
  const plain = (tag: string) => tag.trim().toLowerCase().replaceAll('_', '-');
  const language = (tag: string) => plain(tag).split('-')[0];
  if (!plain(wanted)) return undefined;
  return (
    tags.find((tag) => plain(tag) === plain(wanted)) ??
    tags.find((tag) => plain(tag) === language(wanted)) ??
    tags.find((tag) => language(tag) === language(wanted))
  );
}
