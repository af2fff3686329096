import type { Schedule } from '../core/ports.ts';

/** A promise that rejects when another takes longer than so many milliseconds. */
export async function within<T>(schedule: Schedule, ms: number, waited: Promise<T>): Promise<T> {
  let stop = () => {};
  const late = new Promise<never>((_settle, reject) => {
    stop = schedule.after(ms, () => reject(new Error('it took too long')));
  });
  try {
    return await Promise.race([waited, late]);
  } finally {
    stop();
  }
}
