import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isDialogInSight, pageRoots } from './otherDialog.ts';
import { type FakeElement, FakeWindow } from './test/dialogs.ts';

let page: FakeWindow;

beforeEach(() => {
  page = new FakeWindow();
});
afterEach(() => vi.unstubAllGlobals());

test('a page without a dialog has none', () => {
  expect(isDialogInSight()).toBe(false);
});

describe('a visible dialog is found', () => {
  test.each<[string, FakeElement]>([
    ['in the middle', {}],
    ['as a bar along the bottom', { box: [0, 700, 1000, 100] }],
    ['half slid in', { box: [900, 0, 400, 800] }],
  ])('when it stands %s', (_how, dialog) => {
    page.dialogs = [{ isVisible: false }, dialog];
    expect(isDialogInSight()).toBe(true);
  });

  test('in an open shadow tree of the page', () => {
    page.hosts = [{ shadow: [{}] }];
    expect(isDialogInSight()).toBe(true);
  });
});

describe('an invisible dialog is ignored', () => {
  test.each<[string, FakeElement]>([
    ['hidden or transparent', { isVisible: false }],
    ['hidden from everybody, or inert', { isHiddenFromAll: true }],
    ['without width', { box: [0, 0, 0, 300] }],
    ['without height', { box: [0, 0, 1000, 0] }],
    ['moved out to the right', { box: [1000, 0, 400, 800] }],
    ['moved out to the left', { box: [-400, 0, 400, 800] }],
    ['moved out above', { box: [0, -300, 1000, 300] }],
    ['moved out below', { box: [0, 800, 1000, 300] }],
  ])('when it stands %s', (_how, dialog) => {
    page.dialogs = [dialog];
    expect(isDialogInSight()).toBe(false);
  });

  test.each(['hello-again', 'hello-again-notice'])('when it is our own: <%s>', (localName) => {
    page.hosts = [{ localName, shadow: [{}] }];
    expect(isDialogInSight()).toBe(false);
    expect(pageRoots()).toHaveLength(1);
  });
});

test.each([
  ['shown', true],
  ['hidden', false],
])('a browser without checkVisibility() is asked for the style: %s', (_how, isVisible) => {
  page = new FakeWindow(false);
  page.dialogs = [{ isVisible }];
  expect(isDialogInSight()).toBe(isVisible);
});
