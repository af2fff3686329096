import ts from 'typescript';
import { eachNode } from './names/eachNode.ts';

/**
 * Makes a lazy file of the classic build from a chunk: its default export is a function that fetches what the file imports
 * and answers what it exports.
 *
 * Why it is no longer the module that it was: browsers keep for as long as the page lives that a module could not be fetched, and a
 * static import names one address. Whoever imported that file could not be fetched again either. `$load` asks for the same
 * file at another address.
 *
 * @param nameOf a file's name in the build, as `$load` wants it
 */
export function toFunction(
  code: string,
  nameOf: (file: string) => string,
): { readonly code: string; readonly needs: readonly string[] } {
  const file = ts.createSourceFile('chunk.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const needed: { readonly name: string; readonly pattern: string }[] = [];
  const given: { readonly name: string; readonly inner: string }[] = [];
  const cut: ts.Statement[] = [];
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      needed.push(importOf(statement, nameOf));
    } else if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier) {
      given.push(...exportsOf(statement));
    } else if (isExported(statement)) {
      throw new Error(`exports in another way than expected: ${statement.getText().slice(0, 80)}`);
    } else continue;
    cut.push(statement);
  }
  const exported = new Set(given.map(({ inner }) => inner));
  eachNode(file, (node) => {
    // Whoever imports it has the value that it had at first.
    const written = writtenBy(node);
    if (written && exported.has(written.text) && isWrittenLater(written)) {
      throw new Error(`exports ${written.text}, and gives it another value later`);
    }
  });
  let body = code;
  // From the end, so that earlier positions stay valid.
  for (const { pos, end } of cut.reverse()) body = body.slice(0, pos) + body.slice(end);
  const answer = `{${given.map(({ name, inner }) => `${name}:${inner}`).join()}}`;
  const needs = needed.map(({ name }) => name);
  const patterns = needed.map(({ pattern }) => pattern).join();
  // The function that runs is in brackets, so that engines compile it as they compile what runs at once.
  const make = needs[0]
    ? `($load)=>Promise.all(${JSON.stringify(needs)}.map($load)).then((([${patterns}])=>{${body}\nreturn${answer}}))`
    : `(($load)=>{${body}\nreturn${answer}})`;
  return { code: `export default ${make};`, needs };
}

function importOf(statement: ts.ImportDeclaration, nameOf: (file: string) => string) {
  const { importClause, moduleSpecifier } = statement;
  const bindings = importClause?.namedBindings;
  if (importClause?.name || (bindings && !ts.isNamedImports(bindings))) {
    throw new Error(`imports in another way than expected: ${statement.getText()}`);
  }
  const members = (bindings?.elements ?? []).map((e) => `${(e.propertyName ?? e.name).text}:${e.name.text}`);
  const name = nameOf((moduleSpecifier as ts.StringLiteral).text.replace('./', ''));
  return { name, pattern: `{${members.join()}}` };
}

function exportsOf({ exportClause }: ts.ExportDeclaration) {
  if (!exportClause || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.map((e) => ({ name: e.name.text, inner: (e.propertyName ?? e.name).text }));
}

function isExported(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement) || ts.isExportDeclaration(statement)) return true;
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return !!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** The name that a node gives another value. */
function writtenBy(node: ts.Node): ts.Identifier | undefined {
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const isChange = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    return isChange && ts.isIdentifier(node.operand) ? node.operand : undefined;
  }
  if (!ts.isBinaryExpression(node) || !ts.isIdentifier(node.left)) return undefined;
  const { kind } = node.operatorToken;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment ? node.left : undefined;
}

/** Whether a name of the file is written within a function: after the file has run. */
function isWrittenLater(name: ts.Identifier): boolean {
  let isWithin = false;
  for (let around: ts.Node = name.parent; around.parent; around = around.parent) {
    if (!ts.isFunctionLike(around)) continue;
    isWithin = true;
    let isItsOwn = false;
    eachNode(around, (node) => {
      const isDeclaration = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
      if (isDeclaration && ts.isIdentifier(node.name) && node.name.text === name.text) isItsOwn = true;
    });
    if (isItsOwn) return false;
  }
  return isWithin;
}
