import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkGlobals } from './globals.ts';
import { checkImports } from './importTable.ts';
import { root } from './root.mjs';

let planted: string | undefined;

afterEach(() => {
  if (planted) rmSync(planted, { recursive: true });
  planted = undefined;
});

/** Writes a small repository that breaks a rule on purpose. */
function plant(files: Readonly<Record<string, string>>): string {
  planted = mkdtempSync(join(tmpdir(), 'hello-again-imports-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(planted, path)), { recursive: true });
    writeFileSync(join(planted, path), content);
  }
  return planted;
}

/** Vendors that this kind of product meets, and whatever providers/ or adapters/ hold besides. */
function vendorNames(): readonly string[] {
  const known = [
    'klaviyo',
    'mailchimp',
    'segment',
    'shopify',
    'attentive',
    'postscript',
    'omnisend',
    'hubspot',
    'brevo',
  ];
  const ours = [
    'own',
    'provider',
    'providers',
    'custom',
    'generic',
    'registry',
    'index',
    'contract',
    'webhook',
    'consent',
    'test',
  ];
  const held = ['widget/providers', 'widget/adapters']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { encoding: 'utf8' }))
    .map((name) => name.replace(/(\.test)?\.ts$/, ''));
  return [...known, ...held.filter((name) => !ours.includes(name))];
}

describe('the import table', () => {
  test('holds in this repository', async () => {
    const { modules, problems } = await checkImports(root);
    // A parser that understands no TypeScript finds no module, and so no violation either.
    expect(modules).toBeGreaterThan(30);
    expect(problems).toEqual([]);
  }, 60_000);

  const plants: readonly [rule: string, files: Record<string, string>][] = [
    [
      'core-imports-core',
      {
        'widget/core/decide.ts': "import { now } from '../platform/now.ts';\nexport const decide = now;\n",
        'widget/platform/now.ts': 'export const now = 1;\n',
      },
    ],
    [
      'phone-and-locales-by-import-only',
      {
        'widget/signup/createSignup.ts': "import { parse } from '../phone/index.ts';\nexport const run = parse;\n",
        'widget/phone/index.ts': 'export const parse = 1;\n',
      },
    ],
    [
      'entry-stays-small',
      {
        'widget/loader.ts': "import { all } from './all.ts';\nall();\n",
        'widget/all.ts': "import { draw } from './ui/draw.ts';\nexport const all = draw;\n",
        'widget/ui/draw.ts': 'export const draw = (): void => {};\n',
      },
    ],
    [
      'types-only-from-the-entry',
      {
        'widget/loader.ts':
          "import { tag } from './core/tag.ts';\nvoid import('./popup/popup.ts').then((m) => m.open(tag));\n",
        'widget/core/tag.ts': 'export const tag = 1;\n',
        'widget/popup/popup.ts':
          "import { tag } from '../core/tag.ts';\nexport const open = (n: number): boolean => n === tag;\n",
      },
    ],
    [
      'config-imports-core-types',
      {
        'widget/config/defaults.ts': "import { quiet } from '../core/quiet.ts';\nexport const days = quiet;\n",
        'widget/core/quiet.ts': 'export const quiet = 30;\n',
      },
    ],
    [
      'adapters-import-their-own-folder',
      {
        'widget/adapters/one/index.ts': "import { post } from '../two/post.ts';\nexport const send = post;\n",
        'widget/adapters/two/post.ts': 'export const post = 1;\n',
      },
    ],
    [
      'no-cycles',
      {
        'widget/core/a.ts': "import { b } from './b.ts';\nexport const a = (): number => b();\n",
        'widget/core/b.ts': "import { a } from './a.ts';\nexport const b = (): number => a();\n",
      },
    ],
    [
      'no-barrels',
      {
        'widget/core/all.ts': "export { one } from './one.ts';\n",
        'widget/core/one.ts': 'export const one = 1;\n',
      },
    ],
    [
      'nobody-imports-tests-and-commands',
      {
        'widget/popup/show.ts': "import { visitAs } from '../testing/visitAs.ts';\nexport const show = visitAs;\n",
        'widget/testing/visitAs.ts': 'export const visitAs = 1;\n',
      },
    ],
    [
      'testing-takes-rules',
      {
        'widget/testing/visitAs.ts': "import { show } from '../popup/show.ts';\nexport const visitAs = show;\n",
        'widget/popup/show.ts': 'export const show = 1;\n',
      },
    ],
    [
      'commands-take-rules',
      {
        'widget/cli/main.ts': "import { show } from '../popup/show.ts';\nexport const main = show;\n",
        'widget/popup/show.ts': 'export const show = 1;\n',
      },
    ],
    [
      'collector-stands-alone',
      {
        'demo/collector/http/storeOf.ts':
          "import { usual } from '../../shop/server/services.ts';\nexport const storeOf = usual;\n",
        'demo/shop/server/services.ts': "export const usual = 'harbor-coffee';\n",
      },
    ],
    [
      'public-entries-only',
      {
        'demo/shop/server/server.ts':
          "import { decide } from '../../../widget/core/decide.ts';\nexport const run = decide;\n",
        'widget/core/decide.ts': 'export const decide = 1;\n',
      },
    ],
  ];

  test.each(plants)(
    '%s catches a planted violation',
    async (rule, files) => {
      const { problems } = await checkImports(plant(files));
      expect(problems.join('\n')).toContain(`${rule}:`);
    },
    60_000,
  );

  test('allows a type import where it forbids a value import', async () => {
    const { modules, problems } = await checkImports(
      plant({
        'widget/config/options.ts': "import type { Ask } from '../core/ask.ts';\nexport type Asked = Ask;\n",
        'widget/core/ask.ts': "export type Ask = 'phone';\n",
      }),
    );
    expect({ modules, problems }).toEqual({ modules: 2, problems: [] });
  }, 60_000);

  test('reports that nothing was checked where there are no files', async () => {
    expect((await checkImports(plant({ 'readme.md': '' }))).modules).toBe(0);
  });
});

