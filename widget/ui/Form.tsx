import type { JSX } from 'preact';
import { shownFields } from '../core/flow/shownFields.ts';
import type { FormField } from '../core/flow/state.ts';
import { Consent } from './Consent.tsx';
import { consentSlots } from './consentText.tsx';
import { EmailField } from './EmailField.tsx';
import { asNew, fill, fillText } from './fill.tsx';
import { PhoneField } from './PhoneField.tsx';
import { problemOf } from './problemOf.ts';
import { unrecorded } from './unrecorded.ts';
import type { ViewProps } from './view.ts';

/** The fields that the ask names, with their consent boxes. */
export function Form(props: ViewProps): JSX.Element {
  const { state, strings: s, settings, consentText, actions, ExtraFields } = props;
  const { ask } = state.decision;
  const shown = shownFields(state);
  const problem = (field: FormField) => problemOf(props, field);
  const number = props.namedNumber ?? '';
  const parsed = props.phone?.parse(number, props.state.country);
  const e164 = parsed && 'e164' in parsed ? parsed.e164 : number;
  const slots = {
    ...consentSlots(settings, consentText),
    number: (
      <bdi translate={false} {...unrecorded()}>
        {props.phone?.format(e164) ?? e164}
      </bdi>
    ),
  };
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        actions.submit(false);
      }}
    >
      {state.isAskedAgain && <p class="note">{s.askedAgain}</p>}
      {shown.step && <p class="step">{asNew(fillText(s.step, { n: `${shown.step}`, total: '2' }))}</p>}
      <NamedLine {...props} />
      {shown.email && <EmailField {...props} />}
      {ExtraFields && !state.first && <ExtraFields {...props} />}
      {shown.email && settings.collect !== 'phone' && (
        <Consent
          channel="email"
          locale={consentText.locale}
          text={fill(consentText.email, slots)}
          print={fill(consentText.emailPrint, slots)}
          hasBox={consentText.emailMethod === 'checkbox'}
          isTicked={state.entered.ticks.email !== undefined}
          problem={problem('emailConsent')}
          onTicked={(isTicked) => actions.ticked('email', isTicked)}
        />
      )}
      {shown.phone && <PhoneField {...props} />}
      {shown.sms && (
        <Consent
          channel="sms"
          locale={consentText.locale}
          text={fill(ask === 'consent' ? consentText.smsNamed : consentText.sms, slots)}
          print={fill(consentText.smsPrint, slots)}
          hasBox
          isTicked={state.entered.ticks.sms !== undefined}
          problem={problem('sms')}
          aside={
            state.problems.sms?.code === 'untickedNumber' && (
              <button type="button" class="link" onClick={() => actions.submit(true)}>
                {s.withoutTexts}
              </button>
            )
          }
          onTicked={(isTicked) => actions.ticked('sms', isTicked)}
        />
      )}
      {/* For programs, which fill in whatever is there; a collector looks at it. */}
      <input {...unrecorded('trap')} tabIndex={-1} autocomplete="off" aria-hidden="true" />
      {/* Screen readers do not always read a button again when its text changes. */}
      <span class="said" aria-live="polite">
        {state.isSending && asNew(s.sending)}
      </span>
      <div class="buttons">
        <button
          type="submit"
          class="main"
          part="button"
          data-ha="submit"
          aria-disabled={state.isSending ? 'true' : undefined}
          onClick={(event) => {
            // Enter clicks it, too. A frame that is sandboxed without `allow-forms` dispatches no submit event.
            event.preventDefault();
            actions.submit(false);
          }}
        >
          {asNew(state.isSending ? s.sending : ownText(props, 'button', s.signUp, ask))}
        </button>
        {ask === 'consent' && (
          <button type="button" class="link" part="link" onClick={actions.anotherNumber}>
            {s.anotherNumber}
          </button>
        )}
        {shown.step === 2 ? (
          <button type="button" class="link" part="link" data-ha="skip" onClick={actions.skip}>
            {s.skip}
          </button>
        ) : (
          ask === 'email+phone' &&
          props.layout !== 'inline' && (
            <button
              type="button"
              class="link quiet"
              part="link"
              data-ha="already-signed-up"
              onClick={actions.alreadySignedUp}
            >
              {s.alreadySignedUp}
            </button>
          )
        )}
      </div>
    </form>
  );
}

/** The person that this is for. Where only a link or a cookie says so, it can be refused. */
function NamedLine({ state, strings: s, actions }: ViewProps): JSX.Element | null {
  const { named, decision } = state;
  if (!named) return null;
  const isText = decision.reason === 'known-needs-email';
  return (
    <p class="named">
      {named.maskedEmail
        ? fill(s.namedEmail, { hint: <bdi {...unrecorded()}>{named.maskedEmail}</bdi> })
        : isText
          ? s.namedText
          : s.namedMail}{' '}
      {named.isRefusable && (
        <button type="button" class="link" part="link" data-ha="not-you" onClick={actions.notYou}>
          {s.notYou}
        </button>
      )}
    </p>
  );
}

/** The owner's text for this ask, else the owner's for every ask, else ours. */
export function ownText(
  { settings }: ViewProps,
  name: 'heading' | 'body' | 'button' | 'success',
  ours: string,
  ask: ViewProps['state']['decision']['ask'],
): string {
  const { texts } = settings;
  const own = ask === 'nothing' ? undefined : texts?.[ask];
  // A JSON block may hold anything.
  return fillText(String(own?.[name] ?? texts?.[name] ?? ours), { brand: settings.brand });
}
