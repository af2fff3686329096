import { type Bag, type Choice, isBag } from './choice.ts';
import { readLooks } from './rules.ts';

/** What a file for `data-config` may say of these options: read as the popup reads it. */
export function looksOf(options: Bag): Bag {
  const { trigger, ...looks } = readLooks(JSON.stringify(options)) ?? {};
  return { ...looks, ...(trigger && Object.keys(trigger).length > 0 ? { trigger } : {}) };
}

/** What only the tag may say of them. */
export function restOf(options: Bag): Bag {
  const looks = looksOf(options);
  const rest = Object.entries(options).flatMap(([name, value]) => {
    if (!(name in looks)) return [[name, value] as const];
    const hosted = looks[name];
    if (name !== 'trigger' || !isBag(value) || !isBag(hosted)) return [];
    const others = Object.entries(value).filter(([part]) => !(part in hosted));
    return others.length > 0 ? [[name, Object.fromEntries(others)] as const] : [];
  });
  return Object.fromEntries(rest);
}

/** The hosted file as a text. */
export function jsonOf(options: Bag): string {
  return JSON.stringify(looksOf(options), null, 2);
}

/** The choice with the looks of a file in place of its own; undefined for a text that holds none. */
export function withJson(choice: Choice, text: string): Choice | undefined {
  const looks = looksFrom(text);
  if (!looks) return undefined;
  const rest = restOf(choice.options);
  const trigger =
    isBag(rest.trigger) || isBag(looks.trigger) ? { ...Object(rest.trigger), ...Object(looks.trigger) } : undefined;
  return { ...choice, options: { ...rest, ...looks, ...(trigger ? { trigger } : {}) } };
}

function looksFrom(text: string): Bag | undefined {
  const looks = looksOf(parsed(text));
  return Object.keys(looks).length > 0 ? looks : undefined;
}

function parsed(text: string): Bag {
  try {
    const value: unknown = JSON.parse(text);
    return isBag(value) ? value : {};
  } catch {
    return {};
  }
}
