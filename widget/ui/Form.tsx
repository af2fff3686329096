import type { JSX } from 'preact';
import { Consent } from './Consent.tsx';
import { Field } from './Field.tsx';
import { fill } from './fill.tsx';
import { legalSlots } from './legalText.tsx';
import { problemText } from './problemText.ts';
import type { ViewProps } from './view.ts';

/** The fields that the ask names, with their consent boxes. */
export function Form(props: ViewProps): JSX.Element {
  const { state, strings: s, settings, legal, actions } = props;
  const { ask } = state.decision;
  const asksEmail = ask === 'email' || ask === 'email+phone';
  const asksPhone = ask === 'phone' || ask === 'email+phone';
  const problem = (field: Parameters<typeof problemText>[1]) => problemText(props, field);
  const number = props.namedNumber ?? '';
  const parsed = props.phone?.parse(number, props.country);
  const e164 = parsed && 'e164' in parsed ? parsed.e164 : number;
  const slots = {
    ...legalSlots(settings, legal),
    number: <bdi>{props.phone?.format(e164) ?? e164}</bdi>,
  };
  return (
    <form
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        actions.press(false);
      }}
    >
      {state.isAskedAgain && <p class="note">{s.askedAgain}</p>}
      <NamedLine {...props} />
      {asksEmail && (
        <Field
          name="email"
          label={s.email}
          optional={undefined}
          hint={undefined}
          problem={problem('email')}
          value={state.entered.email}
          onTyped={(text) => actions.typed('email', text)}
        />
      )}
      {asksEmail && settings.collect !== 'phone' && (
        <Consent
          channel="email"
          locale={legal.locale}
          words={fill(legal.email, slots)}
          print={fill(legal.emailPrint, slots)}
          hasBox={legal.emailMethod === 'checkbox'}
          isTicked={state.entered.ticks.email !== undefined}
          problem={problem('emailConsent')}
          onTicked={(isTicked) => actions.ticked('email', isTicked)}
        />
      )}
      {asksPhone && (
        <Field
          name="phone"
          label={s.phone}
          optional={ask === 'email+phone' ? s.optional : undefined}
          hint={countryHint(props)}
          problem={problem('phone')}
          value={state.entered.phone}
          onTyped={(text) => actions.typed('phone', text)}
        />
      )}
      {ask !== 'email' && (
        <Consent
          channel="sms"
          locale={legal.locale}
          words={fill(ask === 'consent' ? legal.smsNamed : legal.sms, slots)}
          print={fill(legal.smsPrint, slots)}
          hasBox
          isTicked={state.entered.ticks.sms !== undefined}
          problem={problem('sms')}
          aside={
            state.problems.sms?.code === 'untickedNumber' && (
              <button type="button" class="link" onClick={() => actions.press(true)}>
                {s.withoutTexts}
              </button>
            )
          }
          onTicked={(isTicked) => actions.ticked('sms', isTicked)}
        />
      )}
      {/* For programs, which fill in whatever is there; a collector looks at it. */}
      <input class="trap" tabIndex={-1} autocomplete="off" aria-hidden="true" />
      <div class="buttons">
        <button type="submit" class="main" data-ha="submit" aria-disabled={state.isSending ? 'true' : undefined}>
          {state.isSending ? s.sending : ownText(props, 'button', s.signUp)}
        </button>
        {ask === 'consent' && (
          <button type="button" class="link" onClick={actions.anotherNumber}>
            {s.anotherNumber}
          </button>
        )}
      </div>
    </form>
  );
}

/** Whom this is for. Where nobody but a link or a cookie says so, it can be refused. */
function NamedLine({ state, strings: s, actions }: ViewProps): JSX.Element | null {
  const { named, decision } = state;
  if (!named) return null;
  const isText = decision.reason === 'known-needs-email';
  return (
    <p class="named">
      {named.hint ? fill(s.namedEmail, { hint: <bdi>{named.hint}</bdi> }) : isText ? s.namedText : s.namedMail}{' '}
      {named.isRefusable && (
        <button type="button" class="link" data-ha="not-you" onClick={actions.notYou}>
          {s.notYou}
        </button>
      )}
    </p>
  );
}

function countryHint({ country, strings }: ViewProps): string | undefined {
  if (!country) return undefined;
  try {
    const name = new Intl.DisplayNames([strings.locale], { type: 'region' }).of(country);
    return name && strings.countryHint.replace('{country}', name);
  } catch {
    return undefined;
  }
}

/** The owner's words for this ask, else the owner's for every ask, else ours. */
export function ownText(
  { settings, state }: ViewProps,
  name: 'heading' | 'body' | 'button' | 'success',
  ours: string,
): string {
  const { ask } = state.decision;
  const { texts } = settings;
  const own = ask === 'nothing' ? undefined : texts?.[ask];
  return (own?.[name] ?? texts?.[name] ?? ours).replace(/\{brand\}/g, settings.brand);
}
