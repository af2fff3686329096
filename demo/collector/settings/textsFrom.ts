import type { TextsWebhook } from '../codes/sendByWebhook.ts';

const leastToken = 32;

/**
 * Who sends texts, and what tells them that it is us.
 *
 * @throws {Error} one sentence, where it is no address, or a token that can be guessed
 */
export function textsFrom(env: Readonly<Record<string, string | undefined>>): TextsWebhook | undefined {
  const { HELLO_AGAIN_TEXTS_URL: url, HELLO_AGAIN_TEXTS_TOKEN: token } = env;
  if (token && !/^[\x21-\x7e]+$/.test(token)) {
    throw new Error('HELLO_AGAIN_TEXTS_TOKEN must be of letters, digits and signs, without a space.');
  }
  if (token && token.length < leastToken) {
    throw new Error(`HELLO_AGAIN_TEXTS_TOKEN must have ${leastToken} characters or more.`);
  }
  if (!url) return undefined;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url) || new URL(url).username !== '') {
    throw new Error('HELLO_AGAIN_TEXTS_URL must be an address, as in https://shop.example/send-text.');
  }
  return { url, ...(token ? { token } : {}) };
}
