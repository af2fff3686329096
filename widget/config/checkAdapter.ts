import { choiceOf } from '../core/mendChoice.ts';
import { adapterTable } from './adapterTable.ts';
import { ConfigError } from './errors.ts';
import { nearest } from './nearest.ts';
import type { Kind } from './table.ts';

type Bag = Readonly<Record<string, unknown>>;

/** Where submissions go instead of a collector's address, as far as the options tell. */
interface GivenAdapter {
  readonly name: string;
  /** The npm module's, given whole. */
  readonly isObject: boolean;
  /** The options that are the adapter's own business. */
  readonly names: readonly string[];
}

/** Looks at one option of an adapter: what is wrong with it. */
type Look = (option: readonly [name: string, kind: Kind, value: unknown]) => readonly ConfigError[];

const shipped = Object.keys(adapterTable);

/** The adapter that the options name, or hold; undefined where there is a collector. */
export function adapterOf(options: Bag): GivenAdapter | undefined {
  const { collector, to } = options;
  const { deliver, manifest } = Object(collector) as { deliver?: unknown; manifest?: { name?: unknown } };
  if (typeof deliver === 'function') return { name: String(manifest?.name), isObject: true, names: [] };
  if (to === undefined) return undefined;
  const names = Object.values(adapterTable).flatMap((rows) => rows.map(([attribute]) => attribute));
  return { name: choiceOf(to, shipped) ?? String(to), isObject: false, names: ['to', ...names] };
}

/** What is wrong with the options of an adapter. One that did not come with the package checks its own. */
export function checkAdapter({ name, isObject }: GivenAdapter, options: Bag, look: Look): ConfigError[] {
  const rows = Object.hasOwn(adapterTable, name) ? (adapterTable[name] ?? []) : undefined;
  if (isObject) {
    const given = (options.collector as { options?: Bag }).options ?? {};
    const errors = (rows ?? []).flatMap(([, kind, own]) => look([`${name}.${own}`, kind, given[own]]));
    return [...errors, ...withoutList(name, `${name}.lists`, given['lists.email'] ?? given['lists.sms'])];
  }
  if (!rows) {
    const meant = nearest(name, shipped);
    return [new ConfigError('to', options.to, shipped.join(', ') + (meant ? `; did you mean \`${meant}\`?` : ''))];
  }
  const collector = Object(options.collector) as { url?: unknown };
  // An inlined tag is found by the attribute, empty as it may be.
  const isBoth = options.collector && (typeof options.collector === 'string' || collector.url);
  const own = rows.map(([attribute]) => attribute);
  const others = Object.keys(options).filter(
    (option) => !own.includes(option) && Object.values(adapterTable).some((all) => all.some(([a]) => a === option)),
  );
  return [
    ...(isBoth ? [new ConfigError('collector.url', collector.url ?? options.collector, 'no address beside `to`')] : []),
    ...rows.flatMap(([attribute, kind]) => look([attribute, kind, options[attribute]])),
    ...withoutList(name, 'klaviyoEmailList', options.klaviyoEmailList ?? options.klaviyoSmsList),
    ...others.map((option) => new ConfigError(option, options[option], `no option of \`${name}\``)),
  ];
}

/** The client API accepts no subscription without a list. */
function withoutList(name: string, option: string, list: unknown): ConfigError[] {
  return name === 'klaviyo' && list === undefined ? [new ConfigError(option, undefined, 'the id of a list')] : [];
}
