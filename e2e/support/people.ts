/** Whom every new store of the demo is seeded with. */
export const penny = { name: 'Penny', email: 'penny@example.com' };
export const sam = { name: 'Sam', phone: '+447700900456' };
export const rosa = { name: 'Rosa', email: 'rosa@example.com', phone: '+442079460018', asWritten: '(020) 7946 0018' };
export const ade = { name: 'Ade', email: 'ade@example.com', phone: '+447700900789' };

/** A number of Ofcom's range for drama, that nobody has. */
export const freePhone = { written: '07700 900982', e164: '+447700900982' };
export const otherPhone = { written: '07700 900461', e164: '+447700900461' };
