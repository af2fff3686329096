import ts from 'typescript';
import { eachNode } from '../names/eachNode.ts';
import { compatData, type Feature, featureAt, lackedBy } from './compatData.ts';

/** Syntax that came after 2017, by its path in the data. */
const syntax: readonly (readonly [path: string, isIt: (node: ts.Node) => boolean])[] = [
  ['javascript.operators.optional_chaining', (node) => ts.isOptionalChain(node)],
  ['javascript.operators.nullish_coalescing', isOperator(ts.SyntaxKind.QuestionQuestionToken)],
  ['javascript.operators.nullish_coalescing_assignment', isOperator(ts.SyntaxKind.QuestionQuestionEqualsToken)],
  ['javascript.operators.logical_or_assignment', isOperator(ts.SyntaxKind.BarBarEqualsToken)],
  ['javascript.operators.logical_and_assignment', isOperator(ts.SyntaxKind.AmpersandAmpersandEqualsToken)],
  ['javascript.operators.exponentiation', isOperator(ts.SyntaxKind.AsteriskAsteriskToken)],
  [
    'javascript.operators.import',
    (node) => ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword,
  ],
  ['javascript.operators.import_meta', (node) => ts.isMetaProperty(node)],
  [
    'javascript.classes.public_class_fields',
    (node) => ts.isPropertyDeclaration(node) && !ts.isPrivateIdentifier(node.name),
  ],
  ['javascript.classes.private_class_fields', (node) => ts.isPrivateIdentifier(node)],
  [
    'javascript.classes.private_class_fields_in',
    (node) => ts.isBinaryExpression(node) && ts.isPrivateIdentifier(node.left),
  ],
  ['javascript.classes.static.initialization_blocks', (node) => ts.isClassStaticBlockDeclaration(node)],
  [
    'javascript.statements.try_catch.optional_catch_binding',
    (node) => ts.isCatchClause(node) && !node.variableDeclaration,
  ],
  ['javascript.statements.for_await_of', (node) => ts.isForOfStatement(node) && !!node.awaitModifier],
  ['javascript.operators.await.top_level', (node) => ts.isAwaitExpression(node) && !isWithinFunction(node)],
  ['javascript.statements.export.namespace', (node) => ts.isNamespaceExport(node)],
  ['javascript.statements.import.import_attributes', (node) => ts.isImportAttributes(node)],
  ['javascript.builtins.BigInt', (node) => ts.isBigIntLiteral(node)],
  ['javascript.grammar.numeric_separators', (node) => ts.isNumericLiteral(node) && node.getText().includes('_')],
  ['javascript.grammar.hashbang_comments', (node) => ts.isSourceFile(node) && node.text.startsWith('#!')],
  ['javascript.builtins.RegExp.hasIndices', isPattern(/\/\w*d\w*$/)],
  ['javascript.builtins.RegExp.dotAll', isPattern(/\/\w*s\w*$/)],
  ['javascript.builtins.RegExp.unicodeSets', isPattern(/\/\w*v\w*$/)],
  ['javascript.regular_expressions.lookbehind_assertion', isPattern(/\(\?<[=!]/)],
  ['javascript.regular_expressions.named_capturing_group', isPattern(/\(\?<\w/)],
  ['javascript.regular_expressions.modifier', isPattern(/\(\?[ims-]+:/)],
  ['javascript.regular_expressions.unicode_character_class_escape', isPattern(/\\p\{/i)],
];

function isOperator(kind: ts.SyntaxKind): (node: ts.Node) => boolean {
  return (node) => ts.isBinaryExpression(node) && node.operatorToken.kind === kind;
}

function isPattern(pattern: RegExp): (node: ts.Node) => boolean {
  return (node) => ts.isRegularExpressionLiteral(node) && pattern.test(node.text);
}

function isWithinFunction(node: ts.Node): boolean {
  for (let around = node.parent; around; around = around.parent) if (ts.isFunctionLike(around)) return true;
  return false;
}

/** Everything that an object or the page has under a name, in any interface. */
const byName = new Map<string, { readonly path: string; readonly feature: Feature }[]>();
for (const [root, part] of [
  ['api', compatData.api],
  ['javascript.builtins', featureAt('javascript.builtins')],
  ['javascript.builtins.Intl', featureAt('javascript.builtins.Intl')],
] as const) {
  for (const [name, owner] of Object.entries(part ?? {})) {
    note(name, `${root}.${name}`, owner as Feature);
    for (const [member, feature] of Object.entries(owner as Feature)) {
      note(member.replace(/_(static|event)$/, ''), `${root}.${name}.${member}`, feature as Feature);
    }
  }
}

function note(name: string, path: string, feature: Feature): void {
  if (!feature?.__compat || name === '__compat') return;
  byName.set(name, [...(byName.get(name) ?? []), { path, feature }]);
}

/** The paths under which the data know a name, if all of them are newer than the baseline. */
function newerNamed(name: string): string[] {
  const known = byName.get(name) ?? [];
  return known.every(({ feature }) => lackedBy(feature).length > 0) ? known.map(({ path }) => path) : [];
}

/** What a script uses and some browser of the baseline lacks: each with the paths that it may be of. */
export function newerInScript(code: string): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const file = ts.createSourceFile('built.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const declared = new Set<string>();
  eachNode(file, (node) => {
    const name = (node as Partial<ts.NamedDeclaration>).name;
    const isDeclaration = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (
      name &&
      ts.isIdentifier(name) &&
      (isDeclaration || ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isImportSpecifier(node))
    )
      declared.add(name.text);
  });
  eachNode(file, (node) => {
    for (const [path, isIt] of syntax) {
      const feature = isIt(node) ? featureAt(path) : undefined;
      if (feature && lackedBy(feature).length > 0) found.set(path, [path]);
    }
    const name = nameUsed(node, declared);
    const paths = name === undefined ? [] : newerNamed(name);
    if (name !== undefined && paths[0]) found.set(name, paths);
  });
  return found;
}

/** The name of a member, or of something that the page has. Texts may name one, too: `'clipboard' in navigator`. */
function nameUsed(node: ts.Node, declared: ReadonlySet<string>): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) ? name.text : undefined;
  }
  if (!ts.isIdentifier(node) || declared.has(node.text)) return undefined;
  const { parent } = node;
  const isName =
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isExportSpecifier(parent) ||
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ts.isBindingElement(parent);
  return isName ? undefined : node.text;
}

/** The style sheets that a script holds as texts. */
export function stylesIn(code: string): string[] {
  const file = ts.createSourceFile('built.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found: string[] = [];
  eachNode(file, (node) => {
    if (ts.isStringLiteralLike(node) && /\{[\w-]+:[^{}]+\}/.test(node.text)) found.push(node.text);
  });
  return found;
}

/** The paths of what a style sheet uses and some browser of the baseline lacks. */
export function newerInStyles(css: string): Set<string> {
  const paths = new Set<string>();
  for (const [, property = '', value = ''] of css.matchAll(/(?<=[{;])([a-z-]+):([^;{}]+)/g)) {
    paths.add(`css.properties.${property}`);
    for (const word of value.match(/[\w-]+/g) ?? []) paths.add(`css.properties.${property}.${word}`);
    for (const [, name = ''] of value.matchAll(/([a-z-]+)\(/g)) {
      paths.add(`css.types.${name}`);
      paths.add(`css.types.color.${name}`);
    }
    if (/\d[dsl]v[hwib]\b/.test(value)) paths.add('css.types.length.viewport_percentage_units_dynamic');
    if (/\d(cq\w+|cap|rcap|rlh|rex|ric)\b/.test(value)) paths.add('css.types.length.container_query_length_units');
  }
  for (const [, name = ''] of css.matchAll(/::?([a-z-]+)/g)) paths.add(`css.selectors.${name}`);
  for (const [, name = ''] of css.matchAll(/@([a-z-]+)/g)) paths.add(`css.at-rules.${name}`);
  for (const [, name = ''] of css.matchAll(/\(([a-z-]+):/g)) paths.add(`css.at-rules.media.${name}`);
  return new Set([...paths].filter((path) => lackedByPath(path)));
}

function lackedByPath(path: string): boolean {
  const feature = featureAt(path);
  return !!feature?.__compat && lackedBy(feature).length > 0;
}

for (const [path] of syntax) if (!featureAt(path)?.__compat) throw new Error(`the data have no ${path}`);
