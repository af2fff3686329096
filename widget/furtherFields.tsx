import { checkFurther, type FurtherField, furtherValues, readFurther } from './core/flow/furtherFields.ts';
import type { FieldProblem } from './core/flow/state.ts';
import { createFurtherFields } from './ui/FurtherFields.tsx';
import type { ViewProps } from './ui/view.ts';

/** The owner's further fields: how they are drawn, checked and sent. Fetched only where there are any. */
export interface Further {
  readonly Fields: (props: ViewProps) => ReturnType<ReturnType<typeof createFurtherFields>>;
  check(entered: Readonly<Record<string, string>>): { readonly [F in `fields.${string}`]?: FieldProblem };
  values(entered: Readonly<Record<string, string>>): Record<string, string>;
}

export function furtherFields(raw: unknown): Further {
  const fields: readonly FurtherField[] = readFurther(raw);
  return {
    Fields: createFurtherFields(fields),
    check: (entered) => checkFurther(fields, entered),
    values: (entered) => furtherValues(fields, entered),
  };
}
