import { type Bag, textAt } from '../../playground/choice.ts';
import { adapterTable } from '../../playground/rules.ts';
import { ChoiceField, Flag, type SetOption, TextField } from './fields.tsx';

interface DestinationProps {
  readonly options: Bag;
  /** Sets several at once. */
  readonly setAll: (options: Bag) => void;
  readonly set: SetOption;
}

const adapters = {
  '': 'My collector or relay',
  klaviyo: 'Klaviyo',
  hubspot: 'HubSpot',
  segment: 'Segment',
  webhook: 'A webhook',
  dataLayer: 'The data layer',
};

/** `klaviyoEmailList`: Email list */
function labelOf(attribute: string, adapter: string): string {
  const words = attribute
    .slice(adapter.length)
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where sign-ups go. */
export function Destination({ options, set, setAll }: DestinationProps) {
  const to = textAt(options, 'to');
  const change = (_path: string, value: unknown) => {
    // One destination has nothing of another's.
    const others = new Set([
      'to',
      'collector',
      ...Object.values(adapterTable).flatMap((rows) => rows.map(([attribute]) => attribute)),
    ]);
    const own = Object.entries(options).filter(([name]) => !others.has(name));
    const first = value ? { to: value } : { collector: { url: 'https://collect.example/v1/submissions' } };
    setAll({ ...first, ...Object.fromEntries(own) });
  };
  const rows = Object.hasOwn(adapterTable, to) ? (adapterTable[to] ?? []) : [];
  return (
    <>
      <ChoiceField options={options} set={change} path="to" label="Sign-ups go to" choices={adapters} />
      {to === '' && <TextField options={options} set={set} path="collector.url" label="Its address" />}
      {rows.map(([attribute, kind]) => {
        const props = { options, set, path: attribute, label: labelOf(attribute, to) };
        const names = kind.replace('!', '');
        if (names === 'flag') return <Flag key={attribute} {...props} />;
        if (!names.includes('|')) return <TextField key={attribute} {...props} />;
        const choices = Object.fromEntries([['', 'As usual'], ...names.split('|').map((name) => [name, name])]);
        return <ChoiceField key={attribute} {...props} choices={choices} />;
      })}
    </>
  );
}
