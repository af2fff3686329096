/** @typedef {'cold' | 'prefetched' | 'load' | 'loadQuickest' | 'nothing'} Mode */

/**
 * @typedef {object} Candidate
 * @property {string} id
 * @property {string} name
 * @property {'none' | 'floor' | 'own' | 'peer'} kind
 * @property {string} [field] CSS selector of the field that has to be usable
 * @property {Partial<Record<Mode, string>>} pages the page's markup for each way of opening. `load`: by itself as soon as the
 *   page loads; `loadQuickest`: the same by the quickest means there is; `nothing`: nobody is asked anything
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [signUp] from the usable field to the answer
 */

/** Of a mobile range: a floor's rules know no number for drama. */
const phone = '07911123456';

/** @param {string} popup @param {string} [attributes] */
const loader = (popup, attributes = '') =>
  `<script async src="/loader.js" data-popup="/${popup}.js" ${attributes}></script>`;

/** @param {import('@playwright/test').Page} page */
async function signUpHandWritten(page) {
  await page.locator('input[type=tel]').fill(phone);
  await page.locator('dialog button:not([type=button])').click();
  await page.getByRole('status').filter({ hasText: 'Thank you.' }).waitFor();
}

/**
 * What is bundled in this folder: by the loader, or in one file that opens at once.
 *
 * @param {string} popup
 * @param {boolean} isWithLoader whether "on load" is by the loader too
 */
const pagesHandWritten = (popup, isWithLoader) => ({
  cold: loader(popup),
  prefetched: loader(popup),
  load: isWithLoader ? loader(popup, 'data-delay="0"') : `<script type="module" src="/${popup}.once.js"></script>`,
  ...(isWithLoader && { loadQuickest: `<script type="module" src="/${popup}.once.js"></script>` }),
});

/** @param {Readonly<Record<string, string>>} attributes */
const tag = (attributes) => {
  const all = {
    collector: '/v1/submissions',
    store: 'bench',
    brand: 'Harbor Coffee',
    terms: 'https://harbor.example/terms',
    privacy: 'https://harbor.example/privacy',
    storage: 'allowed',
    region: 'uk',
    ...attributes,
  };
  const text = Object.entries(all).map(([name, value]) => ` data-${name}="${value}"`);
  return `<script async src="/embed/hello-again.js"${text.join('')}></script>
<script>window.bench = { prepare: async () => {}, open: () => window.HelloAgain.open() };</script>`;
};

const posthog = `<script>
  let start;
  window.bench = {
    prepare: () => start ??= new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = '/array.js';
      script.onload = () => {
        window.posthog.init('bench', {
          api_host: location.origin,
          autocapture: false,
          capture_pageview: false,
          capture_pageleave: false,
          capture_performance: false,
          disable_session_recording: true,
          advanced_disable_feature_flags: true,
          request_batching: false,
        });
        window.posthog.onSurveysLoaded(resolve);
      };
      document.head.append(script);
    }),
    open: () => window.bench.prepare().then(([survey]) => window.posthog.displaySurvey(survey.id, { displayType: 'popover', ignoreConditions: true, ignoreDelay: true })),
  };
</script>`;

/**
 * Whatever is measured, in the order in which its columns stand.
 *
 * @param {readonly string[]} hinted paths of the files that the documents say to name in a `modulepreload`
 * @returns {readonly Candidate[]}
 */
export const candidatesWith = (hinted) => [
  { id: 'none', name: 'no widget', kind: 'none', pages: { nothing: '' } },
  {
    id: 'plain',
    name: 'hand-written, plain DOM',
    kind: 'floor',
    field: 'input[type=tel]',
    pages: { ...pagesHandWritten('plain', true), nothing: loader('plain', 'data-delay="0" data-exclude="/"') },
    signUp: signUpHandWritten,
  },
  {
    id: 'preact',
    name: 'hand-written, Preact',
    kind: 'floor',
    field: 'input[type=tel]',
    pages: pagesHandWritten('preact', true),
    signUp: signUpHandWritten,
  },
  {
    id: 'preactPhone',
    name: 'hand-written, with phone rules',
    kind: 'floor',
    field: 'input[type=tel]',
    pages: pagesHandWritten('preactPhone', true),
    signUp: signUpHandWritten,
  },
  {
    id: 'helloAgain',
    name: 'Hello Again',
    kind: 'own',
    field: 'input[type=tel]',
    pages: {
      cold: tag({ trigger: 'manual' }),
      prefetched: tag({ 'trigger-delay': '600000' }),
      load: tag({ 'trigger-delay': '0' }),
      loadQuickest: `${hinted.map((path) => `<link rel="modulepreload" href="${path}">`).join('')}${tag({ 'trigger-delay': '0' })}`,
      nothing: tag({ 'target-include': '/elsewhere*' }),
    },
    async signUp(page) {
      await page.locator('[data-ha=email]').fill('penny@example.com');
      await page.locator('[data-ha=phone]').fill(phone);
      await page.locator('[data-ha=consent-sms]').check();
      await page.locator('[data-ha=submit]').click();
      await page.locator('[data-ha=status]').filter({ hasText: /\w/ }).waitFor();
    },
  },
  {
    id: 'sentry',
    name: 'Sentry feedback',
    kind: 'peer',
    field: 'textarea',
    pages: pagesHandWritten('sentry', false),
  },
  {
    id: 'posthog',
    name: 'PostHog surveys',
    kind: 'peer',
    field: 'textarea',
    pages: {
      cold: posthog,
      prefetched: posthog,
      load: `<link rel="preload" as="script" href="/array.js">${posthog}<script>window.bench.open();</script>`,
    },
  },
  {
    id: 'reactPhone',
    name: 'react-phone-number-input',
    kind: 'peer',
    field: 'input[type=tel]',
    pages: pagesHandWritten('reactPhone', false),
    signUp: signUpHandWritten,
  },
  {
    id: 'intlTelInput',
    name: 'intl-tel-input',
    kind: 'peer',
    field: 'input[type=tel]',
    pages: pagesHandWritten('intlTelInput', false),
    signUp: signUpHandWritten,
  },
];

/** @param {string} head */
export const pageOf = (head) => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>A shop</title><meta name="viewport" content="width=device-width">
${head}</head>
<body><main><h1>Beans</h1><p>From five farms.</p></main></body>
</html>`;
