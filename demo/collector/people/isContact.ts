import type { Who } from './who.ts';

const shapes = { email: /^[^@\s]+@[^@\s]+$/, sms: /^\+[1-9]\d{5,14}$/ } as const;
const longest = 320;

/** Whether a value can be an email, or a number in E.164. */
export function isContact(channel: Who['channel'], value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest && shapes[channel].test(value);
}
