import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IDependency, type IModule } from 'dependency-cruiser';
import { root } from './root.mjs';

export interface ImportReport {
  /** How many modules of the repository were checked. */
  readonly modules: number;
  /** One sentence for each violation. */
  readonly problems: readonly string[];
}

interface RuleFile extends ICruiseOptions {
  readonly forbidden: NonNullable<ICruiseOptions['ruleSet']>['forbidden'];
  readonly options: ICruiseOptions;
}

const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as RuleFile;

const folders = ['widget', 'demo', 'e2e'];
const entries = ['widget/loader.ts', 'widget/index.ts'];
const lazyFolders =
  /^widget\/(setup|popup|sending|memory|checkout|explain|ui|phone(?!\/loadHome\.ts$)|locales|adapters)\//;

const isOwn = (module: IModule) => folders.some((folder) => module.source.startsWith(`${folder}/`));
const isTypeOnly = (dependency: IDependency) => dependency.dependencyTypes.includes('type-only');

/** What is loaded together with `from`: everything it imports statically, types apart, and what that imports. */
function staticClosure(from: string, modules: ReadonlyMap<string, IModule>): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [from];
  for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
    if (reached.has(source)) continue;
    reached.add(source);
    for (const dependency of modules.get(source)?.dependencies ?? []) {
      if (!dependency.dynamic && !isTypeOnly(dependency)) queue.push(dependency.resolved);
    }
  }
  return reached;
}

/** The entries hold no lazy folder, whichever way round it is reached. */
function findEarlyLoads(modules: ReadonlyMap<string, IModule>): string[] {
  return entries
    .filter((entry) => modules.has(entry))
    .flatMap((entry) =>
      [...staticClosure(entry, modules)]
        .filter((source) => lazyFolders.test(source))
        .map((source) => `entry-stays-small: ${entry} loads ${source} at once; it may only be reached by import()`),
    );
}

/**
 * A lazy module that imports a value of the script-tag entry would make the bundler export it there, and a classic
 * script cannot export. Types may be imported; functions are passed as arguments.
 */
function findSharedValues(modules: ReadonlyMap<string, IModule>): string[] {
  const entry = 'widget/loader.ts';
  if (!modules.has(entry)) return [];
  const held = staticClosure(entry, modules);
  const problems: string[] = [];
  for (const [source, module] of modules) {
    // index.ts is an entry of its own, of another build, and has these two of signup/ to itself; the rest runs outside the page.
    const isElsewhere = /^widget\/(index\.ts$|signup\/(handle|inert)\.ts$|(link|testing|cli)\/)/.test(source);
    if (!source.startsWith('widget/') || held.has(source) || isElsewhere) continue;
    for (const dependency of module.dependencies) {
      if (!dependency.dynamic && !isTypeOnly(dependency) && held.has(dependency.resolved)) {
        problems.push(
          `types-only-from-the-entry: ${source} imports a value of ${dependency.resolved}, which the entry holds`,
        );
      }
    }
  }
  return problems;
}

/** Checks every import below `folder` against the table of the layout. */
export async function checkImports(folder: string): Promise<ImportReport> {
  const present = folders.filter((name) => existsSync(join(folder, name)));
  if (present.length === 0) return { modules: 0, problems: [] };
  const { output } = await cruise(
    present,
    { ...rules.options, baseDir: folder, validate: true, ruleSet: { forbidden: rules.forbidden ?? [] } },
    { ...rules.options.enhancedResolveOptions },
    { tsConfig: { options: {} } },
  );
  const result = output as ICruiseResult;
  const modules = new Map(result.modules.filter(isOwn).map((module) => [module.source, module]));
  const broken = result.summary.violations.map(({ rule, from, to, cycle }) => {
    const path = cycle ? cycle.map((step) => step.name).join(' → ') : to;
    return `${rule.name}: ${from} → ${path}`;
  });
  return { modules: modules.size, problems: [...broken, ...findEarlyLoads(modules), ...findSharedValues(modules)] };
}
