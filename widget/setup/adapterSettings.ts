import { shippedAdapter } from '../adapters/shipped.ts';
import type { SessionState, SignupContext } from '../signup/session.ts';
import { smsCountries } from './smsCountries.ts';

/**
 * The settings with what follows from where submissions go: what the adapter that the script tag names can find a person
 * by, and whether numbers are asked for at all where the visitor is.
 */
export async function adapterSettings(context: SignupContext): Promise<Partial<SessionState>> {
  const { settings } = context;
  const { to } = settings;
  let { collector, isMisconfigured } = settings;
  if (to) {
    const adapter = shippedAdapter(to);
    const manifest = (await adapter?.manifest())?.manifest;
    const given: Readonly<Record<string, unknown>> = { ...settings };
    const isLinkedBySaid = 'linksBy' in Object((context.options as { collector?: unknown } | undefined)?.collector);
    if (manifest && !isLinkedBySaid) collector = { ...collector, linksBy: manifest.linksBy };
    const isRight = (attribute: string) => given[attribute] && !String(given[attribute]).startsWith('pk_');
    // A private key would be everybody's here: nothing is asked, and what is wrong is told without it.
    if (!adapter?.needs.every(isRight)) isMisconfigured = true;
  }
  const further = { ...settings, collector, isMisconfigured };
  return settings.smsCountries ? smsCountries(further, context.homeCountry()) : { settings: further };
}
