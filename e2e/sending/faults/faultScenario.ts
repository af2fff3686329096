import type { TestInfo } from '@playwright/test';

/** Notes that a test plays a fault, and how many submissions it made: `npm test` adds them up. */
export function faultScenario({ annotations }: TestInfo, submissions: number): void {
  annotations.push({ type: 'fault scenario', description: String(submissions) });
}
