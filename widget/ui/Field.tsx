import type { JSX } from 'preact';

/** One text field: a visible label, an optional hint, and the error that belongs to it. */
export function Field(props: {
  readonly name: 'email' | 'phone';
  readonly label: string;
  readonly optional: string | undefined;
  readonly hint: string | undefined;
  readonly problem: string | undefined;
  readonly value: string;
  onTyped(text: string): void;
}): JSX.Element {
  const { name, problem, hint } = props;
  const isEmail = name === 'email';
  const id = isEmail ? 'email' : 'tel';
  const described = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const take = (event: { readonly currentTarget: HTMLInputElement }) => props.onTyped(event.currentTarget.value);
  const common = {
    id,
    name: id,
    'data-ha': name,
    autocapitalize: 'off',
    spellcheck: false,
    dir: 'ltr',
    value: props.value,
    'aria-invalid': problem ? 'true' : undefined,
    'aria-describedby': described || undefined,
    onInput: take,
    onChange: take,
  } as const;
  return (
    <div class="field">
      <label for={id}>
        {props.label}
        {props.optional && <span class="optional"> ({props.optional})</span>}
      </label>
      {isEmail ? (
        // `text`, not `email`: the browser's own check refuses addresses outside ASCII.
        <input {...common} type="text" inputMode="email" autocomplete="email" />
      ) : (
        <input {...common} type="tel" inputMode="tel" autocomplete="tel" />
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
