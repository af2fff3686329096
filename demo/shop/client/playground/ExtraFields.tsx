import { useState } from 'preact/hooks';
import { type Bag, isBag } from '../../playground/choice.ts';
import type { FieldOption } from '../../playground/rules.ts';
import type { SetOption } from './fields.tsx';

interface ExtraFieldsProps {
  readonly options: Bag;
  readonly set: SetOption;
}

const types = [
  ['firstName', 'First name'],
  ['birthday', 'Birthday'],
  ['choice', 'A choice'],
  ['text', 'A text'],
] as const;

/** The fields of the form besides email and number. */
export function ExtraFields({ options, set }: ExtraFieldsProps) {
  const [type, setType] = useState<FieldOption['type']>('firstName');
  const fields: readonly Bag[] = Array.isArray(options.fields) ? options.fields.filter(isBag) : [];
  const keep = (next: readonly Bag[]) => set('fields', next.length > 0 ? next : undefined);
  const change = (index: number, own: Bag) =>
    keep(fields.map((field, i) => (i === index ? { ...field, ...own } : field)));
  return (
    <>
      {fields.map((field, index) => (
        <Field
          key={index}
          field={field}
          index={index}
          onChange={change}
          onRemove={() => keep(fields.filter((_, i) => i !== index))}
        />
      ))}
      <p class="play-field">
        <label for="add-field">Add</label>
        <span class="play-color">
          <select
            id="add-field"
            value={type}
            onChange={({ currentTarget }) => setType(currentTarget.value as FieldOption['type'])}
          >
            {types.map(([name, words]) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="button plain"
            disabled={fields.length >= 10}
            onClick={() => keep([...fields, newField(type, fields)])}
          >
            Add<span class="unseen"> the field</span>
          </button>
        </span>
      </p>
    </>
  );
}

interface OneFieldProps {
  readonly field: Bag;
  readonly index: number;
  readonly onChange: (index: number, own: Bag) => void;
  readonly onRemove: () => void;
}

function Field({ field, index, onChange, onRemove }: OneFieldProps) {
  const id = `field-${index}`;
  const words = types.find(([name]) => name === field.type)?.[1] ?? 'Field';
  const hasWords = field.type === 'choice' || field.type === 'text';
  const { required, ...rest } = field;
  return (
    <fieldset class="play-extra">
      <legend>
        {words} {index + 1}
      </legend>
      {hasWords && (
        <p class="play-field">
          <label for={`${id}-label`}>Label</label>
          <input
            id={`${id}-label`}
            type="text"
            value={typeof field.label === 'string' ? field.label : ''}
            onInput={({ currentTarget }) => onChange(index, { label: currentTarget.value })}
          />
        </p>
      )}
      {field.type === 'choice' && (
        <p class="play-field">
          <label for={`${id}-choices`}>Choices, one a line</label>
          <textarea
            id={`${id}-choices`}
            rows={3}
            // Not drawn from the option: a line that is being begun is none yet.
            defaultValue={Object.values(Object(field.choices)).join('\n')}
            onInput={({ currentTarget }) => onChange(index, { choices: choicesOf(currentTarget.value) })}
          />
        </p>
      )}
      <p class="play-check">
        <input
          id={`${id}-required`}
          type="checkbox"
          checked={required === true}
          onChange={({ currentTarget }) => onChange(index, { ...rest, required: currentTarget.checked || undefined })}
        />
        <label for={`${id}-required`}>Must be filled in</label>
      </p>
      <p>
        <button type="button" class="button plain" onClick={onRemove}>
          Remove
          <span class="unseen">
            {' '}
            {words} {index + 1}
          </span>
        </button>
      </p>
    </fieldset>
  );
}

function newField(type: FieldOption['type'], fields: readonly Bag[]): Bag {
  const names = fields.map(({ name }) => name);
  const free = (name: string) => {
    for (let i = 1; ; i += 1) {
      const own = i === 1 ? name : `${name}${i}`;
      if (!names.includes(own)) return own;
    }
  };
  if (type === 'choice')
    return { name: free('choice'), type, label: 'Which do you like?', choices: choicesOf('This\nThat') };
  return type === 'text' ? { name: free('text'), type, label: 'Tell us' } : { name: free(type), type };
}

/** A line each is a label; its value is the label without what a value cannot hold. */
function choicesOf(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n').map((line) => line.trim());
  return Object.fromEntries(
    lines.filter(Boolean).map((line) => [line.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-'), line]),
  );
}
