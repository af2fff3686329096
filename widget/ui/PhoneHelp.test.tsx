import { describe, expect, test, vi } from 'vitest';
import type { PhoneResult, PhoneRules } from '../core/contact/phone.ts';
import { openingState } from '../core/flow/state.ts';
import { en } from '../locales/en/strings.ts';
import { PhoneHelp } from './PhoneHelp.tsx';
import type { HelpProps } from './view.ts';

/** What is said of a number, as it is drawn, over rules that answer like that. */
function help(text: string, parse: () => PhoneResult, settle: PhoneRules['settle'] = () => Promise.resolve()) {
  const input = {
    value: text,
    addEventListener() {},
    getRootNode: () => ({ querySelector: () => null }),
  } as unknown as HTMLInputElement;
  const onCountry = vi.fn();
  const phone = {
    parse,
    settle,
    countryOf: () => undefined,
    mainCountry: () => 'LT',
    format: (e164: string) => e164,
  } as unknown as PhoneRules;
  const state = openingState({ ask: 'phone', reason: 'unknown' }, undefined, '', { country: 'GB' });
  const props = { name: 'phone', input, state, phone, strings: en, onCountry } as unknown as HelpProps;
  const shown: preact.Component<HelpProps> = new PhoneHelp(props);
  const draw = () => {
    const drawn = shown.render(props, {});
    shown.componentDidUpdate?.(props, {}, undefined);
    return drawn;
  };
  const redrawn = vi.spyOn(shown, 'forceUpdate').mockImplementation(() => void draw());
  return { draw, redrawn, onCountry, input };
}

const understood = { kind: 'ok', e164: '+37061234567' } as const;

describe('a number whose rules have not loaded', () => {
  test('loads them once, shows nothing meanwhile, and is drawn again when they have loaded', async () => {
    let result: PhoneResult = { kind: 'pending' };
    let arrive = () => {};
    const rules = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const settle = vi.fn(() => rules);
    const { draw, redrawn, onCountry } = help('+370 612 34567', () => result, settle);
    expect(draw()).toBeNull();
    expect(draw()).toBeNull();
    expect(settle.mock.calls).toEqual([['+370 612 34567', 'GB', { isBeingTyped: true }]]);
    // Its calling code says whose it is, before the number is whole.
    expect(onCountry).toHaveBeenLastCalledWith('LT');
    result = understood;
    arrive();
    await vi.waitFor(() => expect(redrawn).toHaveBeenCalledOnce());
    expect(onCountry).toHaveBeenLastCalledWith('LT');
    expect(draw()).not.toBeNull();
    expect(settle).toHaveBeenCalledOnce();
  });

  test('shows nothing where they cannot be fetched, and tries again with another text', async () => {
    const settle = vi.fn(() => Promise.reject(new Error('offline')));
    const { draw, redrawn, input } = help('+370 6', () => ({ kind: 'pending' }), settle);
    expect(draw()).toBeNull();
    await Promise.allSettled(settle.mock.results.map(({ value }) => value));
    expect(redrawn).not.toHaveBeenCalled();
    expect(draw()).toBeNull();
    expect(settle).toHaveBeenCalledOnce();
    input.value = '+370 61';
    draw();
    expect(settle).toHaveBeenCalledTimes(2);
  });
});

test.each([
  ['+370 612 34567', 'LT'],
  [' ＋370 612 34567', 'LT'],
  ['00370 612 34567', undefined],
  ['612 34567', undefined],
])('%j has the country of its plus, if any: %s', (text, country) => {
  const { draw, onCountry } = help(text, () => understood);
  draw();
  expect(onCountry).toHaveBeenLastCalledWith(country);
});
