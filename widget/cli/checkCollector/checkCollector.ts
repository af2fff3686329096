import type { Finding } from '../finding.ts';
import type { Check } from './check.ts';
import { bodies } from './checks/bodies.ts';
import { reach } from './checks/reach.ts';
import { receipts } from './checks/receipts.ts';
import { Probe, type ProbeOptions } from './probe.ts';

export const checks: readonly Check[] = [...reach, ...bodies, ...receipts];

/** Holds a collector against the protocol, one sentence after the other. */
export async function checkCollector(options: ProbeOptions): Promise<Finding[]> {
  const probe = new Probe(options);
  const findings: Finding[] = [];
  for (const check of checks) findings.push(await found(check, probe));
  return findings;
}

async function found(check: Check, probe: Probe): Promise<Finding> {
  const { title, level, needsReal } = check;
  if (needsReal && !probe.options.isReal) {
    return { about: level, tone: 'skipped', says: `${title} (told with --real alone)` };
  }
  const wrong = await check.run(probe).catch(reasonOf);
  if (wrong === undefined) return { about: level, tone: 'good', says: title };
  return { about: level, tone: level === 'must' ? 'bad' : 'note', says: title, fix: `It does not: ${wrong}.` };
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as Error & { readonly cause?: { readonly code?: string } };
  if (name === 'TimeoutError') return 'no answer came within 10 seconds';
  return `no answer came (${cause?.code ?? name})`;
}
