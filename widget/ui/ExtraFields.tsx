import type { JSX } from 'preact';
import type { ExtraField } from '../core/flow/extraFields.ts';
import { fillText } from './fill.tsx';
import { pickLocale } from './pickLocale.ts';
import { unrecorded } from './unrecorded.ts';
import type { ViewProps } from './view.ts';

type Control = HTMLInputElement | HTMLSelectElement;

/** The drawn fields, and their values. */
export interface DrawnFields {
  readonly Fields: (props: ViewProps) => JSX.Element;
  /** The values of the shown fields, by name, whether or not an event reported them. */
  read(): Record<string, string>;
}

interface FieldProps extends ViewProps {
  readonly field: ExtraField;
  /** Keeps a control under a name of its own, to be read later; the same function whenever it is drawn. */
  keep(part: string): (control: Control | null) => void;
}

/** Draws the owner's extra fields, each like the form's own: a visible label, the error that belongs to it. */
export function createExtraFields(fields: readonly ExtraField[]): DrawnFields {
  const controls = new Map<string, Control>();
  const refs = new Map<string, (control: Control | null) => void>();
  const keep: FieldProps['keep'] = (part) => {
    const ref = refs.get(part) ?? ((control) => void (control ? controls.set(part, control) : controls.delete(part)));
    refs.set(part, ref);
    return ref;
  };
  return {
    Fields: (props) => (
      <>
        {fields.map((field) => (
          <OneField key={field.name} field={field} keep={keep} {...props} />
        ))}
      </>
    ),
    read() {
      const values: Record<string, string> = {};
      for (const { name, type } of fields) {
        const parts = type === 'birthday' ? [`${name}-month`, `${name}-day`] : [name];
        const texts = parts.map((part) => controls.get(part)?.value);
        if (texts.every((text) => text !== undefined)) values[name] = texts.join('-');
      }
      return values;
    },
  };
}

function OneField({ field, keep, ...props }: FieldProps): JSX.Element {
  const { state, strings: s, actions } = props;
  const { name, type } = field;
  const id = `field-${name}`;
  const path = `fields.${name}` as const;
  const label = labelOf(field, props);
  const problem = state.problems[path];
  const value = state.entered.fields[name] ?? '';
  const text = problem && (problem.code === 'empty' ? fillText(s.fieldEmpty, { label }) : s.birthdayImpossible);
  // Never the value itself, because a value that software filled in without an event would be lost when the form is
  // drawn again.
  const common = {
    'data-ha': path,
    'aria-invalid': problem ? 'true' : undefined,
    'aria-describedby': problem ? `${id}-problem` : undefined,
  } as const;
  const typed = (text: string) => actions.typed(path, text);
  const optional = !field.isRequired && <span class="optional"> ({s.optional})</span>;
  const wrong = problem && (
    <p class="problem" id={`${id}-problem`}>
      {problem.message ?? text}
    </p>
  );
  if (type === 'birthday') {
    const [month = '', day = ''] = value.split('-');
    return (
      <fieldset part="field" {...unrecorded('field')} {...{ 'aria-describedby': common['aria-describedby'] }}>
        <legend>
          {label}
          {optional}
        </legend>
        <div class="pair">
          <label for={`${id}-month`}>{s.month}</label>
          <select
            {...common}
            id={`${id}-month`}
            autocomplete="bday-month"
            ref={keep(`${name}-month`)}
            onChange={(event) => typed(`${event.currentTarget.value}-${day}`)}
          >
            <option value="">{s.choose}</option>
            {months(s.locale).map((words, i) => (
              <option key={words} value={String(i + 1)} selected={month === String(i + 1)}>
                {words}
              </option>
            ))}
          </select>
          <label for={`${id}-day`}>{s.day}</label>
          <input
            {...common}
            id={`${id}-day`}
            data-ha={`${path}.day`}
            type="text"
            inputMode="numeric"
            autocomplete="bday-day"
            ref={keep(`${name}-day`)}
            defaultValue={day}
            onInput={(event) => typed(`${month}-${event.currentTarget.value}`)}
          />
        </div>
        {wrong}
      </fieldset>
    );
  }
  return (
    <div part="field" {...unrecorded('field')}>
      <label for={id}>
        {label}
        {optional}
      </label>
      {type === 'choice' ? (
        <select
          {...common}
          id={id}
          part="input"
          ref={keep(name)}
          required={field.isRequired}
          onChange={(event) => typed(event.currentTarget.value)}
        >
          <option value="">{s.choose}</option>
          {field.choices.map(([choice, words]) => (
            <option key={choice} value={choice} selected={value === choice}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          id={id}
          part="input"
          type="text"
          name={type === 'firstName' ? 'given-name' : name}
          autocomplete={type === 'firstName' ? 'given-name' : 'off'}
          // What servers refuse as a name is not typed in vain.
          maxLength={type === 'firstName' ? 60 : 200}
          ref={keep(name)}
          defaultValue={value}
          onInput={(event) => typed(event.currentTarget.value)}
        />
      )}
      {wrong}
    </div>
  );
}

/** The owner's label in the popup's language, else the owner's only one, else ours. */
function labelOf({ label, type, name }: ExtraField, { strings: s }: ViewProps): string {
  const tag = pickLocale(Object.keys(label), s.locale);
  const own = (tag && label[tag]) ?? label['*'] ?? Object.values(label)[0];
  if (own) return own;
  return type === 'firstName' ? s.firstName : type === 'birthday' ? s.birthday : name;
}

function months(locale: string): string[] {
  const { format } = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  // Prototype.js 1.6 has an `Array.from` of its own, which maps nothing.
  return [...'x'.repeat(12)].map((_, i) => format(new Date(Date.UTC(2024, i, 1))));
}
