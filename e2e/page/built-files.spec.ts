import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import ts from 'typescript';
import { eachNode } from '../../scripts/names/eachNode.ts';
import { namesIn } from '../../scripts/names/namesIn.ts';
import { root } from '../../scripts/root.mjs';
import { optionTable } from '../../widget/config/table.ts';
import { type Members, publicTypes } from '../support/publicTypes.ts';

// What no page is needed for: the built files, read as they are.

const embed = join(root, 'dist/embed');
const files = readdirSync(embed).filter((file) => file.endsWith('.js'));

/** Every property that a built file names, and every text that is nothing but a name: options are also read by texts. */
function namesOfFiles(): Set<string> {
  const names = new Set<string>();
  for (const file of files) {
    const code = readFileSync(join(embed, file), 'utf8');
    for (const name of namesIn(code).keys()) names.add(name);
    const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
    eachNode(tree, (node) => {
      if (ts.isStringLiteralLike(node)) for (const part of node.text.split('.')) names.add(part);
    });
  }
  return names;
}

const own = (members: Members): string[] => [...members].flatMap(([name, { members: inner }]) => [name, ...own(inner)]);

/** Names of all properties in a JSON Schema. */
function namesOfSchema(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value as object) : []),
    ...namesOfSchema(value),
  ]);
}

test('every public name appears unshortened in the built files', () => {
  const optionTypes = ['Texts', 'TriggerConditions', 'FieldOption', 'VariantOptions', 'OwnWording'];
  const otherTypes = ['Signup', 'SignupEvents', 'CheckoutFields', 'Explanation', 'Receipt', 'Memory'];
  const schema = JSON.parse(readFileSync(join(root, 'widget/schema/submission.v1.json'), 'utf8'));
  const names = [
    ...optionTable.flatMap(([path]) => path.split('.')),
    ...publicTypes('SignupOptions', ...optionTypes, ...otherTypes).flatMap(own),
    ...namesOfSchema(schema),
  ];
  expect(names.length).toBeGreaterThan(150);
  const built = namesOfFiles();
  expect([...new Set(names)].filter((name) => !built.has(name))).toEqual([]);
});

/** The parts of the script that a part brings with it: what it imports, and what that imports. */
function closureOf(part: string): string[] {
  const reached = new Set<string>();
  const queue = [part];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const file = files.find((each) => new RegExp(`^hello-again\\.${name}-\\w{6}\\.js$`).test(each));
    const code = readFileSync(join(embed, String(file)), 'utf8');
    // What a file needs is named at its beginning: see scripts/toFunction.ts.
    const [, needs = '[]'] = /^export default\s*\(?\w+\)?\s*=>\s*Promise\.all\((\[[^\]]*\])/.exec(code) ?? [];
    queue.push(...(JSON.parse(needs) as string[]));
  }
  return [...reached].sort();
}

test('no built file writes markup into a page, or runs a text as a script', () => {
  for (const file of files) {
    expect(readFileSync(join(embed, file), 'utf8'), file).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc/,
    );
  }
});

test('pages that open no popup do not download the popup', () => {
  expect(closureOf('sending')).toEqual(['memory', 'popup', 'sending']);
  for (const part of [
    'setup',
    'watchStorageConsent',
    'adapterSettings',
    'providers-shippedProvider',
    'triggers',
    'explain',
  ]) {
    expect(closureOf(part), part).not.toContain('popup');
  }
});

/** All texts of a catalogue, in its order. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [String(value)];

const languages = readdirSync(join(root, 'widget/locales')).filter((name) => /^[a-z]{2}(-[A-Z]{2})?$/.test(name));

for (const language of languages) {
  test(`every consent text of ${language} is built as it is written`, async () => {
    const source = await import(`../../widget/locales/${language}/index.ts`);
    // A language without a consent wording of its own is one file.
    for (const region of [...Object.keys(source.localeFile.consentTexts.regions), undefined]) {
      const named = [language, region].filter(Boolean).join('-');
      const name = files.find((file) => new RegExp(`^hello-again\\.strings-${named}-\\w{6}\\.js$`).test(file));
      const { default: make } = await import(pathToFileURL(join(embed, String(name))).href);
      const built: unknown = make();
      const { strings, consentTexts } = source.localeFile;
      const regions = region ? { [region]: consentTexts.regions[region] } : {};
      expect(textsOf(Object.values(built as object))).toEqual(
        textsOf({ strings, consentTexts: { ...consentTexts, regions } }),
      );
      expect(textsOf(regions).length).toBeGreaterThan(region ? 5 : -1);
    }
  });
}
