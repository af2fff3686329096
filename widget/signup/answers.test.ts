import { afterEach, describe, expect, test, vi } from 'vitest';
import { ControllerPage } from '../test/controller.ts';
import { email } from '../test/fixtures.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

const warned = () => vi.mocked(console.warn).mock.calls.flat().join('\n');
afterEach(() => void vi.restoreAllMocks());

/** What became of one answer to a banner that has not been answered. */
async function answeredWith(answer: unknown, options: object = { storage: 'banner' }): Promise<string> {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const page = new ControllerPage({ options });
  await page.start();
  page.signup.setConsent(answer as boolean);
  await page.start();
  return page.runtime.storageConsent;
}

describe('setConsent()', () => {
  for (const yes of [true, 'granted', 'accepted', 'yes', 'true', 'GRANTED', 'Yes']) {
    test(`grants for ${JSON.stringify(yes)}`, async () => {
      expect([await answeredWith(yes), warned()]).toEqual(['open', '']);
    });
  }

  for (const no of [false, 'denied', 'rejected', 'no', 'false', 'Denied', 'NO']) {
    test(`denies for ${JSON.stringify(no)}`, async () => {
      expect([await answeredWith(no), warned()]).toEqual(['refused', '']);
    });
  }

  for (const none of [
    undefined,
    null,
    '',
    'maybe',
    'not granted',
    'unknown',
    1,
    0,
    {},
    { granted: true },
    'granted?',
  ]) {
    test(`changes nothing for ${JSON.stringify(none)}, and says so`, async () => {
      expect(await answeredWith(none)).toBe('waiting');
      expect(warned()).toMatch(/setConsent\(.*\) changes nothing: it takes true, 'granted'/);
    });
  }

  test('does not repeat what was passed by mistake', async () => {
    await answeredWith(email);
    expect(warned()).toContain('setConsent(a value of type string)');
  });

  test('says why a grant is ignored where nothing is ever stored', async () => {
    expect(await answeredWith(true, { storage: 'none' })).toBe('page');
    expect(warned()).toMatch(/setConsent\(true\) changes nothing: with storage: 'none' nothing is ever stored/);
  });

  test('denies without a word where nothing is ever stored', async () => {
    expect([await answeredWith('no', { storage: 'none' }), warned()]).toEqual(['refused', '']);
  });

  test('takes nothing back for what is no answer', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const page = new ControllerPage({ options: { storage: 'banner' } });
    await page.start();
    page.signup.setConsent(true);
    page.signup.setConsent(undefined as unknown as boolean);
    await page.start();
    expect(page.runtime.storageConsent).toBe('open');
  });
});

describe('identify()', () => {
  const named = async (person: unknown, url?: string) => {
    const page = new ControllerPage(url ? { url } : {});
    await page.start();
    page.signup.identify(person as { email: string });
    return page.signup.decide().certainty;
  };

  test.each([
    [{ email: 'no address' }],
    [{ email: 'penny' }],
    [{ email: '@example.com' }],
    [{ email: 'penny@example' }],
    [{ email: 'Penny <penny@example.com>' }],
    [{ email: '{{ customer.email }}' }],
    [{ email: '{{customer.email@a.b}}' }],
    [{ email: 'undefined' }],
    [{ email: '' }],
    [{ id: 0 }],
    [{ id: 'null' }],
    [{ id: '{{ customer.id }}' }],
    [{ phone: 'undefined' }],
    [{}],
    [email],
    [true],
  ])('identifies nobody by %o', async (person) => {
    expect(await named(person)).toBe('none');
    // Whoever the link names stays.
    expect(await named(person, 'https://shop.example.com/?ha_id=penny-1')).toBe('claimed');
  });

  test.each([
    [{ email }],
    [{ email: ' Penny@Example.com ' }],
    [{ id: 7, email }],

    [{ phone: '+447700900982' }],
  ])('identifies by %o', async (person) => {
    expect(await named(person)).toBe('declared');
  });

  test('by what is no email does not bring back a visitor who said “Not you?”', async () => {
    const page = new ControllerPage({ url: 'https://shop.example.com/?ha_id=penny-1' });
    await page.start();
    page.runtime.amend({ isRefusedHere: true });
    page.signup.identify({ email: 'none' });
    expect(page.signup.decide().reason).toBe('not-you');
    page.signup.identify({ email });
    expect(page.signup.decide().certainty).toBe('declared');
  });
});
