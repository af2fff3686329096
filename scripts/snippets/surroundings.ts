// What the page or the server around a snippet has. Documents leave it out, since every reader's is another.
import type { Adapter, Signup, SignupOptions, TagApi } from '../../widget/index.ts';

/** What snippets for Cypress call of it; the package itself is half a gigabyte. https://docs.cypress.io/api/table-of-contents */
interface Cypress {
  intercept(method: string, url: string, handler: (request: CypressRequest) => Promise<void>): Cypress;
  visit(url: string): Cypress;
  get(selector: string, options?: { readonly includeShadowDom?: boolean }): Cypress;
  type(text: string): Cypress;
  check(): Cypress;
  click(): Cypress;
  should(chainer: string): Cypress;
  then(run: () => void): Cypress;
}
interface CypressRequest {
  readonly url: string;
  readonly body: unknown;
  reply(answer: { statusCode: number; headers: Readonly<Record<string, string>>; body: string }): void;
}

declare global {
  const cy: Cypress;
  /** What a snippet shortens to `…`. */
  const others: SignupOptions;
  const options: SignupOptions;
  /** Where the script tag is. */
  const HelloAgain: TagApi;
  const signup: Signup;
  const createSignup: (options: SignupOptions) => Signup;
  const onBannerAnswer: (listener: (isGranted: boolean) => void) => void;
  const customer: { readonly email: string };
  const contact: { readonly id: string };
  const email: string;
  const secret: string;
  const url: string;
  const chat: { identify(email: string): void };
  const acme: (about: { readonly shop: string }) => Adapter;
  const test: (name: string, run: () => Promise<void>) => void;
  const contacts: readonly { readonly id: string }[];
  const mailPlatform: { updateContacts(rows: unknown): Promise<void> };
  const mintForCampaign: (contacts: readonly { readonly id: string }[], about: object) => Promise<void>;
}
