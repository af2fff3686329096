export { canonicalJson } from './canonicalJson.ts';
export { canonicalSubmission } from './canonicalSubmission.ts';
export { type BotSign, botSign } from './check/botSign.ts';
export { contactKey } from './check/contactKey.ts';
export { emailOf } from './check/emailOf.ts';
export { submissionErrors } from './check/submissionErrors.ts';
export { isName } from './check/textErrors.ts';
export { clockDoubt, tickedAt } from './check/tickedAt.ts';
export { type ClockLimits, usualClock } from './check/timeErrors.ts';
export { createRelay } from './createRelay.ts';
export { type KlaviyoOptions, klaviyo } from './klaviyo/klaviyo.ts';
export { toNodeListener } from './toNodeListener.ts';
export type {
  AnswerMemory,
  NamedSubject,
  Platform,
  Relay,
  RelayFailure,
  RelayOptions,
  RelayResult,
  RelayTask,
} from './types.ts';
