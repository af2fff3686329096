import { type Bag, type Choice, changed, isBag } from './choice.ts';
import { restOf } from './looks.ts';
import { adapterTable } from './rules.ts';

/** Code of another file, in place of a value. */
class Code {
  constructor(readonly text: string) {}
}

/** The same popup made with the npm module. */
export function npmOf({ options: all }: Choice): string {
  const { to, collector, trigger, ...options } = all.config === undefined ? all : restOf(all);
  const name = typeof to === 'string' && Object.hasOwn(adapterTable, to) ? to : undefined;
  const imports = [
    "import { createSignup } from 'hello-again';",
    ...(name ? [`import { ${name} } from 'hello-again/adapters/${name}';`] : []),
  ];
  const attributes = Object.values(adapterTable).flatMap((rows) => rows.map(([attribute]) => attribute));
  const own = Object.entries(options).filter(([option]) => !attributes.includes(option));
  const call = {
    collector: name ? adapterCall(name, options) : shortest(collector),
    ...Object.fromEntries(own),
    ...(trigger === undefined ? {} : { trigger: Object(trigger).manual ? 'manual' : trigger }),
  };
  return `${imports.join('\n')}\n\nconst signup = createSignup(${written(call, '')});`;
}

/** An address alone, where nothing else is said of a collector. */
function shortest(collector: unknown): unknown {
  return isBag(collector) && Object.keys(collector).join() === 'url' ? collector.url : collector;
}

function adapterCall(name: string, options: Bag): Code {
  const given = (adapterTable[name] ?? []).reduce<Bag>((own, [attribute, kind, called]) => {
    const value = options[attribute];
    if (value === undefined) return own;
    const exact = /^number/.test(kind)
      ? Number(value)
      : /^flag/.test(kind)
        ? value !== 'false' && value !== false
        : value;
    return changed(own, called, exact);
  }, {});
  return new Code(`${name}(${Object.keys(given).length > 0 ? written(given, '  ') : ''})`);
}

/** A value as code. */
function written(value: unknown, indent: string): string {
  if (value instanceof Code) return value.text;
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map((item) => written(item, indent)).join(', ')}]`;
  if (!isBag(value)) return String(JSON.stringify(value));
  const lines = Object.entries(value)
    .filter(([, own]) => own !== undefined)
    .map(
      ([name, own]) =>
        `${indent}  ${/^[A-Za-z_]\w*$/.test(name) ? name : quoted(name)}: ${written(own, `${indent}  `)},`,
    );
  return lines.length > 0 ? `{\n${lines.join('\n')}\n${indent}}` : '{}';
}

function quoted(text: string): string {
  // JSON knows which characters have to be escaped; only the quotes are others.
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
