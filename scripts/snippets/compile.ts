import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { root } from '../root.mjs';
import type { Fence } from './fences.ts';

/** Said of a shortened snippet alone: what stands for the rest may repeat what is written out. */
const repeated = 2783;

const made = posix.join(root, 'scripts/snippets/made');

/** Where a snippet lies for the compiler. JavaScript is read as TypeScript whose types may be left out. */
const fileOf = ({ document, name, language }: Fence) =>
  posix.join(made, document.replace(/\W/g, '-'), `${name}.${language === 'tsx' ? 'tsx' : 'ts'}`);

/** The code with what a reader is meant to fill in. */
function filledIn({ code, language }: Fence): string {
  const script = language === 'svelte' ? (/<script>([\s\S]*?)<\/script>/.exec(code)?.[1] ?? '') : code;
  // As a module, a snippet has names of its own.
  return `${script.replace(/,(\s*)…/g, ',$1...others')}\nexport {};\n`;
}

/** The source entry of an import of the package. */
function entryOf(name: string): string | undefined {
  const part = /^hello-again(?:\/(.+))?$/.exec(name)?.[1];
  if (!part) return name === 'hello-again' ? join(root, 'widget/index.ts') : undefined;
  return [`widget/${part}/index.ts`, `widget/${part}.ts`]
    .map((path) => join(root, path))
    .find((path) => existsSync(path));
}

/**
 * Compiles the snippets against the package's types. TypeScript is held to the repository's own strictness; JavaScript may
 * leave types out, but what it imports has to exist and to take what it is given.
 *
 * @returns what the compiler says of each, by `where`
 */
export function compile(fences: readonly Fence[], isStrict: boolean): Map<string, string[]> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: ['widget/index.ts'] },
    ts.sys,
    root,
  );
  const files = new Map(fences.map((fence) => [fileOf(fence), fence]));
  const all: ts.CompilerOptions = {
    ...options,
    noUnusedLocals: false,
    noUnusedParameters: false,
    jsxImportSource: 'react',
    ...(isStrict ? {} : { strict: false, exactOptionalPropertyTypes: false }),
  };
  const host = ts.createCompilerHost(all, true);
  const { getSourceFile, fileExists, readFile } = host;
  host.directoryExists = (path) => path.startsWith(made) || ts.sys.directoryExists(path);
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path);
  host.readFile = (path) => {
    const fence = files.get(path);
    return fence ? filledIn(fence) : readFile.call(host, path);
  };
  host.getSourceFile = (path, target, ...rest) => {
    const fence = files.get(path);
    if (!fence) return getSourceFile.call(host, path, target, ...rest);
    return ts.createSourceFile(path, filledIn(fence), target, true);
  };
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) => {
      const entry = entryOf(text);
      if (entry)
        return { resolvedModule: { resolvedFileName: entry, extension: '.ts', isExternalLibraryImport: false } };
      return ts.resolveModuleName(text, containing, all, host);
    });
  const surroundings = [
    join(root, 'scripts/snippets/surroundings.ts'),
    join(root, 'widget/env.d.ts'),
    join(root, 'widget/signup/globals.ts'),
  ];
  const program = ts.createProgram({ rootNames: [...files.keys(), ...surroundings], options: all, host });
  return new Map(
    [...files].map(([path, { where }]) => {
      const source = program.getSourceFile(path);
      const said = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      const messages = said
        .filter(({ code }) => code !== repeated)
        .map(({ start = 0, messageText }) => {
          const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
          return `line ${line} of it: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
        });
      return [where, messages];
    }),
  );
}
