import type { SignupOptions } from './config/options.ts';
import { previewNames } from './core/flow/previewNames.ts';
import type { Signup, TagApi } from './signup/api.ts';
import { composeSignup, isSupported, type PageOwner, pageOwner, registry } from './signup/createSignup.ts';
import { createHandle } from './signup/handle.ts';
import { heldSignups } from './signup/heldSignups.ts';
import { inertSignup } from './signup/inert.ts';
import type { Shared } from './signup/shared.ts';

export type {
  Adapter,
  AdapterAnswer,
  AdapterOutcome,
  AdapterParts,
  AdapterRequest,
  AdapterTools,
  FieldType,
  Granted,
  Manifest,
} from './adapters/adapter.ts';
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
export type { PreviewName } from './core/flow/previewNames.ts';
export type { Field, SetAsideReason, Source, Strength } from './core/identity/evidence.ts';
export type { Carried, Carrier } from './core/identity/issuer.ts';
export type { Certainty } from './core/identity/resolve.ts';
export type { FieldError, Outcome, Receipt } from './core/submission/answer.ts';
export type { Consent, Identifier, SetAsideIdentifier, Submission } from './core/submission/submission.gen.ts';
export type { PageCarrier, Provider } from './providers/provider.ts';
export type { ShippedName, ShippedProvider } from './providers/shipped.ts';
export type {
  CheckoutFields,
  CheckoutWatch,
  ConsentAnswer,
  PageIdentity,
  Signup,
  TagApi,
  TagCommand,
  TagSignup,
} from './signup/api.ts';
export type { CloseReason, EventName, Listener, SignupEvents } from './signup/events.ts';
export type { WindowEvents } from './signup/globals.ts';

export { previewNames };

/**
 * Makes a signup on this page. Inert on a server. Never throws: in a development build, and wherever the owner looks on, each
 * wrong option is one line in the console; a popup that cannot do without that option stays closed.
 */
export function createSignup(options: SignupOptions): Signup {
  if (typeof document === 'undefined') return inertSignup();
  if (!isSupported()) {
    console.warn('hello-again: old browser');
    return inertSignup('browser');
  }
  const owner = pageOwner(own);
  if (!owner) return inertSignup('version');
  // Other copies of the module make handles themselves, the script tag's copy makes signups.
  owner.shared ??= new Map();
  const made = owner.makesHandles
    ? owner.create(options)
    : createHandle(owner.shared, options, {
        compose: owner.create,
        isTags: ({ destroy }) => (window.HelloAgain as TagApi | undefined)?.destroy === destroy,
      });
  try {
    // Bundlers put a text in place of this, and then leave out what is only for development.
    if (process.env.NODE_ENV !== 'production') return reporting(made as Signup, options);
  } catch {
    // A page without a bundler has no `process`.
  }
  return made as Signup;
}

/** The same signup, whose wrong options and arguments are lines in the console. */
function reporting(signup: Signup, options: SignupOptions): Signup {
  const check = (all: SignupOptions) =>
    void import('./explain/reportOptions.ts').then((m) => m.reportOptions(all)).catch(() => {});
  const checkArguments = () => import('./explain/reportArguments.ts');
  check(options);
  return {
    ...signup,
    on(name, listener) {
      void checkArguments()
        .then((m) => m.reportListener(name, listener))
        .catch(() => {});
      return signup.on(name, listener);
    },
    watchCheckout(fields) {
      void checkArguments()
        .then((m) => m.reportFields(fields))
        .catch(() => {});
      return signup.watchCheckout(fields);
    },
    update(change) {
      check({ ...options, ...change });
      signup.update(change);
    },
  };
}

const maker = heldSignups(registry, composeSignup);
const own: PageOwner & { readonly shared: Map<string, Shared> } = {
  major: __MAJOR__,
  makesHandles: true,
  shared: new Map(),
  create: (options) => createHandle(own.shared, options, maker),
};
