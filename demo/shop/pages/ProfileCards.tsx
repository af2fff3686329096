import type { PhoneView, ProfileView } from '../server/services.ts';
import { type Chip, emailChips, issuersInWords, nameOf, phoneChips, phoneRemarks } from './profileWords.ts';

/** What is different about a profile since the page last looked. */
export interface Change {
  readonly isNew: boolean;
  /** Which parts changed: `email`, a phone as `partOf` names it, `identifiers`, sentences of the history. */
  readonly parts: ReadonlySet<string>;
}

interface CardsProps {
  readonly profiles: readonly ProfileView[];
  readonly changes?: ReadonlyMap<string, Change>;
  /** Contact and consent alone. */
  readonly isCompact?: boolean;
}

/** The profiles as cards. Rendered by the server first, and by the page's script from then on. */
export function ProfileCards({ profiles, changes, isCompact = false }: CardsProps) {
  return (
    <ul class={isCompact ? 'cards is-compact' : 'cards'}>
      {profiles.map((profile) => (
        <ProfileCard key={profile.id} profile={profile} change={changes?.get(profile.id)} isCompact={isCompact} />
      ))}
    </ul>
  );
}

interface CardProps {
  readonly profile: ProfileView;
  readonly change: Change | undefined;
  readonly isCompact: boolean;
}

function ProfileCard({ profile, change, isCompact }: CardProps) {
  const isMarked = (part: string) => change !== undefined && (change.isNew || change.parts.has(part));
  return (
    <li class={change ? 'card is-changed' : 'card'}>
      <article aria-label={nameOf(profile)}>
        <header class="card-head">
          <h3>{profile.name ?? 'No name'}</h3>
          {change && <span class="mark">{change.isNew ? 'New' : 'Changed'}</span>}
        </header>
        <dl class="contact">
          <div class={isMarked('email') ? 'is-marked' : undefined}>
            <dt>Email</dt>
            <dd>
              {profile.email === null ? (
                <span class="none">none</span>
              ) : (
                <>
                  <span class="value">{profile.email}</span> <ChipLabel chip={emailChips[profile.emailConsent]} />
                </>
              )}
            </dd>
          </div>
          {profile.phones.length === 0 && (
            <div>
              <dt>Phone</dt>
              <dd>
                <span class="none">none</span>
              </dd>
            </div>
          )}
          {profile.phones.map((phone) => (
            <Phone key={phone.number ?? phone.asWritten} phone={phone} isMarked={isMarked(partOf(phone))} />
          ))}
          {!isCompact && (
            <div class={isMarked('identifiers') ? 'is-marked' : undefined}>
              <dt>Known by</dt>
              <dd class={profile.identifiers.length === 0 ? 'none' : undefined}>
                {issuersInWords(profile.identifiers)}
              </dd>
            </div>
          )}
        </dl>
        {!isCompact && (
          <>
            <h4>How it came to be</h4>
            <ol class="history">
              {profile.history.map((sentence, index) => (
                <li key={`${index} ${sentence}`} class={isMarked(sentence) ? 'is-marked' : undefined}>
                  {sentence}
                </li>
              ))}
            </ol>
          </>
        )}
      </article>
    </li>
  );
}

function Phone({ phone, isMarked }: { readonly phone: PhoneView; readonly isMarked: boolean }) {
  return (
    <div class={isMarked ? 'is-marked' : undefined}>
      <dt>Phone</dt>
      <dd>
        <span class={phone.isCurrent ? 'value' : 'value is-former'}>{phone.number ?? phone.asWritten}</span>{' '}
        <ChipLabel chip={phoneChips[phone.consent]} />
        <span class="remarks">{phoneRemarks(phone).join(' · ')}</span>
      </dd>
    </div>
  );
}

/** The key of a change of this phone. */
export function partOf(phone: PhoneView): string {
  return `phone ${phone.number ?? phone.asWritten}`;
}

export function ChipLabel({ chip }: { readonly chip: Chip }) {
  return <span class={`chip is-${chip.tone}`}>{chip.words}</span>;
}
