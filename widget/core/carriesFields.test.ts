import { expect, test } from 'vitest';
import { carriesFields } from './carriesFields.ts';

test.each([
  [{}, true],
  [{ collector: { url: '/v1' } }, true],
  [{ to: 'klaviyo' }, true],
  [{ to: 'dataLayer' }, false],
  [{ to: 'DataLayer ', dataLayerIncludeContact: 'false' }, false],
  [{ to: 'dataLayer', dataLayerIncludeContact: '' }, true],
  [{ collector: { manifest: { carriesFields: false } } }, false],
  [{ collector: { manifest: {} } }, true],
])('extra fields beside %o are passed on: %s', (options, isCarried) => {
  expect(carriesFields(options)).toBe(isCarried);
});
