/** Every state of the popup that can be looked at by name. */
export const previewNames = [
  'form',
  'brief',
  'named',
  'wrong',
  'unticked',
  'asked-again',
  'sending',
  'first',
  'second',
  'success',
  'coupon',
  'confirm-email',
  'confirm-text',
  'pending',
  'unknown',
  'verify',
  'waiting',
  'failed',
  'subscribed',
  'on-file',
] as const;

/** The name of a state that a preview shows. */
export type PreviewName = (typeof previewNames)[number];
