import type { Policy } from '../../collector/dependencies.ts';
import { defaultStore } from './services.ts';

/**
 * What the demo store takes: everything that a person, a test or a recording does with it. Tests fill a form faster than any
 * human, turn the clock, and post from one address.
 */
export const demoPolicy: Policy = {
  origins: '*',
  defaultStore,
  minimumFill: 0,
  phones: 'possible',
  takesFaults: true,
};
