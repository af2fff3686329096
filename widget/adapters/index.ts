export type {
  Adapter,
  AdapterAnswer,
  AdapterOutcome,
  AdapterParts,
  AdapterRequest,
  AdapterTools,
  Granted,
  Manifest,
} from './adapter.ts';
export { defineAdapter } from './defineAdapter.ts';
