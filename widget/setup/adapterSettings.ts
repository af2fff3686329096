import type { Manifest } from '../adapters/adapter.ts';
import type { SessionState, SignupContext } from '../signup/session.ts';
import { smsCountries } from './smsCountries.ts';

/** Manifests alone: the ask goes by them, and the code of an adapter is fetched once something is sent. */
const manifests = {
  klaviyo: () => import('../adapters/klaviyo/manifest.ts'),
  hubspot: () => import('../adapters/hubspot/manifest.ts'),
  segment: () => import('../adapters/segment/manifest.ts'),
  webhook: () => import('../adapters/webhook/manifest.ts'),
  dataLayer: () => import('../adapters/dataLayer/manifest.ts'),
} satisfies Readonly<Record<string, () => Promise<{ readonly manifest: Manifest }>>>;

/** Attributes that an adapter cannot deliver without. `config/adapterTable.ts` says what each must be. */
export const neededAttributes: Readonly<Record<keyof typeof manifests, readonly string[]>> = {
  klaviyo: ['klaviyoCompany'],
  hubspot: ['hubspotPortal', 'hubspotForm'],
  segment: [],
  webhook: ['webhookUrl'],
  dataLayer: [],
};

/**
 * The settings with what follows from where submissions go: what the adapter that the script tag names can find a person
 * by, and whether numbers are asked for at all where the visitor is.
 */
export async function adapterSettings(context: SignupContext): Promise<Partial<SessionState>> {
  const { settings } = context;
  const { to } = settings;
  let { collector, isMisconfigured } = settings;
  if (to) {
    const name = String(to) as keyof typeof manifests;
    const manifest = Object.hasOwn(manifests, name) ? (await manifests[name]()).manifest : undefined;
    const given: Readonly<Record<string, unknown>> = { ...settings };
    const isLinkedBySaid = 'linksBy' in Object((context.options as { collector?: unknown } | undefined)?.collector);
    if (manifest && !isLinkedBySaid) collector = { ...collector, linksBy: manifest.linksBy };
    const isRight = (attribute: string) => given[attribute] && !String(given[attribute]).startsWith('pk_');
    // A private key would be everybody's here: nothing is asked, and what is wrong is told without it.
    if (!manifest || !neededAttributes[name].every(isRight)) isMisconfigured = true;
  }
  const further = { ...settings, collector, isMisconfigured };
  return settings.smsCountries ? smsCountries(further, context.homeCountry()) : { settings: further };
}
