// Writes the parts of documents that follow from the code: the ask table, from the array that decides, and so on.
// `--check` writes nothing and fails when a document is not what the code says.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { writeBlock } from './blocks.mjs';
import { root } from './root.mjs';

/** @param {string} path */
async function load(path) {
  const { module } = await runnerImport(join(root, path), { configFile: false, logLevel: 'error' });
  return /** @type {any} */ (module);
}

const { askTable } = await load('widget/core/ask/decide.ts');
const { visitors } = await load('widget/core/ask/visitors.ts');
const rows = askTable.map((/** @type {any} */ row, /** @type {number} */ i) => {
  // A row whose ask depends on the facts says so.
  const ask = row.askFor ? `${row.ask}, or email where that is open` : row.ask;
  return `| ${i + 1} | ${visitors[row.reason]} | ${ask} | \`${row.reason}\` |`;
});
const head = ['| # | the visitor | ask | reason |', '| --- | --- | --- | --- |'];
await writeBlock('docs/asking.md', 'ask-table', [...head, ...rows].join('\n'));

const { shippedNames } = await load('widget/adapters/shipped.ts');
const adapters = await Promise.all(
  shippedNames.map((/** @type {string} */ name) => load(`widget/adapters/${name}/manifest.ts`)),
);
const can = (/** @type {boolean} */ flag) => (flag ? 'yes' : 'no');
await writeBlock(
  'docs/adapters.md',
  'adapter-table',
  [
    '| adapter | finds a person by | changes a number | says what happened | keeps the consent text | accepts tests |',
    '| --- | --- | --- | --- | --- | --- |',
    ...adapters.map(({ manifest: m }) => {
      const linksBy = m.linksBy.map((/** @type {string} */ field) => `\`${field}\``).join(', ');
      const flags = [m.replacesPhone, m.confirms, m.keepsProof, m.takesTests].map(can).join(' | ');
      return `| \`${m.name}\` | ${linksBy} | ${flags} |`;
    }),
  ].join('\n'),
);

const tags = (await readdir(join(root, 'widget/locales'))).filter((name) => /^[a-z]{2}(-[A-Z]{2})?$/.test(name));
const languages = await Promise.all(
  tags.map(async (tag) => ({ tag, ...(await load(`widget/locales/${tag}/index.ts`)).localeFile })),
);
const { consentSources } = await load('widget/locales/consentSources.ts');
const regionOrder = ['us', 'ca', 'uk', 'eu', 'au', 'strict'];
const wordings = languages
  .flatMap(({ tag, consentTexts }) =>
    Object.entries(consentTexts.regions).map(([region, text]) => ({ tag, region, text })),
  )
  .sort((a, b) => regionOrder.indexOf(a.region) - regionOrder.indexOf(b.region) || (a.tag < b.tag ? -1 : 1));
const nameOf = (/** @type {string} */ tag) => new Intl.DisplayNames(['en'], { type: 'language' }).of(tag);
await writeBlock(
  'docs/languages.md',
  'language-table',
  [
    '| tag | language | runs | our consent text for |',
    '| --- | --- | --- | --- |',
    ...languages.map(({ tag, strings, consentTexts }) => {
      const regions = regionOrder.filter((region) => region in consentTexts.regions).map((region) => `\`${region}\``);
      const runs = strings.direction === 'rtl' ? 'right to left' : 'left to right';
      return `| \`${tag}\` | ${nameOf(tag)} | ${runs} | ${regions.join(', ') || 'none yet: only with your own'} |`;
    }),
  ].join('\n'),
);
await writeBlock(
  'docs/consent-wording.md',
  'wording-table',
  [
    '| region | language | version | recorded as | status | since | written after |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...wordings.map(({ tag, region, text }) => {
      const { status, date, source } = consentSources[text.version];
      return `| \`${region}\` | ${nameOf(tag)} | \`${text.version}\` | \`${text.locale}\` | ${status} | ${date} | ${source} |`;
    }),
  ].join('\n'),
);
await writeBlock(
  'docs/consent-wording.md',
  'wordings',
  wordings
    .map(({ text: t }) => {
      const rows = [
        ['the box for texts', t.sms],
        ['the same, for a number already known', t.smsNamed],
        ['its small print', t.smsPrint],
        [t.emailMethod === 'submit' ? 'the line for email, above the button' : 'the box for email', t.email],
        ['its small print', t.emailPrint],
        ['the links', `${t.terms}, ${t.privacy}`],
      ];
      const lines = rows.map(([what, said]) => `| ${what} | ${said} |`);
      return [`### ${t.version}`, '', `| where | words |`, '| --- | --- |', ...lines].join('\n');
    })
    .join('\n\n'),
);

const { presets } = await load('widget/core/theme/presets.ts');
const { toHex } = await load('widget/core/theme/color.ts');
const colorsOf = (/** @type {any} */ { surface, text, accent }) =>
  [surface, text, accent].map((color) => `\`${toHex(color)}\``).join(', ');
await writeBlock(
  'docs/brand.md',
  'preset-table',
  [
    '| theme | surface, text, accent by day | by night | radius |',
    '| --- | --- | --- | --- |',
    ...Object.entries(presets).map(
      ([name, { light, dark, radius }]) => `| \`${name}\` | ${colorsOf(light)} | ${colorsOf(dark)} | ${radius} |`,
    ),
  ].join('\n'),
);
