// What the npm module fetches in development builds.
export { reportFields, reportListener } from './reportArguments.ts';
export { reportOptions } from './reportOptions.ts';
