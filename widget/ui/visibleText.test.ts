import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const attributes = /^(aria-(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label)$/;

/** Words written out in a component, which no language could replace. */
function visibleText(source: string): string[] {
  const file = ts.createSourceFile('a.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const take = (text: string) => {
    if (/\p{L}/u.test(text)) found.push(text.trim());
  };
  /** What an expression may come to, where that is a text written out. */
  const takeValue = (node: ts.Node | undefined): void => {
    if (!node) return;
    if (ts.isStringLiteralLike(node)) take(node.text);
    else if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) takeValue(node.expression);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(takeValue);
    else if (ts.isBinaryExpression(node)) {
      if (node.operatorToken.kind === ts.SyntaxKind.PlusToken) takeValue(node.left);
      if (!/[=<>]/.test(node.operatorToken.getText())) takeValue(node.right);
    } else if (ts.isTemplateExpression(node)) {
      for (const part of [node.head, ...node.templateSpans.map((span) => span.literal)]) take(part.text);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) take(node.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) takeValue(node);
    if (ts.isJsxAttribute(node) && attributes.test(node.name.getText())) takeValue(node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const root = join(import.meta.dirname, '..');
const components = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^(ui\/)?[^/]+\.tsx$/.test(path) && !path.endsWith('.test.tsx'));

test('the components are found', () => {
  expect(components).toEqual(expect.arrayContaining(['ui/Form.tsx', 'ui/Popup.tsx', 'ui/Consent.tsx']));
});

test.each(components)('%s has no text of its own: its texts are in the locales', (path) => {
  expect(visibleText(readFileSync(join(root, path), 'utf8'))).toEqual([]);
});

test.each([
  ['<p>Sign up</p>', ['Sign up']],
  ['<p>{name} and more</p>', ['and more']],
  ['<p>{"Sign up"}</p>', ['Sign up']],
  ['<p>{isSent ? s.done : "Sending"}</p>', ['Sending']],
  ['<p>{isSent && "Sent"}</p>', ['Sent']],
  ['<p>{text ?? "None"}</p>', ['None']],
  [`<p>{\`For \${name}.\`}</p>`, ['For']],
  ['<p>{"For " + name}</p>', ['For']],
  ['<button aria-label="Close" />', ['Close']],
  ['<button title={isOpen ? "Hide" : s.show} />', ['Hide']],
  [`<img alt={\`Picture of \${name}\`} />`, ['Picture of']],
  ['<Field label="Email" />', ['Email']],
  ['<input placeholder="you@example.com" />', ['you@example.com']],
])('in %s the texts are found', (source, words) => {
  expect(visibleText(`export const it = ${source};`)).toEqual(words);
});

test.each([
  ['<p class="note" id="body">{s.body} ({s.optional})</p>'],
  ['<p>{kind === "email" && <b>{s.email}</b>}{" "}</p>'],
  ['<img alt="" src="a.png" />'],
  ['<p>{fill(s.namedEmail, { hint })} · {s.step.replace("{n}", "1")}</p>'],
])('in %s none are found', (source) => {
  expect(visibleText(`export const it = ${source};`)).toEqual([]);
});
