export { mintLink } from './mintLink.ts';
export { openSubject, type SealForm, sealFormOf, sealSubject } from './sealedSubject.ts';
export type { LinkFailure, LinkFailureReason, LinkKey, MintOptions, VerifiedLink, VerifyOptions } from './types.ts';
export { verifyLink } from './verifyLink.ts';
