import { checkOptions } from './config/check.ts';
import { ConfigError } from './config/errors.ts';
import type { SignupOptions } from './config/options.ts';
import { previewNames } from './core/flow/previewState.ts';
import type { Signup } from './signup/api.ts';
import { isSupported, ownerOfPage } from './signup/createSignup.ts';
import { inertSignup } from './signup/inert.ts';

export type { Adapter, AdapterParts, AdapterTools, Manifest } from './adapters/adapter.ts';
export type {
  CollectorOptions,
  FieldOption,
  FrequencyOptions,
  Layout,
  OwnWording,
  Region,
  Sender,
  SignupOptions,
  StorageMode,
  TargetOptions,
  TextOptions,
  Texts,
  ThemeName,
  ThemeOptions,
  TriggerConditions,
  TriggerOptions,
  VariantOptions,
} from './config/options.ts';
export type { Decision } from './core/ask/decision.ts';
export type { Ask, Channel, Reason, Subscribed } from './core/ask/reasons.ts';
export type { WeighedRow } from './core/ask/weigh.ts';
export type {
  ExplainedEvidence,
  ExplainedIdentifier,
  ExplainedMemory,
  Explanation,
  Hindrance,
} from './core/explain.ts';
export type { PreviewName } from './core/flow/previewState.ts';
export type { Field, SetAsideReason, Source, Strength } from './core/identity/evidence.ts';
export type { Carried, Carrier } from './core/identity/issuer.ts';
export type { Certainty } from './core/identity/resolve.ts';
export type { FieldError, Outcome, Receipt } from './core/submission/answer.ts';
export type { Consent, Identifier, SetAsideIdentifier, Submission } from './core/submission/submission.gen.ts';
export type { PageCarrier, Provider } from './providers/provider.ts';
export type { ShippedName, ShippedProvider } from './providers/shipped.ts';
export type { CheckoutFields, CheckoutWatch, ConsentAnswer, PageIdentity, Signup } from './signup/api.ts';
export type { CloseReason, EventName, Listener, SignupEvents } from './signup/events.ts';
export { ConfigError, previewNames };

/**
 * Makes a signup on this page. Inert on a server. A wrong option throws a `ConfigError` in development and is a
 * warning in production, where the popup stays closed if it cannot do without that option.
 *
 * @throws {ConfigError} in development
 */
export function createSignup(options: SignupOptions): Signup {
  if (typeof document === 'undefined') return inertSignup();
  if (!isSupported()) {
    console.warn('hello-again: old browser');
    return inertSignup('the browser is too old');
  }
  const owner = ownerOfPage();
  if (!owner) return inertSignup('another major version owns it');
  for (const error of checkOptions(options)) {
    if (isDevelopment()) throw error;
    console.warn(error.message);
  }
  return owner.create(options);
}

/** Bundlers replace `process.env.NODE_ENV`; a page without a bundler has no `process` at all. */
function isDevelopment(): boolean {
  return typeof process !== 'undefined' && process.env.NODE_ENV !== 'production';
}
