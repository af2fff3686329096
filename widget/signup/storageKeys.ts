// Of the tab's storage. The names of memory, outbox and QA switch are `keys` of `page.ts`; `platform/exclusively.ts` adds a lease's.

/** Name in the tab's storage of what the owner's lookup answered. */
export const lookupKey = 'hello_again_lookup';

/** Name in the tab's storage of how this visit began. */
export const visitKey = 'hello_again_visit';
