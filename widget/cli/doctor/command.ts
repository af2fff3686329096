import { exitCodeOf, linesOf } from '../finding.ts';
import { addressOf, readArguments } from '../readArguments.ts';
import { launchBrowser } from './browser.ts';
import { type Diagnosis, diagnosePage } from './doctor.ts';

const usage = `hello-again doctor <url> [--no-send] [--no-visitors] [--json]

Opens a page in the installed browser and says what is right and what is not: the script tag, its files, Content-Security-Policy
and Trusted Types, the storage consent, other popups, the legal links, the collector, and what each kind of visitor would be
asked. It needs playwright-core, playwright or @playwright/test, and Chrome, Edge or Chromium.

One sign-up of doctor@example.com is sent. It is marked as a test and grants no consent.

  --no-send      sends none
  --no-visitors  does not open the page once for each kind of visitor
  --json         the findings as JSON
`;

const options = {
  'no-send': { type: 'boolean', default: false },
  'no-visitors': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** @returns the exit code */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, options, usage);
  if (!given) return 0;
  const url = addressOf(given.words[0], usage);
  const browser = await launchBrowser();
  try {
    const diagnosis = await diagnosePage(browser, url, {
      isSent: !given.values['no-send'],
      isAskedAsAll: !given.values['no-visitors'],
    });
    process.stdout.write(given.values.json ? `${JSON.stringify(diagnosis, null, 2)}\n` : report(diagnosis));
    return exitCodeOf(diagnosis.findings);
  } finally {
    await browser.close();
  }
}

function report({ findings, visitors }: Diagnosis): string {
  const rows = visitors.map(
    ({ visitor, reason, sentence }) =>
      `  ${visitor.padEnd(20)} ${sentence}${reason === visitor ? '' : ` (${reason})`}\n`,
  );
  const bad = findings.filter(({ tone }) => tone === 'bad').length;
  const asked = rows.length > 0 ? `\nA visitor of the ask table’s row …\n${rows.join('')}` : '';
  return `${linesOf(findings)}${asked}\n${bad === 0 ? 'Nothing is wrong.' : `${bad} ${bad === 1 ? 'thing is' : 'things are'} wrong.`}\n`;
}
