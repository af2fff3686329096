/**
 * What the relay notes on a profile as custom properties, having no memory of its own: which consent the number came with, and
 * when a link brought it.
 */
export const marks = { consent: 'hello_again_phone_consent', linkedAt: 'hello_again_phone_linked_at' } as const;
