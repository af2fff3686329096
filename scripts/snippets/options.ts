import { checkOptions } from '../../widget/config/check.ts';
import { fromDataset } from '../../widget/config/dataset.ts';
import { optionTable } from '../../widget/config/table.ts';

const roots = new Set(optionTable.map(([path]) => path.split('.')[0]));

/** Whether a JSON text shows options: every one of its names is one. */
export const areOptions = (value: object): boolean => Object.keys(value).every((name) => roots.has(name));

/** What is wrong with options that a document shows, but for what it leaves out. */
export function wrongOptions(options: object): string[] {
  return checkOptions(options as never, true)
    .filter(({ received }) => received !== undefined)
    .map(({ message }) => message);
}

/** The same for the attributes of a script tag. */
export function wrongAttributes(dataset: Readonly<Record<string, string | undefined>>): string[] {
  return wrongOptions(fromDataset(dataset));
}
