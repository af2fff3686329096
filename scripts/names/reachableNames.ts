import ts from 'typescript';
import { isOwn } from './widgetProgram.ts';

/** Collects the property names that whoever holds a value of a type can reach, through methods' arguments and answers too. */
export function reachableNames(checker: ts.TypeChecker): { add(type: ts.Type): void; readonly names: Set<string> } {
  const names = new Set<string>();
  const seen = new Set<ts.Type>();

  function add(type: ts.Type): void {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.isUnionOrIntersection()) for (const part of type.types) add(part);
    for (const part of type.aliasTypeArguments ?? []) add(part);
    if (!(type.flags & ts.TypeFlags.Object)) {
      const constraint = checker.getBaseConstraintOfType(type);
      if (constraint && constraint !== type) add(constraint);
      return;
    }
    for (const part of checker.getTypeArguments(type as ts.TypeReference)) add(part);
    for (const { type: part } of checker.getIndexInfosOfType(type)) add(part);
    for (const signature of type.getCallSignatures()) {
      add(signature.getReturnType());
      for (const parameter of signature.getParameters()) add(checker.getTypeOfSymbol(parameter));
    }
    for (const property of type.getProperties()) {
      // What a library declares is kept for that reason, and would lead into all of the DOM.
      if (!property.declarations?.some((declaration) => isOwn(declaration.getSourceFile()))) continue;
      names.add(property.name);
      add(checker.getTypeOfSymbol(property));
    }
  }

  return { add, names };
}
