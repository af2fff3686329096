import { giveUp } from './giveUp.ts';

/** What the environment says, or an end with the sentence that tells what is wrong with it. */
export function orGiveUp<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    return giveUp((error as Error).message);
  }
}
