import ts from 'typescript';
import { eachNode } from '../../scripts/names/eachNode.ts';
import { isOwn, widgetProgram } from '../../scripts/names/widgetProgram.ts';

/** The members of a type, and whether each may be missing. */
export type Members = ReadonlyMap<string, { readonly isOptional: boolean; readonly members: Members }>;

/** Reads interfaces of the widget's sources: their members, and those of the members' own types. */
export function publicTypes(...names: readonly string[]): readonly Members[] {
  const program = widgetProgram();
  const checker = program.getTypeChecker();

  const membersOf = (type: ts.Type, depth: number): Members => {
    const own = type.getProperties().filter(({ declarations }) => declarations?.some((d) => isOwn(d.getSourceFile())));
    return new Map(
      own.map((property) => {
        const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
        const members = depth > 0 ? membersOf(checker.getTypeOfSymbol(property), depth - 1) : new Map();
        return [property.name, { isOptional, members }];
      }),
    );
  };

  const found = new Map<string, Members>();
  for (const file of program.getSourceFiles().filter(isOwn)) {
    eachNode(file, (node) => {
      if (ts.isInterfaceDeclaration(node) && names.includes(node.name.text)) {
        found.set(node.name.text, membersOf(checker.getTypeAtLocation(node), 1));
      }
    });
  }
  return names.map((name) => {
    const members = found.get(name);
    if (!members) throw new Error(`no interface ${name}`);
    return members;
  });
}
