// What the documentation site holds, by reader and in order. A document of docs/ that is missing here fails the build.

/** @typedef {{ readonly source: string, readonly label: string }} Entry a document of the repository, and its name in the navigation */

/**
 * @param {string} source
 * @param {string} label
 * @returns {Entry}
 */
const page = (source, label) => ({ source, label });

/** The first page of the site. */
export const home = 'docs/README.md';

/** The generated reference; its pages have no document in the repository. */
export const apiIndex = 'api/README.md';

/** @type {readonly { readonly reader: string, readonly pages: readonly Entry[] }[]} */
export const sections = [
  {
    reader: 'Owner',
    pages: [
      page('README.md', 'Overview'),
      page('docs/installing.md', 'Installing'),
      page('docs/playground.md', 'Playground'),
      page('docs/asking.md', 'Who is asked for what'),
      page('docs/layouts.md', 'Layouts, steps, fields'),
      page('docs/triggers.md', 'Triggers'),
      page('docs/brand.md', 'Brand'),
      page('docs/languages.md', 'Languages'),
      page('docs/law.md', 'Law checklist'),
      page('docs/consent-wording.md', 'Consent text'),
      page('docs/storage-permission.md', 'Storage consent'),
      page('docs/measurement.md', 'Events, variants, results'),
      page('docs/other-popups.md', 'Other popups'),
      page('docs/troubleshooting.md', 'Troubleshooting'),
    ],
  },
  {
    reader: 'Developer',
    pages: [
      page('docs/frameworks.md', 'npm and frameworks'),
      page('docs/examples.md', 'Examples'),
      page('docs/links.md', 'Signed links'),
      page('docs/providers.md', 'Providers'),
      page('docs/adapters.md', 'Adapters'),
      page('docs/protocol.md', 'Protocol'),
      page('docs/collectors.md', 'Collectors in one file'),
      page(apiIndex, 'API reference'),
      page('docs/architecture.md', 'Architecture'),
      page('docs/decisions.md', 'Decisions'),
      page('docs/sizes.md', 'Sizes'),
      page('docs/figures.md', 'Figures'),
      page('CONTRIBUTING.md', 'Contributing'),
    ],
  },
  {
    reader: 'QA',
    pages: [
      page('docs/testing.md', 'Testing a page'),
      page('docs/phone-and-email.md', 'Phone and email'),
      page('docs/accessibility.md', 'Accessibility'),
      page('docs/hostile-pages.md', 'Hostile pages'),
      page('docs/session-recorders.md', 'Session recorders'),
      page('docs/simulation.md', 'Simulation'),
    ],
  },
  {
    reader: 'Operator',
    pages: [
      page('docs/deployment.md', 'Deploying the script'),
      page('docs/collector.md', 'The collector'),
      page('docs/operations.md', 'Scaling, backups, upgrades'),
      page('docs/relay.md', 'The relay'),
      page('docs/consent-ledger.md', 'Consent ledger'),
      page('SECURITY.md', 'Security'),
      page('docs/bench.md', 'Load'),
      page('docs/a-long-day.md', 'A page for a day'),
      page('demo/README.md', 'The demo store'),
      page('CHANGELOG.md', 'Changes'),
    ],
  },
];
