import type { ComponentChildren } from 'preact';
import { type Bag, textAt, valueAt } from '../../playground/choice.ts';

/** Sets an option; nothing takes it away. */
export type SetOption = (path: string, value: unknown) => void;

interface FieldProps {
  readonly options: Bag;
  readonly set: SetOption;
  /** Of the option: `theme.accent`. */
  readonly path: string;
  readonly label: string;
  readonly help?: string;
}

/** An id that the label and the help text name. */
const idOf = (path: string) => `o-${path.replaceAll('.', '-')}`;

function Help({ path, help }: { readonly path: string; readonly help: string | undefined }) {
  return help ? (
    <span class="play-help" id={`${idOf(path)}-help`}>
      {help}
    </span>
  ) : null;
}

const describedBy = (path: string, help: string | undefined) => (help ? `${idOf(path)}-help` : undefined);

interface TextFieldProps extends FieldProps {
  readonly isLong?: boolean;
  readonly placeholder?: string;
}

export function TextField({ options, set, path, label, help, isLong, placeholder }: TextFieldProps) {
  const props = {
    id: idOf(path),
    value: textAt(options, path),
    placeholder,
    'aria-describedby': describedBy(path, help),
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      set(path, currentTarget.value),
  };
  return (
    <p class="play-field">
      <label for={props.id}>{label}</label>
      {isLong ? <textarea rows={2} {...props} /> : <input type="text" {...props} />}
      <Help path={path} help={help} />
    </p>
  );
}

interface NumberFieldProps extends FieldProps {
  readonly min?: number;
  readonly max?: number;
  /** What one of the field counts in the option: 1000 for seconds. */
  readonly unit?: number;
}

export function NumberField({ options, set, path, label, help, min = 0, max, unit = 1 }: NumberFieldProps) {
  const value = Number.parseFloat(textAt(options, path)) / unit;
  return (
    <p class="play-field">
      <label for={idOf(path)}>{label}</label>
      <input
        id={idOf(path)}
        type="number"
        min={min}
        max={max}
        step="any"
        value={Number.isFinite(value) ? value : ''}
        aria-describedby={describedBy(path, help)}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.valueAsNumber;
          set(path, Number.isFinite(typed) ? typed * unit : undefined);
        }}
      />
      <Help path={path} help={help} />
    </p>
  );
}

interface ChoiceFieldProps extends FieldProps {
  /** Value and words; the empty value is the default. */
  readonly choices: readonly (readonly [value: string, words: string])[];
}

export function ChoiceField({ options, set, path, label, help, choices }: ChoiceFieldProps) {
  return (
    <p class="play-field">
      <label for={idOf(path)}>{label}</label>
      <select
        id={idOf(path)}
        value={textAt(options, path)}
        aria-describedby={describedBy(path, help)}
        onChange={({ currentTarget }) => set(path, currentTarget.value)}
      >
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Help path={path} help={help} />
    </p>
  );
}

export function Flag({ options, set, path, label, help }: FieldProps) {
  return (
    <p class="play-check">
      <input
        id={idOf(path)}
        type="checkbox"
        checked={valueAt(options, path) === true}
        aria-describedby={describedBy(path, help)}
        onChange={({ currentTarget }) => set(path, currentTarget.checked || undefined)}
      />
      <label for={idOf(path)}>{label}</label>
      <Help path={path} help={help} />
    </p>
  );
}

/** One name of a list: ticked where the list has it. */
export function Item({ options, set, path, label, name }: FieldProps & { readonly name: string }) {
  const value = valueAt(options, path);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const others = list.filter((one) => one !== name);
  const id = `${idOf(path)}-${name}`;
  return (
    <p class="play-check">
      <input
        id={id}
        type="checkbox"
        checked={list.includes(name)}
        onChange={({ currentTarget }) => {
          const next = currentTarget.checked ? [...others, name] : others;
          set(path, next.length > 0 ? next : undefined);
        }}
      />
      <label for={id}>{label}</label>
    </p>
  );
}

/** A colour as CSS writes it, with the browser's own chooser beside it. */
export function ColorField({ options, set, path, label }: FieldProps) {
  const text = textAt(options, path);
  return (
    <p class="play-field">
      <label for={idOf(path)}>{label}</label>
      <span class="play-color">
        <input
          type="color"
          aria-label={`${label}: choose`}
          value={/^#[0-9a-f]{6}$/i.test(text) ? text : '#808080'}
          onInput={({ currentTarget }) => set(path, currentTarget.value)}
        />
        <input
          id={idOf(path)}
          type="text"
          spellcheck={false}
          placeholder="the theme’s"
          value={text}
          onInput={({ currentTarget }) => set(path, currentTarget.value)}
        />
      </span>
    </p>
  );
}

interface GroupProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

/** Choices that belong together. */
export function Group({ title, isOpen = false, children }: GroupProps) {
  return (
    <details class="play-group" open={isOpen}>
      <summary>{title}</summary>
      <fieldset>
        <legend class="unseen">{title}</legend>
        {children}
      </fieldset>
    </details>
  );
}
