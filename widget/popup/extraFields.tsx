import type { RawOptions } from '../config/settings.ts';
import { checkExtraFields, type ExtraField, extraValues, readExtraFields } from '../core/flow/extraFields.ts';
import type { FieldProblem } from '../core/flow/state.ts';
import { createExtraFields, type DrawnFields } from '../ui/ExtraFields.tsx';
import css from '../ui/fields.css?inline';

/** The owner's extra fields: how they are drawn, checked and sent. Fetched only where there are any. */
export interface ExtraFields {
  readonly css: string;
  readonly Fields: DrawnFields['Fields'];
  /** The values of the shown fields, by name. */
  readonly read: DrawnFields['read'];
  check(entered: Readonly<Record<string, string>>): { readonly [F in `fields.${string}`]?: FieldProblem };
  values(entered: Readonly<Record<string, string>>): Record<string, string>;
}

export function extraFields(options: RawOptions): ExtraFields {
  const fields: readonly ExtraField[] = readExtraFields(options.fields);
  return {
    css,
    ...createExtraFields(fields),
    check: (entered) => checkExtraFields(fields, entered),
    values: (entered) => extraValues(fields, entered),
  };
}
