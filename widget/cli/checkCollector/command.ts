import { exitCodeOf, linesOf } from '../finding.ts';
import { addressOf, readArguments } from '../readArguments.ts';
import { checkCollector } from './checkCollector.ts';

const usage = `hello-again check-collector <url> [--store NAME] [--origin URL] [--real] [--json]

Holds a collector in any language against docs/protocol.md. Everything that it posts is marked as a test, and its people are
of example.com and have numbers that nobody has.

  --store NAME   the store to post for, where the collector knows its stores (default: check)
  --origin URL   the page that posts, where the collector knows its pages (default: the collector's own origin)
  --real         posts sign-ups that count, for a collector that nobody uses yet: more can be told by them
  --json         the findings as JSON
`;

const options = {
  store: { type: 'string', default: 'check' },
  origin: { type: 'string' },
  real: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** @returns the exit code */
export async function checkCollectorCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, options, usage);
  if (!given) return 0;
  const url = addressOf(given.words[0], usage);
  const { store, origin, real, json } = given.values;
  const findings = await checkCollector({
    url,
    store,
    origin: origin === undefined ? url.origin : addressOf(origin, usage).origin,
    isReal: real,
  });
  process.stdout.write(json ? `${JSON.stringify({ findings }, null, 2)}\n` : report(findings));
  return exitCodeOf(findings);
}

function report(findings: Parameters<typeof linesOf>[0]): string {
  const count = (tone: string) => findings.filter((finding) => finding.tone === tone).length;
  return `${linesOf(findings)}
${count('good')} hold, ${count('bad')} do not, ${count('note')} should, ${count('skipped')} not told
`;
}
