/** A symmetric signing key. */
export interface LinkKey {
  /**
   * The key's name, 1 to 40 characters of `A-Z a-z 0-9 . _ -`. It travels in the token's header, so that keys can be changed while
   * old links still work: mint with the new key, verify with both.
   */
  readonly kid: string;
  /**
   * At least 32 bytes (RFC 7518, section 3.2, asks as many bytes as the hash has). A string counts as UTF-8. Keep it on the
   * server.
   */
  readonly secret: string | Uint8Array;
}

/** What to put into a signed link. */
export interface MintOptions {
  /**
   * The one person the link is for: an opaque id of yours, 1 to 200 characters. Anybody can read it in the token, so
   * never an email address or a number.
   */
  readonly subject: string;
  /** Who may accept the link: the name of your store, the same text the collector verifies with. */
  readonly audience: string;
  /** The key to sign with. */
  readonly key: LinkKey;
  /**
   * How long the link works, in seconds.
   * @default 2_592_000 (30 days)
   */
  readonly expiresIn?: number | undefined;
  /**
   * What the holder may do, space separated.
   * @default 'contact:add'
   */
  readonly scope?: string | undefined;
  /**
   * The time of minting.
   * @default the current time
   */
  readonly now?: Date | undefined;
}

/** What to check a token against. */
export interface VerifyOptions {
  /** The audience the link must have been minted for. */
  readonly audience: string;
  /** The keys that are accepted, in any order: the newest, and former ones until their last links have expired. */
  readonly keys: readonly LinkKey[];
  /**
   * The time to compare the expiry with.
   * @default the current time
   */
  readonly now?: Date | undefined;
}

/** The content of a genuine token. A signature proves who issued it, not who holds it, because mails are forwarded. */
export interface VerifiedLink {
  /** The token is genuine, for this audience and still good. */
  readonly ok: true;
  /** The person it was minted for. */
  readonly subject: string;
  /** What its holder may do, space separated. */
  readonly scope: string;
  /** The name of the key that signed it. */
  readonly kid: string;
  /** When it was minted, to the second. */
  readonly issuedAt: Date;
  /** When it stops being good. */
  readonly expiresAt: Date;
}

/**
 * Why a token is not accepted.
 *
 * - `malformed`: not a compact JWS of ours, or longer than 2,000 characters
 * - `unknown-key`: signed with a key that is not among `keys`
 * - `tampered`: the signature does not fit
 * - `foreign`: genuine, but minted for another audience
 * - `expired`: genuine, but too old
 */
export type LinkFailureReason = 'expired' | 'tampered' | 'foreign' | 'unknown-key' | 'malformed';

/** A token that is not accepted, and why. */
export interface LinkFailure {
  /** The token is not accepted. */
  readonly ok: false;
  /** Why. */
  readonly reason: LinkFailureReason;
}
