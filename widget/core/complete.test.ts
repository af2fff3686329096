import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete } from './complete.ts';

const template = { name: 'none', count: 3, isOn: false, list: ['a'], group: { size: 1, tags: [] as string[] } };

describe('a template is completed', () => {
  test('with given values of the right type', () => {
    const given = { name: 'mine', count: 0, isOn: true, list: [], group: { size: 2, tags: ['x'] } };
    expect(complete(template, given)).toEqual(given);
  });

  test('group by group, and missing members keep their template value', () => {
    expect(complete(template, { group: { size: 2 } })).toEqual({ ...template, group: { size: 2, tags: [] } });
  });

  test('with additional members, in groups too', () => {
    const given = { more: 1, group: { extra: { deep: true } } };
    expect(complete(template, given)).toEqual({
      ...template,
      more: 1,
      group: { ...template.group, extra: { deep: true } },
    });
  });
});

describe('a text is read as the type in the template', () => {
  test.each<[string, object, object]>([
    ['a number', { count: '4' }, { count: 4 }],
    ['a number with spaces around', { count: ' 4 ' }, { count: 4 }],
    ['nought', { count: '0' }, { count: 0 }],
    ['a number below nought', { count: '-0.5' }, { count: -0.5 }],
    ['a flag that is off', { isOn: 'false' }, { isOn: false }],
    ['a flag that is on', { isOn: 'true' }, { isOn: true }],
    ['a flag that just stands there', { isOn: '' }, { isOn: true }],
    ['a list', { list: 'b, c' }, { list: ['b', 'c'] }],
    ['a list of one', { list: 'b' }, { list: ['b'] }],
    ['a list with nothing between its commas', { list: ' ,b,, ' }, { list: ['b'] }],
    ['an empty list', { list: '' }, { list: [] }],
    ['a text, however it looks', { name: '4' }, { name: '4' }],
    ['within a group', { group: { size: '4', tags: 'x,y' } }, { group: { size: 4, tags: ['x', 'y'] } }],
  ])('for %s', (_what, given, read) => {
    expect(complete(template, given)).toEqual({ ...template, ...read });
  });

  test('and stays a text where the template has no type for it', () => {
    expect(complete(template, { more: '4', group: { extra: 'false' } })).toMatchObject({
      more: '4',
      group: { extra: 'false' },
    });
  });
});

describe('a value of another type is dropped', () => {
  test.each([
    ['text that is no number', { count: 'three' }],
    ['text that begins like a number', { count: '3s' }],
    ['an empty text for a number', { count: '' }],
    ['a blank text for a number', { count: ' ' }],
    ['no number at all', { count: Number.NaN }],
    ['a number for a flag', { isOn: 1 }],
    ['null for a number and a flag', { count: null, isOn: null }],
    ['a flag for a number', { count: true }],
    ['a list for a number', { count: ['3'] }],
    ['a number for text', { name: 7 }],
    ['null for text, a list and a group', { name: null, list: null, group: null }],
    ['a group for a list', { list: { 0: 'a', length: 1 } }],
    ['a list for a group', { group: [1, 2] }],
    ['text for a group', { group: 'size' }],
    ['undefined', { count: undefined, group: undefined }],
    ['within a group', { group: { size: 'big', tags: 7 } }],
  ])('for %s', (_what, given) => {
    expect(complete(template, given)).toEqual(template);
  });

  test.each([[undefined], [null], [7], [true]])('as a whole: %j', (given) => {
    expect(complete(template, given)).toEqual(template);
  });
});

describe('for any input', () => {
  test('the result has the template’s shape', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ count: fc.anything(), group: fc.anything() })), (given) => {
        const result = complete(template, given);
        expect(result).toMatchObject({
          name: expect.any(String),
          count: expect.any(Number),
          isOn: expect.any(Boolean),
          group: { size: expect.any(Number) },
        });
        expect(result.count).not.toBeNaN();
        expect(Array.isArray(result.list) && Array.isArray(result.group.tags)).toBe(true);
      }),
    );
  });

  test('no prototype is changed or read', () => {
    const given = JSON.parse('{"__proto__":{"name":"forged"},"group":{"__proto__":{"size":9}}}');
    const result = complete(template, given);
    expect(result.name).toBe('none');
    expect(result.group.size).toBe(1);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  test('the template is never changed', () => {
    const before = structuredClone(template);
    const result = complete(template, { group: { size: 5 } });
    expect(result.group.size).toBe(5);
    expect(template).toEqual(before);
  });
});
