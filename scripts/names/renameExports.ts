import ts from 'typescript';

/**
 * Renames what a module exports and imports, as properties are renamed: `m.show` of a module that was fetched is written
 * like any property, and minifiers leave the module's own list alone.
 */
export function renameExports(code: string, names: ReadonlyMap<string, string>): string {
  const file = ts.createSourceFile('chunk.js', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  let renamed = code;
  // From the end, so that earlier positions stay valid.
  for (const specifier of file.statements.flatMap(specifiersOf).reverse()) {
    const outer = ts.isExportSpecifier(specifier) ? specifier.name : (specifier.propertyName ?? specifier.name);
    const short = names.get(outer.text);
    if (short === undefined) continue;
    const inner = ts.isExportSpecifier(specifier) ? (specifier.propertyName ?? specifier.name) : specifier.name;
    const text = ts.isExportSpecifier(specifier) ? `${inner.text} as ${short}` : `${short} as ${inner.text}`;
    renamed = renamed.slice(0, specifier.getStart()) + text + renamed.slice(specifier.end);
  }
  return renamed;
}

function specifiersOf(statement: ts.Statement): readonly (ts.ExportSpecifier | ts.ImportSpecifier)[] {
  const list = ts.isExportDeclaration(statement)
    ? statement.exportClause
    : ts.isImportDeclaration(statement)
      ? statement.importClause?.namedBindings
      : undefined;
  return list && (ts.isNamedExports(list) || ts.isNamedImports(list)) ? [...list.elements] : [];
}
