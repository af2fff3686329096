/** The visitor's time zone: an IANA name, or empty. */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
}

interface LocaleInfo extends Intl.Locale {
  /** Missing in Firefox; what Safari before 17 has in its place is not asked for. */
  getTimeZones?(): string[] | undefined;
}

/** Whether a time zone is one of a country's (ISO 3166 alpha-2); undefined where the browser cannot tell. */
export function isZoneOf(country: string, zone: string): boolean | undefined {
  try {
    return (new Intl.Locale('und', { region: country }) as LocaleInfo).getTimeZones?.()?.includes(zone);
  } catch {
    // What an owner wrote is no country.
    return undefined;
  }
}
