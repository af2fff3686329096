import type { Manifest } from '../adapters/adapter.ts';
import type { Settings } from '../config/settings.ts';
import type { SignupContext } from '../signup/session.ts';
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
 * Puts into the settings what follows from where submissions go, before the ask is taken: what the adapter that the script
 * tag names can find a person by, and whether numbers are asked for at all where the visitor is.
 */
export async function useAdapter(context: SignupContext): Promise<void> {
  const settings = context.settings as { -readonly [K in keyof Settings]: Settings[K] };
  const { to } = settings;
  if (to) {
    const name = String(to) as keyof typeof manifests;
    const manifest = Object.hasOwn(manifests, name) ? (await manifests[name]()).manifest : undefined;
    const given: Readonly<Record<string, unknown>> = { ...settings };
    const isLinkedBySaid = 'linksBy' in Object((context.options as { collector?: unknown } | undefined)?.collector);
    if (manifest && !isLinkedBySaid) settings.collector = { ...settings.collector, linksBy: manifest.linksBy };
    const isRight = (attribute: string) => given[attribute] && !String(given[attribute]).startsWith('pk_');
    // A private key would be everybody's here: nothing is asked, and what is wrong is told without it.
    if (!manifest || !neededAttributes[name].every(isRight)) settings.isMisconfigured = true;
  }
  if (settings.smsCountries) smsCountries(context, settings);
}
