import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { root } from './root.mjs';
import { internalNames, shortNames } from './shortNames.ts';

const sources = readdirSync(join(root, 'widget'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$|(^|\/)test\//.test(path));

function parse(path: string): ts.SourceFile {
  const text = readFileSync(join(root, 'widget', path), 'utf8');
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => walk(child, see));
}

/** Types whose members leave the script: options, the API, events, what is posted, answered, stored or explained. */
const leaving: readonly [path: string, types: RegExp][] = [
  ['config/options.ts', /./],
  ['signup.ts', /./],
  ['checkoutTypes.ts', /./],
  ['events.ts', /^SignupEvents$/],
  ['providers/provider.ts', /./],
  ['core/identity/issuer.ts', /./],
  ['core/identity/extract.ts', /^PageClaim$/],
  ['core/ask/decision.ts', /./],
  ['core/ask/reasons.ts', /./],
  ['core/ask/decide.ts', /^LookupAnswer$/],
  ['core/ask/weigh.ts', /^WeighedRow$/],
  ['core/explain.ts', /^(Explain|Hindrance)/],
  ['core/submission/submission.gen.ts', /./],
  ['core/submission/answer.ts', /^(Receipt|FieldError)$/],
  ['core/memory/memory.ts', /./],
  ['outbox.ts', /^Entry$/],
];

function membersOf([path, types]: (typeof leaving)[number]): string[] {
  const members: string[] = [];
  walk(parse(path), (node) => {
    if (!(ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) || !types.test(node.name.text)) return;
    walk(node, (inner) => {
      const isMember = ts.isPropertySignature(inner) || ts.isMethodSignature(inner);
      if (isMember) members.push(inner.name.getText().replace(/'/g, ''));
    });
  });
  return members;
}

describe('a name that is shortened', () => {
  test.each(leaving.map((row) => [row[0], membersOf(row)] as const))(
    'leaves the script nowhere: %s',
    (_path, members) => {
      expect(members.length).toBeGreaterThan(1);
      expect(members.filter((name) => internalNames.includes(name))).toEqual([]);
    },
  );

  test('stands in no sentence: it would be shortened there as well', () => {
    const anyName = new RegExp(`(?<![/-])\\b(${internalNames.join('|')})\\b(?!\\.tsx?)`);
    const sentences: string[] = [];
    // The script carries neither the words of the documentation nor what runs on servers.
    const carried = sources.filter((path) => path !== 'core/ask/visitors.ts' && !/^(link|relay)\//.test(path));
    for (const path of carried) {
      walk(parse(path), (node) => {
        const isText = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node);
        // A text that is nothing but a name is a code between two parts of the script: both are shortened alike.
        if (isText && anyName.test(node.text) && /\W/.test(node.text)) sentences.push(`${path}: ${node.text}`);
      });
    }
    expect(carried.length).toBeGreaterThan(30);
    expect(sentences).toEqual([]);
  });

  test('is listed once, and is the name of something', () => {
    expect(internalNames).toHaveLength(new Set(internalNames).size);
    const all = sources.map((path) => readFileSync(join(root, 'widget', path), 'utf8')).join('\n');
    expect(internalNames.filter((name) => !new RegExp(`\\b${name}\\b`).test(all))).toEqual([]);
  });
});

test('two names are never shortened to the same, and files are still found', () => {
  const { transform } = shortNames();
  const shorten = transform as (code: string, id: string) => { code: string } | undefined;
  const short = (code: string) => shorten(code, `${root}/widget/any.ts`)?.code;
  expect(new Set(internalNames.map(short)).size).toBe(internalNames.length);
  const [name = ''] = internalNames;
  expect(short(`import './${name}.ts'; import '../${name}/x'; a.${name} = my${name};`)).toBe(
    `import './${name}.ts'; import '../${name}/x'; a.$0 = my${name};`,
  );
  expect(shorten(`a.${name}`, `${root}/demo/any.ts`)).toBeUndefined();
});
