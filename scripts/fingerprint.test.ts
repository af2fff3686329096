import { expect, test } from 'vitest';
import { programFiles } from './fingerprint.mjs';

test('a build counted as that of the present sources after a change to what makes it', async () => {
  // One that the configuration imports, one that such a one imports, and one of the types' command.
  const made = [
    'vite.config.ts',
    'scripts/slimPreact.ts',
    'scripts/edited.ts',
    'scripts/names/nameMap.ts',
    'scripts/run.mjs',
  ];
  expect(await programFiles()).toEqual(expect.arrayContaining(made));
});
