import type { ComponentChildren } from 'preact';
import { GuideBar, type Step } from './GuideBar.tsx';
import type { Overrides } from './overrides.ts';
import { ScriptTag } from './ScriptTag.tsx';

/** What every page of the shop is told about its request. */
export interface PageContext {
  readonly store: string;
  /** The page's path, to mark it in the navigation. */
  readonly path: string;
  readonly overrides: Overrides;
}

interface LayoutProps {
  readonly context: PageContext;
  readonly title: string;
  readonly step?: Step | undefined;
  /** Style sheets besides the shared one, by name. */
  readonly styles?: readonly string[];
  /** Modules of `demo/client`, by name. */
  readonly modules?: readonly string[];
  /** Whether the page carries the script tag, as an owner would paste it. */
  readonly hasSignup?: boolean;
  readonly children: ComponentChildren;
}

/** A page of the shop: guide, header, main, footer. */
export function Layout(props: LayoutProps) {
  const { context, title, step, styles = [], modules = [], hasSignup = false, children } = props;
  const hasBanner = hasSignup && context.overrides.storage === 'banner';
  return (
    <html lang="en-GB">
      <Head
        title={`${title} · Harbor Coffee`}
        styles={['page', ...styles]}
        modules={hasBanner ? [...modules, 'banner'] : modules}
      >
        {hasSignup && <ScriptTag store={context.store} overrides={context.overrides} />}
      </Head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <GuideBar step={step} />
        <Header path={context.path} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer />
        {hasBanner && <CookieBanner />}
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
] as const;

function Header({ path }: { readonly path: string }) {
  return (
    <header class="top">
      <a class="brand" href="/">
        <img src="/public/icon.svg" alt="" width="36" height="36" />
        Harbor Coffee
      </a>
      <nav aria-label="Shop">
        <ul class="places">
          {places.map(([href, label]) => (
            <li key={href}>
              <a href={href} aria-current={href === path ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function Footer() {
  return (
    <footer class="bottom">
      <p>
        A demo store. Nothing is sold, charged or delivered, and no mail or text is really sent. Use made-up addresses,
        and numbers like 07700 900982 that belong to nobody.
      </p>
      <ul class="places">
        <li>
          <a href="/forum">A public forum</a>
        </li>
        <li>
          <a href="/terms">Terms</a>
        </li>
        <li>
          <a href="/privacy">Privacy</a>
        </li>
      </ul>
    </footer>
  );
}

/** Stands in for a consent platform; without its script nobody could answer it, so that shows it. */
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
