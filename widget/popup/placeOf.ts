import { fetchFile } from '../files/fetchFile.ts';
import { isZoneOf, timeZone } from '../platform/timeZone.ts';
import type { SignupContext } from '../signup/session.ts';

/** Whose national numbers a visitor types. */
export interface Place {
  /** ISO 3166 alpha-2. */
  readonly country: string | undefined;
  /** Countries that something else says: a number that is valid in one of them, too, is asked about. */
  readonly rivals: readonly string[];
}

/**
 * The country that numbers without `+` are read by: the owner's setting; else the region's, the page's, the time zone's; and only
 * where none of them says one, the languages'. Of those alone that the sender reaches. For a phone field that is shown: the
 * time zone is read for nothing else, and neither kept nor sent for this.
 */
export async function placeOf(context: SignupContext): Promise<Place> {
  const { settings, reach } = context;
  const home = context.homeCountry();
  if (settings.country) return { country: home, rivals: [] };
  const isReached = (country: string | undefined): country is string =>
    !!country && (!reach || reach.includes(country));
  const said = [context.homeCountry(settings, []), context.homeCountry({}, [])];
  const told = [...said, await zoneCountry(context, [...said, home])].filter(isReached);
  const [country = isReached(home) ? home : (reach?.[0] ?? home), ...others] = new Set(told);
  return { country, rivals: others };
}

/** The table is fetched only where the browser does not say that the zone is one of the likely countries'. */
async function zoneCountry(
  context: SignupContext,
  likely: readonly (string | undefined)[],
): Promise<string | undefined> {
  const zone = timeZone();
  // `UTC` and `Etc/GMT-1` are nobody's.
  if (!/^(?!Etc\/)\w+\/\w/.test(zone)) return undefined;
  const found = likely.find((country) => country && isZoneOf(country, zone));
  if (found) return found;
  try {
    const { countryOfZone } = await fetchFile(context, 'zones', () => import('./zones.ts'));
    return countryOfZone(zone);
  } catch {
    return undefined;
  }
}
