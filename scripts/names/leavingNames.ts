import ts from 'typescript';
import { eachNode } from './eachNode.ts';
import { isPassedOn } from './isPassedOn.ts';
import { reachableNames } from './reachableNames.ts';
import { isOwn } from './widgetProgram.ts';

/** `any`, `unknown` and `object`. */
const untyped = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive;

/**
 * Names that may leave the script or come into it: wherever the compiler loses sight of a type, anybody may read or write
 * its names. These are the names of
 *
 * - a value that becomes `unknown`, to be stored, sent, announced or listed;
 * - a value that was `unknown`, such as an option, an answer or what was stored;
 * - a value of the page that is taken for one of our types, such as `window`;
 * - a property that no type declares, and one that is read by a text.
 */
export function leavingNames(program: ts.Program): Set<string> {
  const checker = program.getTypeChecker();
  const { add, names } = reachableNames(checker);

  const isUntyped = (type: ts.Type): boolean => (type.flags & untyped) !== 0 || isBag(type);
  /** A record of any values, without a declared property. */
  const isBag = (type: ts.Type): boolean => {
    if (type.isUnion()) return type.types.some(isUntyped);
    if (!(type.flags & ts.TypeFlags.Object) || type.getProperties().length > 0) return false;
    return checker.getIndexInfosOfType(type).some((info) => isUntyped(info.type));
  };
  const isDeclaredHere = (symbol?: ts.Symbol) => !!symbol?.declarations?.some((d) => isOwn(d.getSourceFile()));
  const hasOwn = (type: ts.Type) => type.getProperties().some(isDeclaredHere);
  /** `globalThis` has what everybody declares, and is declared nowhere. */
  const isPages = (type: ts.Type): boolean => {
    if (type.isIntersection()) return type.types.some(isPages);
    const { symbol } = type;
    return !!symbol && !isDeclaredHere(symbol) && (symbol.name === 'globalThis' || !hasOwn(type));
  };

  /** A value of one type is used as a value of another. */
  const meet = (from: ts.Type, to: ts.Type) => {
    if (isUntyped(to)) add(from);
    if (isUntyped(from) || (isPages(from) && hasOwn(checker.getNonNullableType(to)))) add(to);
  };
  /** A property is read by a text: one of the texts it can be, or any. */
  const read = (of: ts.Expression, by?: ts.Expression) => {
    const key = by && checker.getTypeAtLocation(by);
    if (key && key.flags & ts.TypeFlags.NumberLike) return;
    const texts = key?.isUnion() ? key.types : [key];
    const owner = checker.getTypeAtLocation(of);
    if (texts.every((text) => text?.isStringLiteral())) {
      for (const text of texts) names.add((text as ts.StringLiteralType).value);
    } else {
      const all = (owner.isUnion() ? owner.types : [owner]).flatMap((type) => type.getProperties());
      for (const property of all) if (isDeclaredHere(property)) names.add(property.name);
    }
  };

  for (const file of program.getSourceFiles().filter(isOwn)) {
    eachNode(file, (node) => {
      if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
        if (ts.isConstTypeReference(node.type)) return;
        meet(checker.getTypeAtLocation(node.expression), checker.getTypeAtLocation(node.type));
      } else if (ts.isObjectLiteralExpression(node)) {
        // A table that is read by texts: `Record<string, …>` declares none of its names.
        const table = checker.getContextualType(node);
        const isTable =
          !!table && checker.getIndexInfosOfType(table).some((info) => info.keyType.flags & ts.TypeFlags.String);
        for (const { name } of node.properties) {
          if (isTable && name && ts.isIdentifier(name) && !table.getProperty(name.text)) names.add(name.text);
        }
      } else if (ts.isPropertyAccessExpression(node)) {
        if (!checker.getSymbolAtLocation(node.name)?.declarations) names.add(node.name.text);
      } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const name = node.propertyName ?? node.name;
        if (!ts.isIdentifier(name) || node.dotDotDotToken) return;
        const declared = checker.getTypeAtLocation(node.parent).getProperty(name.text)?.declarations;
        if (!declared) names.add(name.text);
      } else if (ts.isElementAccessExpression(node)) {
        read(node.expression, node.argumentExpression);
      } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) {
        read(node.right, node.left);
      } else if (
        ts.isCallExpression(node) &&
        /^Object\.(keys|entries|values|hasOwn)$/.test(node.expression.getText())
      ) {
        if (node.arguments[0]) read(node.arguments[0]);
      }
      const wanted = isPassedOn(node) && checker.getContextualType(node);
      if (wanted) meet(checker.getTypeAtLocation(node), wanted);
    });
  }
  return names;
}
