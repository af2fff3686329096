// `npm run contact-sheet`: what a visitor sees, on contact sheets. To be looked at; nothing is compared.
//   npm run contact-sheet                 every layout in every ready theme, by day and by night
//   npm run contact-sheet -- warm night   the same for these themes
//   npm run contact-sheet -- --engines    the layouts in every engine that is here, side by side
import { findEngines } from '../../scripts/engines.mjs';
import { run } from '../../scripts/run.mjs';

if (process.argv.includes('--engines')) {
  // Playwright is to be read with what the Firefox of a distribution needs, and is read already in here.
  const env = findEngines().find(({ name }) => name === 'firefox')?.env ?? {};
  process.exitCode = await run(process.execPath, ['tools/screenshots/engineSheet.mjs'], { env });
} else await import('./themeSheets.mjs');
