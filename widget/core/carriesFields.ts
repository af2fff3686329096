import { isOn } from './isOn.ts';
import { choiceOf } from './mendChoice.ts';

/** Whether the destination of submissions passes on the owner's extra fields; where it does not, nobody is asked for them. */
export function carriesFields(options: object): boolean {
  const { collector, to, dataLayerIncludeContact } = options as Readonly<Record<string, unknown>>;
  // An adapter's own word, which the npm module's objects have.
  const { carriesFields: said } = Object(Object(collector).manifest) as { readonly carriesFields?: boolean };
  return said ?? (!choiceOf(to, ['dataLayer']) || isOn(dataLayerIncludeContact));
}
