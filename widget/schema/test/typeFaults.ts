import { join } from 'node:path';
import ts from 'typescript';

const folder = join(import.meta.dirname, '../../core/submission');

/**
 * Asks the TypeScript compiler about many values at once: which of them are no `Submission`.
 *
 * @returns for each value, what the compiler says; undefined where it is content
 */
export function typeFaults(values: readonly unknown[]): readonly (string | undefined)[] {
  const head = "import type { Submission } from './submission.gen.ts';";
  // One line for each value, so that a message's line says which.
  const lines = values.map((value, n) => `export const v${n}: Submission = ${JSON.stringify(value)};`);
  const file = join(folder, 'values-of-a-test.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(file, [head, ...lines].join('\n'), ts.ScriptTarget.ES2022)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  const found = new Map<number, string>();
  for (const { file: source, start, messageText } of ts.getPreEmitDiagnostics(program)) {
    const text = ts.flattenDiagnosticMessageText(messageText, ' ');
    if (source?.fileName !== file || start === undefined) throw new Error(`not of the values: ${text}`);
    found.set(source.getLineAndCharacterOfPosition(start).line - 1, text);
  }
  if (found.has(-1)) throw new Error(found.get(-1));
  return values.map((_, n) => found.get(n));
}
