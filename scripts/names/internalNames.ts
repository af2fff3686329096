import ts from 'typescript';
import { eachNode } from './eachNode.ts';
import { leavingNames } from './leavingNames.ts';
import { namesIn } from './namesIn.ts';
import { isOwn, widgetProgram } from './widgetProgram.ts';

/**
 * Names that never leave the script, and that no library has: what the script's own types declare, and what its files
 * export to each other.
 *
 * @param exported names that files export
 * @param packages the code of the libraries that are in the script
 * @param enclosed the code of those among them that nothing but our own code talks to, so that their names are as good as ours
 */
export function internalNames(
  exported: readonly string[],
  packages: readonly string[],
  enclosed: readonly string[] = [],
): string[] {
  const program = widgetProgram();
  const kept = leavingNames(program);
  const inside = new Set(exported);
  for (const file of program.getSourceFiles().filter(({ fileName }) => !isEnclosed.test(fileName))) {
    const names = isOwn(file) ? inside : kept;
    eachNode(file, (node) => {
      if (!isMember(node) && (isOwn(file) || !isGlobal(node))) return;
      const { name } = node as ts.NamedDeclaration;
      if (name && ts.isIdentifier(name)) names.add(name.text);
    });
  }
  // What a library keeps to itself is in none of its types.
  for (const code of packages) for (const name of namesIn(code).keys()) kept.add(name);
  // A name that a text holds may be read by it. Plain words are too many to be sure of.
  const texts = new Set(enclosed.flatMap((code) => code.match(/(?<=["'`])\w+(?=["'`])/g) ?? []));
  for (const code of enclosed) {
    for (const name of namesIn(code).keys()) if (isOfTwoWords.test(name) && !texts.has(name)) inside.add(name);
  }
  return [...inside].filter((name) => !kept.has(name)).sort();
}

/** The library whose code `enclosed` is. */
export const isEnclosed = /\/node_modules\/libphonenumber-js\//;

const isOfTwoWords = /^_?[a-z]+[A-Z]\w*$/;

function isMember(node: ts.Node): boolean {
  return ts.isTypeElement(node) || ts.isClassElement(node);
}

function isGlobal(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node);
}
