const leastBytes = 32;

/**
 * What opens the records of people, as the environment names it: `HELLO_AGAIN_ADMIN_TOKEN`.
 *
 * @throws {Error} one sentence without the token, where it is short enough to be guessed
 */
export function adminTokenFrom(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { HELLO_AGAIN_ADMIN_TOKEN: token } = env;
  if (!token) return undefined;
  if (!/^[\x21-\x7e]+$/.test(token) || token.length < leastBytes) {
    throw new Error(
      `HELLO_AGAIN_ADMIN_TOKEN must have ${leastBytes} characters or more, letters, digits and signs only.`,
    );
  }
  return token;
}
