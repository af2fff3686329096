export { type BotSign, botSign } from './check/botSign.ts';
export { contactKey } from './check/contactKey.ts';
export { createRelay } from './createRelay.ts';
export { type KlaviyoOptions, klaviyo } from './klaviyo/klaviyo.ts';
export { toNodeListener } from './toNodeListener.ts';
export type {
  NamedSubject,
  Platform,
  Relay,
  RelayFailure,
  RelayOptions,
  RelayResult,
  RelayTask,
} from './types.ts';
