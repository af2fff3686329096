import ts from 'typescript';
import { eachNode } from './eachNode.ts';

/** How often each property is named in JavaScript: read, destructured, written into an object, or exported. */
export function namesIn(code: string): Map<string, number> {
  const counts = new Map<string, number>();
  const file = ts.createSourceFile('chunk.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  eachNode(file, (node) => {
    const name = nameOf(node);
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return counts;
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isBindingElement(node)) {
    const isNamed = ts.isObjectBindingPattern(node.parent) && !node.dotDotDotToken;
    return isNamed ? text(node.propertyName ?? node.name) : undefined;
  }
  if (ts.isImportSpecifier(node)) return (node.propertyName ?? node.name).text;
  const isMember = ts.isObjectLiteralElement(node) || ts.isClassElement(node) || ts.isExportSpecifier(node);
  return isMember ? text((node as ts.NamedDeclaration).name) : undefined;
}

function text(name: ts.Node | undefined): string | undefined {
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
}
