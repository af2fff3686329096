import { shippedAdapter } from '../adapters/shipped.ts';
import { textOf } from '../core/textOf.ts';
import type { SessionState, SignupContext } from '../signup/session.ts';
import type { SetupOptions } from './readSetupOptions.ts';
import { smsCountries } from './smsCountries.ts';

/**
 * The settings with what follows from the destination of submissions: what the script tag's adapter can find a person
 * by, and whether numbers are asked for in the visitor's country.
 */
export async function adapterSettings(
  context: SignupContext,
  options: Pick<SetupOptions, 'adapter' | 'smsCountries'>,
): Promise<Partial<SessionState>> {
  const { settings } = context;
  let { collector, isMisconfigured } = settings;
  if (options.adapter) {
    const adapter = shippedAdapter(options.adapter);
    const manifest = (await adapter?.manifest())?.manifest;
    // The adapter's own attributes, which are no options of ours.
    const given: Readonly<Record<string, unknown>> = { ...settings };
    const isLinkedBySaid = 'linksBy' in Object((context.options as { collector?: unknown } | undefined)?.collector);
    if (manifest && !isLinkedBySaid) collector = { ...collector, linksBy: manifest.linksBy };
    const isRight = (attribute: string) => given[attribute] && !textOf(given[attribute]).startsWith('pk_');
    // A private key would be public here, so nothing is asked, and the error message does not contain it.
    if (!adapter?.needs.every(isRight)) isMisconfigured = true;
  }
  const further = { ...settings, collector, isMisconfigured };
  return smsCountries(further, options.smsCountries, context.homeCountry(settings, []));
}
