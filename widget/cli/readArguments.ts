import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Misuse } from './misuse.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The words and options of a command; `--help` prints its usage and answers nothing. */
export function readArguments<const T extends Options>(args: readonly string[], options: T, usage: string) {
  try {
    const all = { ...options, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options: all, allowPositionals: true });
    if ((values as { help?: boolean }).help) {
      process.stdout.write(usage);
      return undefined;
    }
    return { values, words: positionals };
  } catch (error) {
    throw new Misuse(`${(error as Error).message}\n\n${usage}`);
  }
}

/** An address that was typed: `localhost:3000` is one as well. */
export function addressOf(text: string | undefined, usage: string): URL {
  if (text === undefined) throw new Misuse(usage);
  const address = tryParse(withScheme(text));
  if (!address || !/^https?:$/.test(address.protocol)) throw new Misuse(`This is no address: ${text}`);
  return address;
}

function withScheme(text: string): string {
  // `localhost:3000` begins like a scheme as well.
  if (/^[a-z][a-z+.-]*:(?!\d)/i.test(text)) return text;
  return `${/^(localhost|127\.|\[::1\])/.test(text) ? 'http' : 'https'}://${text}`;
}

function tryParse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
