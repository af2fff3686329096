import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { secretOf } from './secretOf.ts';
import type { LinkFailure, LinkFailureReason, VerifiedLink, VerifyOptions } from './types.ts';

const longestToken = 2000;

/**
 * Checks a token that `mintLink` made. It never throws for what a visitor may have sent: every bad token is an answer
 * with `ok: false` and a `reason`. The signature is checked before the audience and the expiry, so `foreign` and `expired` are
 * only ever said of genuine tokens.
 *
 * @throws TypeError or RangeError when one of `keys` is unfit for use (see `mintLink`), or two of them have one `kid`: that
 * is a fault of the set-up
 * @example
 * ```ts
 * const link = await verifyLink(token, { audience: 'harbor-coffee', keys: [key, formerKey] });
 * if (link.ok) addContact(link.subject);
 * ```
 */
export async function verifyLink(token: string, options: VerifyOptions): Promise<VerifiedLink | LinkFailure> {
  const secrets = new Map(options.keys.map((key) => [key.kid, secretOf(key)]));
  if (secrets.size < options.keys.length) {
    throw new TypeError('hello-again/link: each of keys must have a kid of its own');
  }
  const kid = kidOf(token);
  if (kid === undefined) return failure('malformed');
  const secret = secrets.get(kid);
  if (secret === undefined) return failure('unknown-key');
  try {
    const { payload } = await jwtVerify(token, secret, {
      // Named, so that a token cannot choose its own algorithm (RFC 8725, section 3.1).
      algorithms: ['HS256'],
      audience: options.audience,
      currentDate: options.now ?? new Date(),
      requiredClaims: ['sub', 'iat', 'exp', 'scope'],
    });
    return verified(payload, kid) ?? failure('malformed');
  } catch (error) {
    return failure(reasonOf(error));
  }
}

/** The key name in the header of a token that looks like ours. */
function kidOf(token: string): string | undefined {
  if (typeof token !== 'string' || token.length > longestToken) return undefined;
  try {
    const header = decodeProtectedHeader(token);
    return header.alg === 'HS256' && typeof header.kid === 'string' ? header.kid : undefined;
  } catch {
    return undefined;
  }
}

function verified(payload: JWTPayload, kid: string): VerifiedLink | undefined {
  const { sub, iat, exp, scope } = payload;
  // A number of JSON is a subject for nobody, whatever the library lets through.
  if (typeof sub !== 'string' || sub === '' || iat === undefined || exp === undefined || typeof scope !== 'string')
    return undefined;
  return { ok: true, subject: sub, scope, kid, issuedAt: new Date(iat * 1000), expiresAt: new Date(exp * 1000) };
}

function reasonOf(error: unknown): LinkFailureReason {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return error.claim === 'aud' ? 'foreign' : 'malformed';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'tampered';
  return 'malformed';
}

function failure(reason: LinkFailureReason): LinkFailure {
  return { ok: false, reason };
}