describe('the pure parts', () => {
  test('name nothing of the browser, no clock and no random numbers', () => {
    const { files, problems } = checkGlobals(root);
    expect(files).toBeGreaterThan(30);
    expect(problems).toEqual([]);
  });

  test.each([
    ['window', 'export const width = (): number => window.innerWidth;'],
    ['fetch', 'export const get = (): unknown => fetch("/");'],
    ['Date.now', 'export const now = (): number => Date.now();'],
    ['the clock', 'export const now = (): Date => new Date();'],
    ['Math.random', 'export const roll = (): number => Math.random();'],
    ['setTimeout', 'export const wait = (go: () => void): unknown => setTimeout(go, 1);'],
    ['localStorage', 'export const keep = { localStorage };'],
    ['document', 'export const title = (document: { title: string }): string => document.title;'],
  ])('fail with a planted %s', (name, source) => {
    expect(checkGlobals(plant({ 'widget/core/pure.ts': source })).problems.join('\n')).toContain(`uses ${name}`);
  });

  test.each([
    ['popup/show.ts', 'document', 'export const title = (): string => document.title;'],
    ['sending/submit.ts', 'setTimeout', 'export const later = (go: () => void): unknown => setTimeout(go, 1);'],
    [
      'setup/setup.ts',
      'addEventListener',
      "export const hear = (go: () => void): void => addEventListener('load', go);",
    ],
    ['ui/Form.tsx', 'fetch', 'export const get = (): unknown => fetch("/");'],
  ])('fail with a planted global outside platform/: %s names %s', (file, name, source) => {
    expect(checkGlobals(plant({ [`widget/${file}`]: source })).problems).toEqual([`widget/${file}:1 uses ${name}`]);
  });

  test('may have a property with the name of a global', () => {
    const source = `export interface Seen { location: string }
export const at = (seen: Seen, when: Date): string => seen.location + new Date(when).getTime();
`;
    expect(checkGlobals(plant({ 'widget/core/pure.ts': source })).problems).toEqual([]);
  });

  test('name no vendor in their controller', () => {
    const controller = readFileSync(join(root, 'widget/signup/controller.ts'), 'utf8');
    expect(vendorNames().filter((name) => new RegExp(`\\b${name}`, 'i').test(controller))).toEqual([]);
  });
});
