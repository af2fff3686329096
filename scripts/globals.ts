import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const network = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const storage = ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore', 'caches'];
const page = ['window', 'document', 'navigator', 'location', 'history', 'screen', 'self', 'globalThis'];
const timers = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'requestIdleCallback',
];
/** Functions of the window that are called by their name alone. */
const listeners = ['addEventListener', 'removeEventListener', 'matchMedia', 'CSS', 'MutationObserver'];
const chance = ['performance', 'crypto', 'process', 'console', 'BroadcastChannel'];

/** Members that answer differently every time. */
const unsteady = ['Date.now', 'Math.random'];

interface Ban {
  readonly path: RegExp;
  readonly names: readonly string[];
  /** Members by their full name, where the object itself is permitted. */
  readonly members: readonly string[];
}

const pure: Omit<Ban, 'path'> = { names: [...network, ...storage, ...page, ...timers, ...chance], members: unsteady };

/** What each part must not mention. */
const bans: readonly Ban[] = [
  { path: /^widget\/core\//, ...pure },
  { path: /^widget\/signup\/controller\.ts$/, ...pure },
  { path: /^widget\/(config|providers)\//, ...pure },
  { path: /^widget\/adapters\//, names: [...storage, ...page], members: [] },
  // Elsewhere a browser's global belongs into `platform/`. The entry points and the composition root pass the browser
  // to the rest. `testing/` and `cli/` run in Node, and their functions for pages in a test's browser.
  {
    path: /^widget\/(?!platform\/|ui\/|link\/|relay\/|testing\/|cli\/|(loader|index|signup\/createSignup)\.ts$)/,
    names: [...network, ...storage, ...page, ...timers, ...chance, ...listeners],
    members: [],
  },
  { path: /^widget\/ui\//, names: [...network, ...storage], members: ['document.cookie', 'navigator.sendBeacon'] },
];

/** Names in places where they name something else: `event.location`, `{ location: … }`, a key of a type. */
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return true;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) {
    return parent.name === node;
  }
  if (ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent)) return parent.name === node;
  return ts.isBindingElement(parent) && parent.propertyName === node;
}

function findIn(file: string, source: string, { names, members }: Ban): string[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const problems: string[] = [];
  const report = (node: ts.Node, what: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    problems.push(`${file}:${line + 1} uses ${what}`);
  };
  const visit = (node: ts.Node): void => {
    // A parameter that is called like a global is reported too: its reader would take it for the global.
    if (ts.isIdentifier(node) && names.includes(node.text) && !isOnlyAName(node)) report(node, node.text);
    if (ts.isPropertyAccessExpression(node) && members.includes(node.getText())) report(node, node.getText());
    const isClock = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'Date';
    if (members === unsteady && isClock && (node.arguments ?? []).length === 0)
      report(node, 'the clock (Date without an argument)');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return problems;
}

export interface GlobalsReport {
  readonly files: number;
  readonly problems: readonly string[];
}

/** Checks that the pure parts of `folder` name nothing of the browser, no clock, no random numbers. */
export function checkGlobals(folder: string): GlobalsReport {
  const files = readdirSync(join(folder, 'widget'), { recursive: true, encoding: 'utf8' })
    .map((path) => `widget/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path));
  const problems = files.flatMap((file) => {
    const ban = bans.find(({ path }) => path.test(file));
    return ban ? findIn(file, readFileSync(join(folder, file), 'utf8'), ban) : [];
  });
  return { files: files.length, problems };
}
