import type { FieldProblem } from './state.ts';

/** A valid extra field of the owner's options. */
export interface ExtraField {
  readonly name: string;
  readonly type: 'firstName' | 'birthday' | 'choice' | 'text';
  /** By language, `*` for all. */
  readonly label: Readonly<Record<string, string>>;
  /** Value and label of each choice. */
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly isRequired: boolean;
}

const types = ['firstName', 'birthday', 'choice', 'text'] as const;

/** The valid fields, ten at most. Invalid ones are left out, because they must not break the form. */
export function readExtraFields(raw: unknown): ExtraField[] {
  const list = typeof raw === 'string' ? fromText(raw) : raw;
  if (!Array.isArray(list)) return [];
  const names = new Set<string>();
  return list.slice(0, 10).flatMap((given: unknown) => {
    const { name, type, label, choices, required } = (given ?? {}) as Record<string, unknown>;
    const kind = types.find((t) => t === type);
    const labels = typeof label === 'string' ? { '*': label } : textsOf(label);
    const options = Object.entries(textsOf(choices));
    if (typeof name !== 'string' || !/^\w{1,40}$/.test(name) || names.has(name) || !kind) return [];
    if (
      (kind === 'choice' && options.length === 0) ||
      ((kind === 'choice' || kind === 'text') && !Object.keys(labels)[0])
    )
      return [];
    names.add(name);
    return [
      { name, type: kind, label: labels, choices: options, isRequired: required === true || required === 'true' },
    ];
  });
}

/** What the attribute `data-fields="firstName, birthday"` says. */
function fromText(text: string): object[] {
  return text.split(',').map((name) => ({ name: name.trim(), type: name.trim() }));
}

function textsOf(raw: unknown): Record<string, string> {
  const entries = Object.entries(typeof raw === 'object' && raw ? raw : {});
  return Object.fromEntries(entries.filter(([, text]) => typeof text === 'string' && text));
}

/** What is wrong with the extra fields, by `fields.NAME`. */
export function checkExtraFields(
  fields: readonly ExtraField[],
  entered: Readonly<Record<string, string>>,
): { readonly [F in `fields.${string}`]?: FieldProblem } {
  const problems: { [F in `fields.${string}`]?: FieldProblem } = {};
  for (const field of fields) {
    const text = (entered[field.name] ?? '').trim();
    const isEmpty = text === '' || text === '-';
    if (isEmpty && field.isRequired) problems[`fields.${field.name}`] = { code: 'empty' };
    else if (!isEmpty && !isPossible(field, text)) problems[`fields.${field.name}`] = { code: 'impossible' };
  }
  return problems;
}

/** What is sent of the extra fields: those that were filled in, trimmed. */
export function extraValues(
  fields: readonly ExtraField[],
  entered: Readonly<Record<string, string>>,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name, type } of fields) {
    const text = (entered[name] ?? '').replace(/\s+/g, ' ').trim();
    // Month and day, as in ISO 8601; a greeting does not need the year.
    const value = type === 'birthday' ? text.replace(/\d+/g, (n) => n.padStart(2, '0')) : text;
    if (value && value !== '-') values[name] = value.slice(0, 200);
  }
  return values;
}

/** Days of the months in a leap year: somebody is born on the 29th of February. */
const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isPossible({ type, choices }: ExtraField, text: string): boolean {
  if (type === 'choice') return choices.some(([value]) => value === text);
  if (type !== 'birthday') return text.length <= 200;
  const [, month = 0, day = 0] = (/^(\d{1,2})-(\d{1,2})$/.exec(text) ?? []).map(Number);
  return day >= 1 && day <= (days[month - 1] ?? 0);
}
