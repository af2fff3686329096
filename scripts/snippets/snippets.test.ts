// Every block of code in the documents is checked by what it is. What cannot be checked says why, in a comment above it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { root } from '../root.mjs';
import { compile } from './compile.ts';
import { type Fence, readFences } from './fences.ts';
import { areOptions, wrongAttributes, wrongOptions } from './options.ts';

const fences = readFences();
const of = (...languages: readonly string[]) =>
  fences.filter(({ language, unchecked }) => !unchecked && languages.includes(language));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Languages that a test below takes. */
/** Languages that a test below takes. */
const checked = ['ts', 'tsx', 'js', 'svelte', 'html', 'json', 'sh', 'css', 'sql', 'ini'];

test('a block of code is neither checked nor says why', () => {
  expect(fences.length).toBeGreaterThan(60);
  const lost = fences.filter(({ language, unchecked }) => !unchecked && !checked.includes(language));
  expect(lost.map(({ where, language }) => `${where}: ${language || 'no language'}`)).toEqual([]);
});

describe('code does not compile against the types of the package', () => {
  const strict = compile(of('ts', 'tsx'), true);
  const loose = compile(of('js', 'svelte'), false);
  test.each([...strict, ...loose])('%s', (_where, messages) => {
    expect(messages).toEqual([]);
  });

  test('and a wrong option, method or import is noticed', () => {
    const wrong = (language: string, code: string): Fence => ({
      ...{ document: 'docs/none.md', name: 'wrong', unchecked: undefined, where: 'here' },
      ...{ language, code },
    });
    const said = (fence: Fence) =>
      compile([fence], fence.language === 'ts')
        .get('here')
        ?.join();
    expect(said(wrong('ts', 'createSignup({ brnd: 1, … });'))).toContain('brnd');
    expect(said(wrong('js', "import { mintLinks } from 'hello-again/link';\n"))).toContain('mintLinks');
  });
});

describe('markup has an attribute that is no option, or a value that is none', () => {
  test.each(of('html'))('$where', ({ code }) => {
    // What a reader is to fill in.
    const { document } = new Window();
    document.body.innerHTML = code.replace(/ …(?=[\s>])/g, '').replaceAll('"…/', '"/');
    const scripts = [...document.querySelectorAll('script')];
    const wrong = scripts.flatMap((script) => {
      if ('helloAgain' in script.dataset) return wrongOptions(JSON.parse(script.textContent ?? ''));
      if (/hello-again-hints\.js$/.test(script.src))
        return Object.keys(script.dataset).filter((name) => name !== 'files');
      return wrongAttributes({ ...script.dataset });
    });
    expect(wrong).toEqual([]);
    expect(scripts.length + document.querySelectorAll('link, button').length).toBeGreaterThan(0);
  });
});

/** What a document shows as JSON besides options, by names that only it has. */
const others: readonly (readonly string[])[] = [
  // A submission, which examples.test.ts holds against the schema.
  ['version', 'id', 'ask', 'identity', 'consents'],
  // A text with a code, as the collector posts it.
  ['store', 'shop', 'submission', 'to', 'code', 'text', 'locale'],
  // Counts of a page view.
  ['store', 'ask', 'reason', 'variant', 'counts'],
  // The build's name, for pages with hints.
  ['build'],
];

describe('JSON cannot be read, or is neither options nor known as something else', () => {
  test.each(of('json'))('$where', ({ code }) => {
    const value = JSON.parse(code) as object;
    if (others.some((names) => names.every((name) => name in value))) return;
    expect(Object.keys(value).filter(() => !areOptions(value))).toEqual([]);
    expect(wrongOptions(value)).toEqual([]);
  });
});

