import type { CountryClue } from '../core/contact/chosenCountry.ts';

/** How far above the number, where no form ends the search. */
const mostLevels = 8;
/** Flags and dial codes belong to the field itself, so they are looked for near to it alone. */
const nearLevels = 3;
/** A field that stands in the midst of a long page has nothing beside it. */
const mostElements = 500;

/** Whatever near a number may say its country, the nearest first; what each of them means is for `core/` to say. */
export function besideField(field: Element): CountryClue[] {
  const clues: CountryClue[] = [];
  const seen = new Set<Element>([field]);
  let level = field.parentElement;
  for (let distance = 1; level && level !== document.body && distance <= mostLevels; distance += 1) {
    const names = distance <= nearLevels ? 'select,input,span,div,button,i,img,p,label' : 'select,input';
    for (const element of level.querySelectorAll(names)) {
      if (seen.has(element) || seen.size > mostElements) continue;
      seen.add(element);
      const clue = clueOf(element);
      if (clue) clues.push({ ...clue, distance });
    }
    if (level.localName === 'form') break;
    level = level.parentElement;
  }
  return clues;
}

/** What a field, or whatever else shows a country, says now: its value, its data, its text. */
export function saidBy(element: Element): string[] {
  const shown = (element instanceof HTMLSelectElement && element.selectedOptions[0]) || element;
  const { value, dataset } = shown as HTMLOptionElement;
  return [value, ...Object.values({ ...dataset }), textOf(shown)].flatMap((text) => (text ? [String(text)] : []));
}

function clueOf(element: Element): Omit<CountryClue, 'distance'> | undefined {
  if (element instanceof HTMLSelectElement) {
    const options = [...element.options].map(({ value, text }) => [value, text] as const);
    return { kind: 'choice', label: labelOf(element), said: saidBy(element), options };
  }
  if (element instanceof HTMLInputElement) {
    const label = labelOf(element);
    const isMeant = /\bcountry\b|tel-country-code/.test(element.autocomplete) || /countr/i.test(label);
    return isMeant && element.value && !/^(checkbox|radio)$/.test(element.type)
      ? { kind: 'choice', label, said: [element.value] }
      : undefined;
  }
  // A list holds all countries; the one that is chosen stands outside of it.
  if (element.closest('ul,ol,select,[role=listbox],[role=menu]')) return undefined;
  const flag = flagOf(element.getAttribute('class') ?? '');
  if (flag) return { kind: 'sign', label: '', said: [flag] };
  const text = element.childElementCount < 4 ? textOf(element) : '';
  return /^[^\d+]*\+\s?\d{1,4}\)?[^\d+]*$/.test(text) && text.length < 40
    ? { kind: 'sign', label: '', said: [text] }
    : undefined;
}

/** The country of a flag's class: `iti__flag iti__es`, `fi fi-es`, `flag-icon-es`, `vti__flag es`. */
function flagOf(names: string): string | undefined {
  return (
    /(?:^|\s)(?:iti__|fi-|flag-|flag-icon-)([a-z]{2})(?=\s|$)/.exec(names)?.[1] ??
    (/flag/.test(names) ? /(?:^|\s)([a-z]{2})(?=\s|$)/.exec(names)?.[1] : undefined)
  );
}

function labelOf(element: HTMLInputElement | HTMLSelectElement): string {
  const { name, id, autocomplete, className, labels } = element;
  const ariaLabel = element.getAttribute('aria-label');
  return [autocomplete, name, id, className, ariaLabel, ...[...(labels ?? [])].map(textOf)].filter(Boolean).join(' ');
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
