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
  /** Before the path in the element's id, where several have the same path. */
  readonly scope?: string;
}

/** An id that the label and the help text name. */
const idOf = ({ path, scope = 'o' }: Pick<FieldProps, 'path' | 'scope'>) => `${scope}-${path.replaceAll('.', '-')}`;

function Help(field: FieldProps) {
  return field.help ? (
    <span class="play-help" id={`${idOf(field)}-help`}>
      {field.help}
    </span>
  ) : null;
}

const describedBy = (field: FieldProps) => field.help && `${idOf(field)}-help`;

interface TextFieldProps extends FieldProps {
  readonly isLong?: boolean;
  readonly placeholder?: string;
}

export function TextField({ isLong, placeholder, ...field }: TextFieldProps) {
  const { options, set, path, label } = field;
  const props = {
    id: idOf(field),
    value: textAt(options, path),
    placeholder,
    'aria-describedby': describedBy(field),
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      set(path, currentTarget.value),
  };
  return (
    <p class="play-field">
      <label for={props.id}>{label}</label>
      {isLong ? <textarea rows={2} {...props} /> : <input type="text" {...props} />}
      <Help {...field} />
    </p>
  );
}

interface NumberFieldProps extends FieldProps {
  readonly min?: number;
  readonly max?: number;
  /** What one of the field counts in the option: 1000 for seconds. */
  readonly unit?: number;
}

export function NumberField({ min = 0, max, unit = 1, ...field }: NumberFieldProps) {
  const { options, set, path, label } = field;
  const value = Number.parseFloat(textAt(options, path)) / unit;
  return (
    <p class="play-field">
      <label for={idOf(field)}>{label}</label>
      <input
        id={idOf(field)}
        type="number"
        min={min}
        max={max}
        step="any"
        value={Number.isFinite(value) ? value : ''}
        aria-describedby={describedBy(field)}
        onInput={({ currentTarget: { valueAsNumber } }) =>
          set(path, Number.isFinite(valueAsNumber) ? valueAsNumber * unit : undefined)
        }
      />
      <Help {...field} />
    </p>
  );
}

/** Words by value; the empty value is the default. */
type Choices<T extends string = string> = Readonly<Record<T, string>>;

interface SelectProps<T extends string = string> {
  readonly id: string;
  readonly label: string;
  readonly choices: Choices<T>;
  readonly value: string;
  readonly onChoose: (value: T) => void;
  readonly children?: ComponentChildren;
  readonly 'aria-describedby'?: string | undefined;
}

/** One of several. */
export function Select<T extends string>({ label, choices, onChoose, children, ...select }: SelectProps<T>) {
  return (
    <p class="play-field">
      <label for={select.id}>{label}</label>
      <select {...select} onChange={({ currentTarget }) => onChoose(currentTarget.value as T)}>
        {Object.entries<string>(choices).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {children}
    </p>
  );
}

export function ChoiceField({ choices, ...field }: FieldProps & { readonly choices: Choices }) {
  const { options, set, path, label } = field;
  return (
    <Select
      id={idOf(field)}
      label={label}
      choices={choices}
      value={textAt(options, path)}
      onChoose={(value) => set(path, value)}
      aria-describedby={describedBy(field)}
    >
      <Help {...field} />
    </Select>
  );
}

export function Flag(field: FieldProps) {
  const { options, set, path, label } = field;
  return (
    <p class="play-check">
      <input
        id={idOf(field)}
        type="checkbox"
        checked={valueAt(options, path) === true}
        aria-describedby={describedBy(field)}
        onChange={({ currentTarget }) => set(path, currentTarget.checked || undefined)}
      />
      <label for={idOf(field)}>{label}</label>
      <Help {...field} />
    </p>
  );
}

/** One name of a list: ticked where the list has it. */
export function Item({ options, set, path, label, name }: FieldProps & { readonly name: string }) {
  const value = valueAt(options, path);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const others = list.filter((one) => one !== name);
  const change = (_name: string, isOn: unknown) => {
    const next = isOn ? [...others, name] : others;
    set(path, next.length > 0 ? next : undefined);
  };
  return <Flag scope={path} options={{ [name]: list.includes(name) }} set={change} path={name} label={label} />;
}

/** A colour as CSS writes it, with the browser's own chooser beside it. */
export function ColorField(field: FieldProps) {
  const { options, set, path, label } = field;
  const text = textAt(options, path);
  return (
    <p class="play-field">
      <label for={idOf(field)}>{label}</label>
      <span class="play-color">
        <input
          type="color"
          aria-label={`${label}: choose`}
          value={/^#[0-9a-f]{6}$/i.test(text) ? text : '#808080'}
          onInput={({ currentTarget }) => set(path, currentTarget.value)}
        />
        <input
          id={idOf(field)}
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
