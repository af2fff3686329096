export { mintLink } from './mintLink.ts';
export type { LinkFailure, LinkFailureReason, LinkKey, MintOptions, VerifiedLink, VerifyOptions } from './types.ts';
export { verifyLink } from './verifyLink.ts';
