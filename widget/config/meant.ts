/** Codes that people write for a country and that are none, or another's. ISO 3166 reserves `UK`; `EN` is a language. */
const meantCountries: Readonly<Record<string, string>> = { UK: 'GB', EN: 'GB', EL: 'GR', SP: 'ES', SU: 'RU', FX: 'FR' };

/** The country that a code was probably meant to be: nothing for a code that is one, an empty text where nobody can say. */
export function meantCountry(code: string): string | undefined {
  const upper = code.toUpperCase();
  if (meantCountries[upper]) return meantCountries[upper];
  return /^(EU|UN|ZZ)$/.test(upper) || !nameOf('region', upper) ? '' : undefined;
}

const tags = 'en,es,fr,de,it,nl,pt,pl,sv,da,nb,fi,cs,sk,hu,ro,bg,el,tr,ru,uk,ar,he,ja,ko,zh,hi'.split(',');

/** The language that a name, English or its own, was probably meant to be. */
export function meantLanguage(text: string): string | undefined {
  const said = text.trim().toLowerCase();
  return tags.find((tag) => [nameOf('language', tag), nameOf('language', tag, tag)].includes(said));
}

function nameOf(type: 'region' | 'language', code: string, inLanguage = 'en'): string | undefined {
  try {
    return new Intl.DisplayNames([inLanguage], { type, fallback: 'none' }).of(code)?.toLowerCase();
  } catch {
    // No such code can be.
    return undefined;
  }
}

/** An address that begins with a host and says no scheme: as it is, it is a path of this site. */
export function isHostAlone(text: string): boolean {
  const [first = ''] = text.trim().split(/[/?#]/);
  const isFile = /\.(html?|php|aspx?|jsp|cgi|json|pdf|txt|png|jpe?g|webp|svg|gif|avif)$/i.test(first);
  return /^(([\w-]+\.)+[a-z]{2,}|(\d+\.){3}\d+)(:\d+)?$/i.test(first) && !isFile;
}

/** An address with the scheme that it lacks. This machine’s own servers rarely have a certificate. */
export function withScheme(text: string): string {
  return `${isMixedContent(`http://${text}`) ? 'https' : 'http'}://${text}`;
}

/** An address that no page of https may post to or show. Browsers trust this machine's own. */
export function isMixedContent(text: string): boolean {
  return /^http:\/\/(?!([^/]*\.)?localhost\b|127\.|\[::1\])/i.test(text.trim());
}

/** What people call the texts of the popup. */
export const textNames: Readonly<Record<string, string>> = {
  title: 'heading',
  headline: 'heading',
  text: 'body',
  description: 'body',
  subtitle: 'body',
  message: 'body',
  cta: 'button',
  submit: 'button',
  label: 'button',
  thanks: 'success',
  confirmation: 'success',
};
