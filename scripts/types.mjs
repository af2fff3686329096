// `npm run build` ends with it: one file of types for each entry point in dist/types, with a twin for `require`, and the reports
// of the public API in .cache/api, which `scripts/api.mjs` compares with those of docs/api.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { entryPoints } from './entryPoints.mjs';
import { root } from './root.mjs';
import { runPackage } from './run.mjs';

/** The compiler's own files, one for each source. */
const loose = join(root, '.cache/types');
const reports = join(root, '.cache/api');
const built = join(root, 'dist/types');

const looseFile = (/** @type {string} */ source) => join(loose, `${source}.d.ts`);

/** Runs on servers too, where the types of a page are missing: these have their own copies of what they share with the page. */
const standAlone = ['link', 'relay'];

/**
 * What these files declare is public in `hello-again`. The other entry points import it from there: then it is one type, not
 * several that look alike.
 */
const publicFiles = ['index', 'adapters/adapter', 'core/submission/submission.gen'];

const declared = /^export (?:declare )?(?:interface|type|function|const|class) (\w+)/gm;

/** What is wrong with the types, for `scripts/api.mjs`. @type {string[]} */
const faults = [];

/** @param {readonly import('./entryPoints.mjs').EntryPoint[]} entries */
function rollUp(entries) {
  const files = entries.map(({ source }) => looseFile(source));
  /** @type {CompilerState | undefined} */
  let compilerState;
  for (const { name, source } of entries) {
    const config = configOf(name, looseFile(source), files);
    compilerState ??= CompilerState.create(config, { additionalEntryPoints: files });
    Extractor.invoke(config, {
      compilerState,
      localBuild: true,
      messageCallback(message) {
        const { messageId, text, sourceFilePath, sourceFileLine, logLevel } = message;
        message.handled = true;
        if (logLevel !== ExtractorLogLevel.Warning && logLevel !== ExtractorLogLevel.Error) return;
        // It compares with .cache/api, which is always written anew.
        if (messageId.startsWith('console-')) return;
        const where = sourceFilePath?.replace(loose, 'widget').replace(/\.d\.ts$/, '');
        faults.push(`${where}, line ${sourceFileLine} of its types: ${text} (${messageId})`);
      },
    });
  }
}

/** @param {string} name @param {string} file @param {string[]} files */
function configOf(name, file, files) {
  const compilerOptions = {
    ...{ target: 'ES2022', module: 'ESNext', moduleResolution: 'bundler', lib: ['ES2023', 'DOM', 'DOM.Iterable'] },
    ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: true, types: ['node'], noEmit: true },
  };
  const off = { logLevel: ExtractorLogLevel.None };
  const warning = { logLevel: ExtractorLogLevel.Warning };
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: file,
      compiler: { overrideTsconfig: { compilerOptions, files } },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFolder: reports,
        reportTempFolder: join(reports, 'temp'),
        reportFileName: name.replaceAll('/', '-'),
      },
      dtsRollup: { enabled: true, untrimmedFilePath: join(built, `${name}.d.ts`) },
      docModel: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: warning },
        tsdocMessageReporting: { default: warning },
        extractorMessageReporting: {
          default: warning,
          // There is one stage of release, public.
          'ae-missing-release-tag': off,
          // A type of an option has no name that anybody would import.
          'ae-forgotten-export': off,
        },
      },
    },
  });
}

/** Lets the other entry points import what is public from the package, as an app does. */
function publish() {
  const installed = join(loose, 'node_modules/hello-again');
  mkdirSync(installed, { recursive: true });
  copyFileSync(join(built, 'index.d.ts'), join(installed, 'index.d.ts'));
  writeFileSync(join(installed, 'package.json'), '{ "name": "hello-again", "types": "index.d.ts" }\n');
  // Else the repository's own package.json would say where hello-again is.
  writeFileSync(join(loose, 'package.json'), '{ "name": "loose" }\n');
  const names = namesIn(join(built, 'index.d.ts'));
  for (const file of publicFiles) {
    const wanted = file === 'index' ? names : namesIn(looseFile(file));
    const missing = wanted.filter((name) => !names.includes(name));
    if (missing.length > 0) throw new Error(`widget/index.ts does not export ${missing.join(', ')} of ${file}`);
    writeFileSync(looseFile(file), `export { ${wanted.join(', ')} } from 'hello-again';\n`);
  }
}

/** @param {string} file */
function namesIn(file) {
  return [...readFileSync(file, 'utf8').matchAll(declared)].map(([, name]) => name ?? '');
}

/**
 * Types that the page's globals get, in a file of their own: the tool drops them, and a project that both imports and requires
 * the package must not read them twice.
 */
function addGlobals() {
  const source = readFileSync(looseFile('signup/globals'), 'utf8');
  const block = /^declare global \{\n[\s\S]*?^\}\n/m.exec(source)?.[0];
  if (!block) throw new Error('widget/signup/globals.ts declares no globals');
  const names = [...source.matchAll(/^import type \{ (.*) \} from/gm)].flatMap(([, list = '']) => list.split(', '));
  const rest = source.replace(/^import .*\n/gm, '');
  writeFileSync(join(built, 'globals.d.ts'), `import type { ${names.sort().join(', ')} } from './index.js';\n${rest}`);
  const types = join(built, 'index.d.ts');
  writeFileSync(types, `/// <reference path="./globals.d.ts" />\n${readFileSync(types, 'utf8')}`);
  const report = join(reports, 'index.api.md');
  const plain = block.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '');
  writeFileSync(
    report,
    readFileSync(report, 'utf8').replace(/\n```\n$/, () => `\n${plain}\n\`\`\`\n`),
  );
}

for (const folder of [loose, reports, built]) rmSync(folder, { recursive: true, force: true });
for (const { name } of entryPoints) mkdirSync(dirname(join(built, name)), { recursive: true });
mkdirSync(join(reports, 'temp'), { recursive: true });

if ((await runPackage('typescript', 'tsc', ['-p', 'tsconfig.types.json'])) === 0) {
  const isFirst = (/** @type {{ name: string }} */ { name }) => name === 'index' || standAlone.includes(name);
  rollUp(entryPoints.filter(isFirst));
  publish();
  rollUp(entryPoints.filter((entry) => !isFirst(entry)));
  addGlobals();
  for (const { name } of entryPoints) copyFileSync(join(built, `${name}.d.ts`), join(built, `${name}.d.cts`));
  rmSync(join(reports, 'temp'), { recursive: true });
  writeFileSync(join(reports, 'faults.json'), JSON.stringify([...new Set(faults)], null, 2));
} else {
  process.exitCode = 1;
}
