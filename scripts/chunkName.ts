import { relative } from 'node:path';
import { root } from './root.mjs';

interface NamedChunk {
  readonly name: string;
  readonly facadeModuleId?: string | null | undefined;
  readonly moduleIds: readonly string[];
}

const withoutExtension = (file: string) => file.replace(/\.[cm]?[jt]sx?$/, '');

function pathInWidget(moduleId: string): string {
  return relative(root, moduleId.split('?')[0] ?? moduleId).replaceAll('\\', '/');
}

/**
 * A name that says what a chunk contains: its path in `widget/` with dashes. The bundler would call every folder's
 * `index.ts` "index", and the size check tells chunks apart by their names.
 *
 * @example `virtual:phone-home/44` → `phone-44`; `widget/locales/en/index.ts` → `strings-en`; `widget/popup/popup.ts` →
 * `popup`
 */
export function chunkName(chunk: NamedChunk): string {
  if (/^(memory|popup|sending|unsent|triggers|adapterSettings)$/.test(chunk.name)) return chunk.name;
  const [, strings] = /virtual:strings\/(.+)/.exec(chunk.facadeModuleId ?? '') ?? [];
  if (strings) return `strings-${strings}`;
  const [, kind, name] = /virtual:phone-(\w+)\/?([\w-]*)/.exec(chunk.facadeModuleId ?? '') ?? [];
  if (kind) return ['phone', kind === 'home' ? '' : kind, name].filter(Boolean).join('-');
  // What others import from a file that is fetched as well makes it a file of its own, without a facade.
  const [only = ''] = chunk.moduleIds.length === 1 ? chunk.moduleIds : [];
  const facade = chunk.facadeModuleId || only ? pathInWidget(chunk.facadeModuleId ?? only) : '';
  if (facade.startsWith('widget/')) {
    return withoutExtension(facade)
      .replace(/^widget\//, '')
      .replace(/^locales\/(.+)\/index$/, 'strings-$1')
      .replace(/^(popup|sending|setup|memory|checkout|explain|files|signup)\//, '')
      .replace(/^(adapters\/\w+)\/fromAttributes$/, '$1')
      .replace(/^remember$/, 'memory')
      .replace(/^extraFields$/, 'fields')
      .replace(/^ui\/EmailHelp$/, 'email')
      .replace(/\/index$/, '')
      .replaceAll('/', '-');
  }
  const isForPhone = (id: string) => /\/(widget\/phone|libphonenumber-js)\//.test(id.replaceAll('\\', '/'));
  const isPhoneOnly = chunk.moduleIds.length > 0 && chunk.moduleIds.every(isForPhone);
  return isPhoneOnly ? 'phone-shared' : chunk.name.replace(/[^\w-]+/g, '-');
}