const { scripts, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

/** The source of an npm script, with all that lies beside it. */
function sourceOf(script: string): string {
  const file = /node (\S+\.mjs)/.exec(scripts?.[script] ?? '')?.[1] ?? '';
  const folders = script === 'collector' ? ['demo/collector/held', 'demo/collector/counts'] : [];
  const folder = /^tools\/\w+\/|^scripts\/verify-consent/.exec(file)?.[0];
  if (folder) folders.push(folder.replace('verify-consent', 'verifyConsent'));
  const beside = folders.flatMap((path) => readdirSync(join(root, path)).map((name) => `${path}/${name}`));
  return [file, ...beside]
    .filter((path) => /\.(mjs|ts)$/.test(path))
    .map(read)
    .join('\n');
}

describe('a command does not exist, or does not take what it is given', () => {
  test.each(of('sh'))('$where', ({ code }) => {
    const lines = code.split('\n').map((line) => line.replace(/\s+#.*/, ''));
    const wrong = lines.flatMap((line) => {
      const [, script, rest = ''] = /\bnpm run ([\w:-]+)(?: -- (.*))?/.exec(line) ?? [];
      if (!script)
        return /\bnpx (?:--no-install )?(\S+)/.test(line) && !isInstalled(line) && !isOurs(line) ? [line] : [];
      if (!(script in (scripts ?? {}))) return [line];
      const source = sourceOf(script);
      const [command = ''] = rest.split(' ');
      const isKnown = script !== 'collector' || !command || source.includes(`'${command}'`);
      const flags = [...rest.matchAll(/--([a-z]+)/g)].map(([, flag = '']) => flag);
      // Playwright's are its own.
      return isKnown && (script === 'e2e' || flags.every((flag) => source.includes(flag))) ? [] : [line];
    });
    expect(wrong).toEqual([]);
    const named = [...code.matchAll(/\bnode (\S+\.mjs)/g)].map(([, path = '']) => path);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  /** A command of this package, with flags that it takes. */
  const isOurs = (line: string) => {
    const [, name = '', rest = ''] = /\bnpx hello-again ([\w-]+)(.*)/.exec(line) ?? [];
    const folder = `widget/cli/${name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}`;
    if (!existsSync(join(root, folder))) return false;
    const source = readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => read(`${folder}/${entry.name}`))
      .join('\n');
    return [...rest.matchAll(/--([\w-]+)/g)].every(([flag]) => source.includes(flag));
  };

  const isInstalled = (line: string) =>
    Object.keys(devDependencies ?? {}).some((name) => line.includes(name.split('/').at(-1) ?? ''));

  test.runIf(spawnSync('bash', ['--version']).status === 0).each(of('sh'))(
    '$where: a shell cannot read it',
    ({ code }) => {
      // What a reader is to fill in.
      const { stderr } = spawnSync('bash', ['-n'], { input: code.replace(/<[\w-]+>…?/g, 'X'), encoding: 'utf8' });
      expect(stderr).toBe('');
    },
  );
});

describe('a style sheet cannot be read, or names a property that the popup does not have', () => {
  const styles = readdirSync(join(root, 'widget'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(css|ts|tsx)$/.test(path) && !path.includes('.test.'))
    .map((path) => read(`widget/${path}`))
    .join('\n');
  test.each(of('css'))('$where', async ({ code }) => {
    expect((await transform(code, { loader: 'css' })).warnings).toEqual([]);
    const named = [...code.matchAll(/--ha-[\w-]+/g)].map(([name]) => name);
    expect(named.filter((name) => !styles.includes(name))).toEqual([]);
  });
});

describe('a setting of the database or its pooler is not the one that is tested', () => {
  test.each(of('ini'))('$where', ({ code }) => {
    const pooler = read('demo/collector/store/test/pgbouncer.ts').split('\n');
    const lines = code.trim().split('\n');
    expect(lines.filter((line) => !pooler.includes(line))).toEqual([]);
  });

  test.each(of('sql'))('$where', ({ document, code }) => {
    // Its grants are run by this test, which reads them there.
    if (document === 'docs/consent-ledger.md') {
      return expect(read('demo/collector/store/roles.test.ts')).toContain(document);
    }
    const named = [...code.matchAll(/^alter role \w+ set (\w+) = '\w+';$/gm)].map(([, name = '']) => name);
    expect(named).toHaveLength(code.trim().split('\n').length);
    const connection = read('demo/collector/store/database.ts');
    expect(named.filter((name) => !connection.includes(name))).toEqual([]);
  });
});
