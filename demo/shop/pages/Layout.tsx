import type { ComponentChildren } from 'preact';
import { openingWords, type Step } from '../guide/guideWords.ts';
import { linkIn } from './links.ts';
import { PlainPopup } from './PlainPopup.tsx';
import type { PageContext } from './request.ts';
import { ScriptTag } from './ScriptTag.tsx';

interface LayoutProps {
  readonly context: PageContext;
  readonly title: string;
  readonly step?: Step | undefined;
  /** Style sheets besides the shared one, by name. */
  readonly styles?: readonly string[];
  /** Modules of `demo/shop/client`, by name. */
  readonly modules?: readonly string[];
  /** Whether the page carries the script tag, as an owner would paste it. */
  readonly hasSignup?: boolean;
  /**
   * Whether the tour is above it; never in a phone of `/compare`.
   * @default true
   */
  readonly hasGuide?: boolean;
  readonly children: ComponentChildren;
}

/** A page of the shop: guide, header, main, footer. */
export function Layout(props: LayoutProps) {
  const { context, title, step, styles = [], modules = [], children } = props;
  const hasSignup = props.hasSignup === true && context.overrides.hasTag;
  const isPlain = context.frame === 'plain';
  const hasPlain = hasSignup && isPlain && !context.path.startsWith('/checkout');
  const hasGuide = (props.hasGuide ?? true) && !context.frame;
  const hasPhone = hasSignup && !context.frame;
  const hasBanner = hasSignup && !isPlain && context.overrides.attributes['data-storage'] === 'banner';
  return (
    <html lang="en-GB">
      <Head
        title={`${title} · Harbor Coffee`}
        styles={['page', ...styles, ...(hasPlain ? ['plain'] : [])]}
        modules={[
          ...modules,
          ...(hasBanner ? ['banner'] : []),
          ...(hasGuide ? ['guide'] : []),
          ...(hasPhone ? ['texts'] : []),
          ...(hasPlain ? ['plainPopup'] : []),
        ]}
      >
        {context.frame && <script src="/client/asVisitor.js" />}
        {hasSignup && !isPlain && <ScriptTag store={context.store} overrides={context.overrides} />}
      </Head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        {hasGuide && <GuideBar step={step} />}
        <Header context={context} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer context={context} />
        {hasBanner && <CookieBanner />}
        {hasPlain && <PlainPopup context={context} />}
      </body>
    </html>
  );
}

interface HeadProps {
  readonly title: string;
  readonly styles: readonly string[];
  readonly modules?: readonly string[];
  readonly children?: ComponentChildren;
}

/** The head of any page of the demo. */
export function Head({ title, styles, modules = [], children }: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta
        name="description"
        content="Harbor Coffee, the demo store of Hello Again: a signup popup that knows who it is talking to."
      />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/public/icon.svg" type="image/svg+xml" />
      {styles.map((name) => (
        <link key={name} rel="stylesheet" href={`/public/${name}.css`} />
      ))}
      {modules.map((name) => (
        <script key={name} type="module" src={`/client/${name}.js`} />
      ))}
      {children}
    </head>
  );
}

const places = [
  ['/', 'Coffee'],
  ['/checkout', 'Checkout'],
  ['/inbox', 'Inbox'],
  ['/profiles', 'Profiles'],
  ['/results', 'Results'],
  ['/compare', 'Compare'],
  ['/playground', 'Playground'],
] as const;

/** The pages that belong to the shop itself: a phone of `/compare` links to no others. */
const shopPlaces = places.slice(0, 2);

function Header({ context }: { readonly context: PageContext }) {
  return (
    <header class="top">
      <a class="brand" href={linkIn(context, '/')}>
        <img src="/public/icon.svg" alt="" width="36" height="36" />
        Harbor Coffee
      </a>
      <nav aria-label="Shop">
        <ul class="places">
          {(context.frame ? shopPlaces : places).map(([href, label]) => (
            <li key={href}>
              <a href={linkIn(context, href)} aria-current={href === context.path ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** Pages of the demo that no shop has. */
const behindTheScenes = [
  ['/?inspect=1', 'Inspector'],
  ['/npm', 'The npm module'],
  ['/forum', 'A public forum'],
] as const;

function Footer({ context }: { readonly context: PageContext }) {
  return (
    <footer class="bottom">
      {!context.frame && (
        <p>
          A demo store. Nothing is sold, charged or delivered, and no mail or text is really sent. Use made-up
          addresses, and numbers like 07700 900982 that belong to nobody.
        </p>
      )}
      <ul class="places">
        {!context.frame &&
          behindTheScenes.map(([href, label]) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        <li>
          <a href={linkIn(context, '/terms')}>Terms</a>
        </li>
        <li>
          <a href={linkIn(context, '/privacy')}>Privacy</a>
        </li>
      </ul>
    </footer>
  );
}

/** A stand-in for a consent platform. Its script shows it, because nobody could answer it without the script. */
function CookieBanner() {
  return (
    <section class="banner" id="cookie-banner" aria-label="Cookies" hidden>
      <div>
        <p class="banner-title">May we remember you?</p>
        <p>One small cookie lets us know next time that you have been asked already. The shop works without it.</p>
      </div>
      <div class="banner-buttons">
        <button class="button plain" type="button" data-answer="denied">
          Refuse
        </button>
        <button class="button plain" type="button" data-answer="granted">
          Allow
        </button>
      </div>
    </section>
  );
}

const steps = [
  // To the mail itself, so that by keyboard its link comes next.
  [1, '/inbox#mail-newsletter', 'Open Penny’s mail'],
  [2, '/product/house-blend', 'Leave a number'],
  [3, '/profiles', 'See the profiles'],
] as const;

/** The tour above the shop, with a sentence on what has just happened. It looks different because it is not the shop's. */
function GuideBar({ step }: { readonly step: Step | undefined }) {
  return (
    <nav class="guide" id="guide" aria-label="Tour of the demo" data-step={step}>
      <ol>
        {steps.map(([number, href, label]) => (
          <li key={number}>
            <a href={href} data-step={number} aria-current={number === step ? 'step' : undefined}>
              <span class="guide-number" aria-hidden="true">
                {number}
              </span>
              <span>
                <span class="unseen">Step {number}: </span>
                {label}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <p class="guide-says" id="guide-says" role="status">
        {openingWords[step ?? 1]}
      </p>
      <p class="guide-card" id="guide-card" popover="manual" />
    </nav>
  );
}
