export type { Reason } from '../core/ask/reasons.ts';
export { changeTag } from './changeTag.ts';
export { CollectorDouble, type CollectorDoubleOptions } from './collectorDouble.ts';
export { expectNoDuplicate } from './expectNoDuplicate.ts';
export type { Fault, Scripted, ScriptedAnswer } from './faults.ts';
export { type AskedFields, type PopupEntries, PopupPage, type PopupState } from './popupPage.ts';
export type { KnownPerson, SignedUpPerson, TakenSignUp } from './signUp.ts';
export { type VisitOptions, visitAs } from './visitAs.ts';
export { type VisitorMeans, type VisitorTraits, visitors } from './visitors.ts';
