import type { Circumstances } from '../../collector/rules/actions.ts';
import { entryFor } from '../../collector/rules/edit.ts';
import type { Profile } from '../../collector/rules/profile.ts';
import type { ProfileStore } from '../../collector/rules/store.ts';

/** The people in every new store. The numbers are of Ofcom's ranges for drama, so nobody has them. */
export const people = {
  penny: { name: 'Penny', email: 'penny@example.com' },
  sam: { name: 'Sam', number: '+447700900456' },
  rosa: { name: 'Rosa', email: 'rosa@example.com', number: '+442079460018', asWritten: '(020) 7946 0018' },
  ade: { name: 'Ade', email: 'ade@example.com', number: '+447700900789' },
} as const;

/** Fills an empty store. */
export function seedPeople(store: ProfileStore, circumstances: Circumstances): void {
  const { penny, sam, rosa, ade } = people;
  const add = (profile: Partial<Profile>, note: string): Profile => {
    const id = circumstances.newId();
    const blank = { name: null, email: null, phones: [], issuers: [], linkUses: [], absorbed: [] };
    const added: Profile = { ...blank, ...profile, id, history: [note] };
    store.save(added);
    return added;
  };
  const grant = (profile: Profile, channel: 'email' | 'sms', to: string) => {
    const entry = entryFor(profile, circumstances, { channel, to, state: 'granted' });
    store.append({ ...entry, consentId: circumstances.newId() });
  };
  const phone = (number: string, isProven: boolean, asWritten = number) => [
    { number, asWritten, isCurrent: true, isProven },
  ];

  const pennys = add({ name: penny.name, email: penny.email }, 'Subscribed to the newsletter.');
  grant(pennys, 'email', penny.email);
  const sams = add({ name: sam.name, phones: phone(sam.number, true) }, 'Texted a keyword to the store.');
  grant(sams, 'sms', sam.number);
  const rosas = add(
    { name: rosa.name, email: rosa.email, phones: phone(rosa.number, false, rosa.asWritten) },
    'Imported from a spreadsheet, the number as it was written there.',
  );
  grant(rosas, 'email', rosa.email);
  const ades = add({ name: ade.name, email: ade.email, phones: phone(ade.number, true) }, 'Subscribed to both.');
  grant(ades, 'email', ade.email);
  grant(ades, 'sms', ade.number);
}
