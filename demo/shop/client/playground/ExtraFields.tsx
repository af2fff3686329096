import { useState } from 'preact/hooks';
import { type Bag, changed, isBag } from '../../playground/choice.ts';
import type { FieldOption } from '../../playground/rules.ts';
import { Flag, Select, type SetOption, TextField } from './fields.tsx';

interface ExtraFieldsProps {
  readonly options: Bag;
  readonly set: SetOption;
}

const types = { firstName: 'First name', birthday: 'Birthday', choice: 'A choice', text: 'A text' };

/** The fields of the form besides email and number. */
export function ExtraFields({ options, set }: ExtraFieldsProps) {
  const [type, setType] = useState<FieldOption['type']>('firstName');
  const fields: readonly Bag[] = Array.isArray(options.fields) ? options.fields.filter(isBag) : [];
  const keep = (next: readonly Bag[]) => set('fields', next.length > 0 ? next : undefined);
  return (
    <>
      {fields.map((field, index) => (
        <Field
          key={index}
          field={field}
          index={index}
          onChange={(own) => keep(fields.map((one, i) => (i === index ? own : one)))}
          onRemove={() => keep(fields.filter((_, i) => i !== index))}
        />
      ))}
      <Select id="add-field" label="Add" choices={types} value={type} onChoose={(name) => setType(name)}>
        <button
          type="button"
          class="button plain"
          disabled={fields.length >= 10}
          onClick={() => keep([...fields, newField(type, fields)])}
        >
          Add<span class="unseen"> the field</span>
        </button>
      </Select>
    </>
  );
}

interface OneFieldProps {
  readonly field: Bag;
  readonly index: number;
  readonly onChange: (field: Bag) => void;
  readonly onRemove: () => void;
}

function Field({ field, index, onChange, onRemove }: OneFieldProps) {
  const scope = `field-${index}`;
  const title = `${types[field.type as FieldOption['type']] ?? 'Field'} ${index + 1}`;
  const set: SetOption = (path, value) => onChange(changed(field, path, value));
  const own = { options: field, set, scope };
  return (
    <fieldset class="play-extra">
      <legend>{title}</legend>
      {(field.type === 'choice' || field.type === 'text') && <TextField {...own} path="label" label="Label" />}
      {field.type === 'choice' && (
        <p class="play-field">
          <label for={`${scope}-choices`}>Choices, one a line</label>
          <textarea
            id={`${scope}-choices`}
            rows={3}
            // Not drawn from the option: a line that is being begun is none yet.
            defaultValue={Object.values(Object(field.choices)).join('\n')}
            onInput={({ currentTarget }) => set('choices', choicesOf(currentTarget.value))}
          />
        </p>
      )}
      <Flag {...own} path="required" label="Must be filled in" />
      <p>
        <button type="button" class="button plain" onClick={onRemove}>
          Remove<span class="unseen"> {title}</span>
        </button>
      </p>
    </fieldset>
  );
}

function newField(type: FieldOption['type'], fields: readonly Bag[]): Bag {
  const names = fields.map(({ name }) => name);
  const numbered = [type, ...fields.map((_, i) => `${type}${i + 2}`)];
  const name = numbered.find((one) => !names.includes(one));
  if (type === 'choice') return { name, type, label: 'Which do you like?', choices: choicesOf('This\nThat') };
  return type === 'text' ? { name, type, label: 'Tell us' } : { name, type };
}

/** A line each is a label; its value is the label without what a value cannot hold. */
function choicesOf(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n').map((line) => line.trim());
  return Object.fromEntries(
    lines.filter(Boolean).map((line) => [line.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-'), line]),
  );
}
