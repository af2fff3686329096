import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type Edit, edited } from './edited.ts';
import { root } from './root.mjs';

const sources = join(root, 'node_modules/preact/src/');

/** What the popup never gives Preact, as Preact's own sources name it. */
const unused = {
  /** Options of other packages: hooks, compat, devtools. */
  options: /\boptions\.(?!_catchError)\w+/g,
  lifecycle:
    /\b\w+\.(getDerivedState\w+|componentWillMount|componentWillUpdate|componentWillReceiveProps|shouldComponentUpdate|getSnapshotBeforeUpdate|componentDidCatch|getChildContext|contextType)\b/g,
  /** Portals. */
  portals: /\b(newProps|(\w+\.)?props)\._parentDom\b/g,
};

/**
 * By file, what is told to the minifier, which then leaves out what only hydration, Suspense, portals, contexts, error boundaries,
 * MathML, `style` and `dangerouslySetInnerHTML` need: nothing of the popup uses one of them, and `innerHTML` is not even there.
 */
const edits: Readonly<Record<string, readonly Edit[]>> = {
  'component.js': [
    [unused.options, 'undefined'],
    [unused.portals, 'undefined'],
    [/oldVNode\._flags & MODE_HYDRATE \? \[oldDom\] : NULL,\s*/g, ''],
    [/oldVNode\._flags & MODE_HYDRATE,\s*/g, ''],
    [/\(prevDebounce \|\| queueMicrotask\)/g, 'queueMicrotask'],
    [/ \|\|\s*prevDebounce != undefined/g, ''],
    [/prevDebounce = undefined;/g, ''],
    [/typeof update == 'function'/g, 'false'],
    [/if \(callback\)/g, 'if (false)'],
  ],
  'create-element.js': [[unused.options, 'undefined']],
  'render.js': [
    [unused.options, 'undefined'],
    [/vnode && vnode\._flags & MODE_HYDRATE/g, 'false'],
    [/parentDom\.nodeType == 9/g, 'false'],
    [/oldVNode\s*\? NULL\s*: parentDom\.firstChild\s*\? slice\.call\(parentDom\.childNodes\)\s*: NULL,\s*/g, ''],
    [/isHydrating,\s*(?=refQueue)/g, ''],
  ],
  'diff/catch-error.js': [[/let component,[\s\S]*?(?=resetRenderCount\(\);)/g, '']],
  'diff/children.js': [
    [/^\s*(isHydrating|excessDomChildren),\n/gm, ''],
    [unused.portals, 'undefined'],
    [/ \|\| oldVNode\._flags & REF_DETACHED/g, ''],
    [/while \(next && next\.nodeType == 8\) next = next\.nextSibling;/g, ''],
    [/while \(\s*\(oldDom = oldDom && oldDom\.nextSibling\) &&[\s\S]*?\);/g, 'oldDom = oldDom && oldDom.nextSibling;'],
    [/if \(oldDom && !oldDom\.parentNode\) \{[\s\S]*?\n\t\t\}/g, ''],
    [/ \|\|\s*childVNode\.constructor === String/g, ''],
  ],
  'diff/index.js': [
    [/^\s*(isHydrating|excessDomChildren),\n/gm, ''],
    [unused.options, 'undefined'],
    [unused.lifecycle, 'undefined'],
    [unused.portals, 'undefined'],
    [/if \(\s*oldVNode\._flags & MODE_SUSPENDED[\s\S]*?\n\t\}/g, ''],
    [/if \(\(tmp = undefined\)\) tmp\(newVNode\);/g, ''],
    [/const provider = [^;]*;/g, ''],
    [/const componentContext = [^;]*;/g, 'const componentContext = globalContext;'],
    [/if \(provider\) provider\.sub\(c\);/g, ''],
    [/if \(c\._bits & COMPONENT_PENDING_ERROR\) \{[^}]*\}/g, ''],
    [/if \(c\._bits & COMPONENT_PROCESSING_EXCEPTION\) \{[^}]*\}/g, ''],
    [/isHydrating = excessDomChildren = NULL;/g, ''],
    [/newVNode\._flags &= RESET_MODE;/g, ''],
    [/if \(isHydrating \|\| excessDomChildren\) \{[\s\S]*?\} else (?=\{\s*newVNode\._dom = oldVNode\._dom;)/g, ''],
    [/if \(!\(e && e\.then\)\) markAsForce\(newVNode\);/g, ''],
    [/if \(excessDomChildren\) \{[\s\S]*?\n\t\}/g, ''],
    [/isHydrating = false;/g, ''],
    [/excessDomChildren = NULL;/g, ''],
    [/excessDomChildren =\s*nodeType == 'textarea'[^;]*;/g, ''],
    [/\bisHydrating\b/g, 'false'],
    [/\bexcessDomChildren\b/g, 'NULL'],
    [/i == 'dangerouslySetInnerHTML'/g, 'false'],
    [/ &&\s*!\(i == '(value|checked)' && 'default\w+' in newProps\)/g, ''],
    [/dom\.innerHTML = [^;]*;/g, ''],
    [/nodeType == '(math|progress|textarea|foreignObject)'/g, 'false'],
    [/namespace == MATH_NAMESPACE/g, 'false'],
    [/\(nodeType == 'template' && dom\.content\) \|\| dom/g, 'dom'],
    [/if \(\s*!skipRemove &&\s*\(r = vnode\._component\)[\s\S]*?\n\t\}/g, ''],
    [/typeof ref == 'function'/g, 'true'],
    [/\(!r\.current \|\| r\.current == vnode\._dom\)/g, 'true'],
  ],
  'diff/props.js': [
    [unused.options, 'undefined'],
    [/name == 'style'/g, 'false'],
    [/name != \(name = name\.replace\(CAPTURE_REGEX, '\$1'\)\)/g, 'false'],
    [/name = name\.replace\(\/xlink[^;]*;/g, ''],
  ],
};

/** Its own names for what it keeps to itself; the published files have shortened them as well. */
const ownName = /\b_(?!_)[a-z]\w+\b/g;

/**
 * A short name for each of them, the same in all files. They are given file by file, in the order of `edits`, and not as a build
 * comes by the files, which is another order each time: a file of one name has to have one content.
 */
function shortNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const file of Object.keys(edits)) {
    for (const name of slimmed(file, readFileSync(join(sources, file), 'utf8')).match(ownName) ?? []) {
      if (!names.has(name)) names.set(name, `__${names.size.toString(36)}`);
    }
  }
  return names;
}

function slimmed(file: string, code: string): string {
  const commentless = code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  return edited(`preact/src/${file}`, commentless, edits[file]);
}

/** @throws where Preact is written in another way than the edits expect */
export function slimmer(): (file: string, code: string) => string {
  const names = shortNames();
  return (file, code) => slimmed(file, code).replace(ownName, (name) => names.get(name) ?? name);
}

/** Takes Preact from its sources in the classic build, without what the popup does not use. */
export function slimPreact(): Plugin {
  let slim: ReturnType<typeof slimmer> | undefined;
  return {
    name: 'hello-again:slim-preact',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'embed',
    resolveId(id, importer) {
      if (id === 'preact') return join(sources, 'index.js');
      if (importer?.startsWith(sources)) return `${join(importer, '..', id)}.js`;
      return undefined;
    },
    transform(code, id) {
      if (!id.startsWith(sources)) return undefined;
      // Not at the start: a server for developers reads this plugin and builds nothing with it.
      slim ??= slimmer();
      return { code: slim(id.slice(sources.length), code), map: null };
    },
  };
}
