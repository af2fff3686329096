// The import table of the layout, as rules. `scripts/imports.test.ts` runs them with what a rule over single imports cannot
// say: what the entry reaches as a whole, and which browser names a source mentions.

/** Doors that other folders, and packages that use this one, may come in by. */
const publicDoors =
  '^widget/(index\\.ts$|(link|relay|testing)/index\\.ts$|adapters/(index|contract|[^/]+/index)\\.ts$|schema/)';

/** Folders that only a lazy import may bring in. */
const lazyFolders = '^widget/(setup|popup|sending|memory|checkout|explain|ui|phone|locales|adapters)/';

/** The one file of widget/phone/ that is there from the start: it fetches the others. */
const phoneLoader = '^widget/phone/loadHome\\.ts$';

/** All but types: a type is gone before anything is loaded. */
const values = { dependencyTypesNot: ['type-only'] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Arrows point to core; a cycle, even one of types only, points nowhere.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'What cannot be resolved cannot be checked either.',
      severity: 'error',
      from: {},
      // Modules that `scripts/phoneModules.ts` makes are no files.
      to: { couldNotResolve: true, pathNot: '^virtual:phone-' },
    },
    {
      name: 'no-barrels',
      comment: 'Only a public door passes on what other files export.',
      severity: 'error',
      from: { path: '^widget/', pathNot: publicDoors },
      to: { dependencyTypes: ['export'] },
    },
    {
      name: 'core-imports-core',
      comment: 'core/ is pure: it imports nothing but core/.',
      severity: 'error',
      from: { path: '^widget/core/' },
      to: { pathNot: '^widget/core/' },
    },
    {
      name: 'config-and-providers-import-types',
      comment: 'Options and providers are data: each imports its own folder, the other one and core by type.',
      severity: 'error',
      from: { path: '^widget/(config|providers)/' },
      to: { pathNot: '^widget/(core|config|providers)/|^widget/adapters/adapter\\.ts$' },
    },
    {
      name: 'config-imports-core-types',
      comment:
        'config/ takes types from core/ and providers/, and the helpers that complete a template and mend a choice.',
      severity: 'error',
      from: { path: '^widget/config/' },
      to: {
        path: '^widget/(core|providers)/',
        pathNot: '^widget/core/(carriesFields|complete|mendChoice)\\.ts$',
        ...values,
      },
    },
    {
      name: 'providers-import-core-types',
      comment: 'providers/ take types from core/, and know nothing of options.',
      severity: 'error',
      from: { path: '^widget/providers/' },
      to: { path: '^widget/core/', ...values },
    },
    {
      name: 'providers-know-no-config',
      severity: 'error',
      from: { path: '^widget/providers/' },
      to: { path: '^widget/config/' },
    },
    {
      name: 'platform-imports-ports',
      comment:
        'platform/ fulfils the ports of core/ with a browser or without; the only packages it needs are for cookies and hashes.',
      severity: 'error',
      from: { path: '^widget/platform/' },
      to: { pathNot: '^widget/(platform|core)/|^(node_modules/)?@noble/hashes(/|$)' },
    },
    {
      name: 'platform-imports-core-types',
      comment: 'platform/ takes the ports and types from core/, never its decisions.',
      severity: 'error',
      from: { path: '^widget/platform/' },
      to: { path: '^widget/core/', pathNot: '^widget/core/ports\\.ts$', ...values },
    },
    {
      name: 'phone-imports-contact-types',
      comment: 'phone/ holds the phone library behind the phone rules of core/contact.',
      severity: 'error',
      from: { path: '^widget/phone/' },
      to: {
        pathNot:
          '^widget/(phone|core/contact)/|^widget/core/ports\\.ts$|^(node_modules/)?libphonenumber-js(/|$)|^virtual:phone-',
      },
    },
    {
      name: 'phone-imports-types-of-core',
      comment:
        'A value of the entry in a lazy chunk would have to be exported by the entry. What cleans typed text is not in the entry.',
      severity: 'error',
      from: { path: '^widget/phone/' },
      to: { path: '^widget/core/', pathNot: '^widget/core/contact/cleanText\\.ts$', ...values },
    },
    {
      name: 'ui-imports-core-and-locale-types',
      comment:
        'ui/ gets all that it does with in one argument; it imports Preact, types, and small pure helpers of core/.',
      severity: 'error',
      from: { path: '^widget/ui/' },
      to: {
        pathNot:
          '^widget/(ui|core|locales|config)/|^widget/platform/(inIdleTime|fromPage|isJsdom)\\.ts$|^(node_modules/)?preact(/|$)',
      },
    },
    {
      name: 'ui-imports-locale-types',
      severity: 'error',
      from: { path: '^widget/ui/' },
      to: { path: '^widget/(locales|config)/', ...values },
    },
    {
      name: 'locales-import-types',
      comment: 'A locale is data that satisfies a type.',
      severity: 'error',
      from: { path: '^widget/locales/' },
      to: { pathNot: '^widget/(locales|core|config|ui)/' },
    },
    {
      name: 'locales-import-only-types-from-elsewhere',
      severity: 'error',
      from: { path: '^widget/locales/' },
      to: { path: '^widget/(core|config|ui)/', ...values },
    },
    {
      name: 'adapters-import-their-own-folder',
      comment: 'One adapter knows one vendor: the adapter type, core types, its own folder.',
      severity: 'error',
      from: { path: '^widget/adapters/([^/]+)/' },
      to: { pathNot: '^widget/adapters/($1/|[^/]+\\.ts$)|^widget/core/' },
    },
    {
      name: 'config-imports-adapter-types',
      comment: 'An adapter may stand where the address of a collector does; its code comes with it, or lazily.',
      severity: 'error',
      from: { path: '^widget/(config|providers)/' },
      to: { path: '^widget/adapters/', ...values },
    },
    {
      name: 'adapters-import-core-types',
      comment:
        'What the script tag fetches shares no module with other chunks; the double of the contract is for tests alone.',
      severity: 'error',
      from: { path: '^widget/adapters/', pathNot: '^widget/adapters/vendorDouble\\.ts$' },
      to: { path: '^widget/core/', ...values },
    },
    {
      name: 'controller-knows-ports',
      comment:
        'The controller runs the flow over core, option types, events and ports; parts that load later are known to it by type.',
      severity: 'error',
      from: { path: '^widget/signup/controller\\.ts$' },
      to: {
        pathNot: ['^widget/(core|config|signup)/', '^widget/files/', lazyFolders],
      },
    },
    {
      name: 'controller-takes-config-types',
      severity: 'error',
      from: { path: '^widget/signup/controller\\.ts$' },
      to: { path: ['^widget/config/', lazyFolders], ...values },
    },
    {
      name: 'lazy-by-import-only',
      comment:
        'The popup, the phone rules and the locales are reached by import() alone, or nobody is spared their bytes.',
      severity: 'error',
      from: {
        path: '^widget/(index|loader)\\.ts$|^widget/(signup|config|providers|platform|core)/',
      },
      to: {
        path: lazyFolders,
        pathNot: phoneLoader,
        dynamic: false,
        ...values,
      },
    },
    {
      name: 'phone-and-locales-by-import-only',
      comment: 'The popup itself waits for neither the phone library nor a language it does not speak.',
      severity: 'error',
      from: { path: '^widget/', pathNot: '^widget/(phone|locales)/' },
      to: { path: '^widget/(phone|locales)/', pathNot: phoneLoader, dynamic: false, ...values },
    },
    {
      name: 'server-side-stays-apart',
      comment: 'link/ runs on the owner’s server and stands alone.',
      severity: 'error',
      from: { path: '^widget/link/' },
      to: { pathNot: '^widget/link/|^(node_modules/)?jose(/|$)' },
    },
    {
      name: 'relay-stays-apart',
      comment: 'relay/ runs on the owner’s server, over signed links, the published schema and the protocol’s types.',
      severity: 'error',
      from: { path: '^widget/relay/' },
      to: { pathNot: '^widget/(relay|link|schema)/|^widget/core/submission/' },
    },
    {
      name: 'relay-takes-types-of-the-protocol',
      severity: 'error',
      from: { path: '^widget/relay/' },
      to: { path: '^widget/core/', ...values },
    },
    {
      name: 'nobody-imports-the-server-side',
      severity: 'error',
      from: { path: '^widget/', pathNot: '^widget/(link|relay|testing|cli)/' },
      to: { path: '^widget/(link|relay)/' },
    },
    {
      name: 'testing-takes-rules',
      comment:
        'testing/ runs beside a test: over the rules of core/, signed links and the published schema. Of the parts of a browser it takes types.',
      severity: 'error',
      from: { path: '^widget/testing/' },
      to: {
        pathNot:
          '^widget/(testing|core|link|schema)/|^widget/providers/signedLink\\.ts$|^widget/relay/(canonicalSubmission|check/schemaErrors)\\.ts$',
        ...values,
      },
    },
    {
      name: 'commands-take-rules',
      comment: 'cli/ runs in Node: what testing/ may take, testing/ itself, Node, and a browser’s driver by import().',
      severity: 'error',
      from: { path: '^widget/cli/' },
      to: {
        pathNot:
          '^widget/(cli|testing|core|link|schema)/|^widget/relay/|^docs/collectors/|^(node:)?(fs|http|path|url|util|crypto|child_process|module|timers)(/promises)?$',
        ...values,
      },
    },
    {
      name: 'nobody-imports-tests-and-commands',
      comment: 'Whoever embeds the popup gets nothing of the test kit and of the commands.',
      severity: 'error',
      from: { path: '^widget/', pathNot: '^widget/(testing|cli)/' },
      to: { path: '^widget/(testing|cli)/' },
    },
    {
      name: 'widget-knows-no-demo',
      severity: 'error',
      from: { path: '^widget/' },
      to: { path: '^(demo|e2e|scripts)/' },
    },
    {
      name: 'collector-stands-alone',
      comment: 'Whoever runs the collector takes demo/collector/ and leaves the shop; only its tests play in the shop.',
      severity: 'error',
      from: { path: '^demo/collector/' },
      to: { path: '^(demo|e2e|scripts|tools)/', pathNot: '^demo/collector/' },
    },
    {
      name: 'public-entries-only',
      comment:
        'demo/ and e2e/ use the product as its users do; two specs compare what was built with the sources it was built of, and the playground says by the rules themselves what they will do, through one file.',
      severity: 'error',
      from: {
        path: '^(demo|e2e)/',
        pathNot: '^e2e/page/(public-names|built-files)\\.spec\\.ts$|^demo/shop/playground/rules\\.ts$',
      },
      to: { path: '^widget/', pathNot: publicDoors },
    },
    {
      name: 'e2e-sees-pages',
      comment: 'The end-to-end tests see the demo as a browser does.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^demo/' },
    },
  ],
  options: {
    // Types count as imports here: the table speaks of them.
    tsPreCompilationDeps: true,
    exclude: { path: '\\.test\\.tsx?$|(^|/)test/|\\.d\\.m?ts$' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
