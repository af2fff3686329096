/** Fetches what only a submission needs that the collector does not take at once. */
export const loadUnsent = () => import('./unsent.ts');
