import type { Delivery } from '../core/submission/delivery.ts';
import * as explain from '../explain/explain.ts';
import * as explainNothing from '../explain/explainNothing.ts';
import * as remember from '../memory/remember.ts';
import { plan } from '../popup/plan.ts';
import type { PopupHandle } from '../popup/popupParts.ts';
import { ignoreConsent } from '../setup/setup.ts';
import type { TagSignup } from '../signup/api.ts';
import { createController } from '../signup/controller.ts';
import type { Runtime, StorageConsent } from '../signup/page.ts';
import type { LazyFiles, Load, SignupContext } from '../signup/session.ts';
import { writeCookiesOf } from './cookies.ts';
import { complete, runtimeOf, settingsOf } from './fixtures.ts';
import { type MemoryPage, MemoryPlatform } from './memoryPlatform.ts';

type About = MemoryPage & {
  readonly options?: object;
  /** Of a runtime that another signup of the page has made. */
  readonly shared?: ControllerPage;
  /** What setup does besides saying that it was begun. */
  readonly setUp?: (context: SignupContext) => Promise<void>;
  /** The popup's code comes when `codeArrives()` says so. */
  readonly isCodeSlow?: boolean;
};

const gates: Readonly<Record<string, StorageConsent>> = { allowed: 'open', banner: 'waiting', none: 'page' };

/** A page with one signup, its lazy parts replaced by ones that write down what is asked of them. */
export class ControllerPage {
  readonly platform: MemoryPlatform;
  readonly runtime: Runtime;
  readonly signup: TagSignup;
  /** What was loaded, in order; twice where it was fetched before it was needed. */
  readonly loaded: string[] = [];
  /** The popups shown: what they asked for, and who opened them. */
  readonly shown: string[] = [];
  /** What happened to the parts that were set up. */
  readonly happened: string[] = [];
  /** Parts that cannot be loaded. */
  readonly missing = new Set<string>();
  isDestroyed = false;
  #code: Promise<void> = Promise.resolve();
  #letCodeCome = () => {};
  /** The signup as its lazy parts see it, once it was shown. */
  context: SignupContext | undefined;

  constructor({ options = {}, shared, isCodeSlow, setUp, ...page }: About = {}) {
    if (isCodeSlow) {
      this.#code = new Promise((come) => {
        this.#letCodeCome = come;
      });
    }
    const given = { ...complete, storage: 'allowed', ...options };
    const settings = settingsOf(given);
    this.platform = shared?.platform ?? new MemoryPlatform(page);
    writeCookiesOf(this.platform);
    this.runtime = shared?.runtime ?? runtimeOf(this.platform, gates[settings.storage]);
    this.signup = createController(settings, given, this.runtime, this.#load(setUp), () => {
      this.isDestroyed = true;
    });
  }

  /** Lets the page's first turns pass, without the delay of the trigger. */
  start(): Promise<void> {
    return this.platform.advance(0);
  }

  /** The popup's code has been fetched. */
  codeArrives(): Promise<void> {
    this.#letCodeCome();
    return this.start();
  }

  /** The details of an event, as they were announced. */
  announced(name: string): unknown[] {
    return this.platform.announced.filter((event) => event.name === name).map(({ detail }) => detail);
  }

  #load(setUp: About['setUp']): Load {
    const { happened } = this;
    const delivery: Delivery = {
      send: async () => ({ kind: 'waiting' }),
      flush: () => void happened.push('flush'),
      withdraw: () => void happened.push('withdraw'),
      stop: () => void happened.push('stop'),
    };
    const files: LazyFiles = {
      memory: remember,
      popup: {
        show: async (context, isOpenedByHost) => this.#show(context, isOpenedByHost),
        plan: (context, decidedAt) => plan(context, decidedAt, (isByVisitor) => this.#show(context, isByVisitor)),
      },
      sending: {
        sendKept: async ({ runtime }) => {
          runtime.amend({ delivery: runtime.delivery ?? delivery });
          runtime.delivery?.flush();
        },
      },
      checkout: {
        watchCheckout: async () =>
          Object.assign(() => void happened.push('watch undone'), { commit: () => void happened.push('commit') }),
      },
      explain,
      tagNotice: { tagNotice: () => {} },
      renew: { renew: () => {} },
      explainNothing,
      setup: {
        ignoreConsent,
        start: async (context) => {
          happened.push('setup');
          await setUp?.(context);
          return true;
        },
      },
    };
    return async (name: string) => {
      this.loaded.push(name);
      if (name === 'popup') await this.#code;
      if (this.missing.has(name)) throw new TypeError(`${name} is not there`);
      return files[name as keyof LazyFiles] as never;
    };
  }

  /** What the real one does of the controller's business: it opens once at a time, and says that it was open. */
  #show(context: SignupContext, isOpenedByHost: boolean): void {
    this.context = context;
    const { ask } = context.decide(isOpenedByHost);
    if (context.isDestroyed || context.popup || (ask === 'nothing' && !isOpenedByHost)) return;
    this.shown.push(`${ask} by ${isOpenedByHost ? 'the host' : 'itself'}`);
    context.amend({ hasOpened: true });
    const popup: PopupHandle = {
      close: (reason) => {
        context.amend({ popup: undefined });
        this.happened.push(`closed: ${reason}`);
      },
      isUntouched: () => true,
    };
    context.amend({ popup });
  }
}
