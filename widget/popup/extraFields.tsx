import { checkFurther, type FurtherField, furtherValues, readFurther } from '../core/flow/furtherFields.ts';
import type { FieldProblem } from '../core/flow/state.ts';
import { createFurtherFields, type DrawnFields } from '../ui/FurtherFields.tsx';
import css from '../ui/fields.css?inline';

/** The owner's further fields: how they are drawn, checked and sent. Fetched only where there are any. */
export interface Further {
  readonly css: string;
  readonly Fields: DrawnFields['Fields'];
  /** What stands in the fields that are shown, by name. */
  readonly read: DrawnFields['read'];
  check(entered: Readonly<Record<string, string>>): { readonly [F in `fields.${string}`]?: FieldProblem };
  values(entered: Readonly<Record<string, string>>): Record<string, string>;
}

export function furtherFields(raw: unknown): Further {
  const fields: readonly FurtherField[] = readFurther(raw);
  return {
    css,
    ...createFurtherFields(fields),
    check: (entered) => checkFurther(fields, entered),
    values: (entered) => furtherValues(fields, entered),
  };
}
