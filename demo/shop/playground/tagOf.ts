import { type Bag, type Choice, isBag } from './choice.ts';
import { restOf } from './looks.ts';

/** Groups whose members have attributes, and the member that is called like its group alone: `data-theme`. */
const groups: Readonly<Record<string, string>> = {
  collector: 'url',
  coupon: 'code',
  trigger: 'manual',
  theme: 'preset',
  frequency: '',
  target: '',
  sender: '',
};

/** Texts for every ask have attributes without their group's name. */
const plainTexts: readonly string[] = ['heading', 'body', 'button', 'success'];

/** The script tag to paste, with a JSON block for what has no attribute. */
export function tagOf({ src, options }: Choice): string {
  const { attributes, block } = splitFor(options.config === undefined ? options : restOf(options));
  const lines = Object.entries(attributes).map(([name, value]) => `  ${name}="${escaped(value)}"`);
  const tag = [`<script async src="${escaped(src)}"`, ...lines].join('\n');
  if (Object.keys(block).length === 0) return `${tag}></script>`;
  // Nothing in it may end the script element.
  const json = JSON.stringify(block, null, 2).replaceAll('<', '\\u003c');
  // The block first: the script reads it when it runs.
  return `<script type="application/json" data-hello-again>\n${json}\n</script>\n${tag}></script>`;
}

/** Which options become attributes. An attribute of a group replaces the block's whole group, so a group is in one of the two. */
function splitFor(options: Bag): { attributes: Readonly<Record<string, string>>; block: Bag } {
  const attributes: Record<string, string> = {};
  const block: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(options)) {
    const own = attributesOf(name, value);
    if (own) Object.assign(attributes, own);
    else block[name] = value;
  }
  return { attributes, block };
}

/** An option as attributes; undefined where it has none. */
function attributesOf(name: string, value: unknown): Readonly<Record<string, string>> | undefined {
  if (isBag(value)) {
    const parts = Object.entries(value).map(([part, own]) => [attributeName(name, part), textOf(part, own)] as const);
    const hasAll = parts.every(([attribute, text]) => attribute !== undefined && text !== undefined);
    return hasAll ? (Object.fromEntries(parts) as Record<string, string>) : undefined;
  }
  const text = name === 'fields' ? fieldsText(value) : textOf(name, value);
  return text === undefined ? undefined : { [`data-${kebab(name)}`]: text };
}

function attributeName(group: string, part: string): string | undefined {
  if (group === 'texts') return plainTexts.includes(part) ? `data-${part}` : undefined;
  const short = groups[group];
  if (short === undefined) return undefined;
  return part === short ? `data-${group}` : `data-${group}-${kebab(part)}`;
}

function textOf(name: string, value: unknown): string | undefined {
  if (name === 'manual' && value === true) return 'manual';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string' && !item.includes(','));
  return isList ? value.join(',') : undefined;
}

/** Fields that need no words of the owner's have an attribute. */
function fieldsText(value: unknown): string | undefined {
  const names = (Array.isArray(value) ? value : []).map((field: unknown) => {
    const { name, type, ...more } = Object(field) as Bag;
    const isPlain = name === type && (name === 'firstName' || name === 'birthday') && Object.keys(more).length === 0;
    return isPlain ? String(name) : undefined;
  });
  return names.length > 0 && !names.includes(undefined) ? names.join(',') : undefined;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
