import { describe, expect, test, vi } from 'vitest';
import type { SignupContext } from '../signup/session.ts';
import { ControllerPage } from '../test/controller.ts';
import { chooseVariant } from './chooseVariant.ts';

vi.mock('../platform/sha256.ts', () => import('../test/sha256.ts'));
vi.mock('../platform/cookies.ts', () => import('../test/cookies.ts'));

const variants = { plain: { share: 1 }, warm: { share: 1, theme: 'warm' } };

async function visit(about: ConstructorParameters<typeof ControllerPage>[0] = {}) {
  const page = new ControllerPage({ ...about, options: { trigger: 'manual', variants, ...about?.options } });
  page.signup.open();
  await page.start();
  return { page, context: page.context as SignupContext };
}

describe('a visitor', () => {
  test('gets a variant by chance, with its options', async () => {
    const { context } = await visit();
    expect(await chooseVariant(context, () => 0.9)).toEqual({
      name: 'warm',
      overrides: { theme: 'warm', isHoldout: false },
    });
    expect(context.variant).toBe('warm');
  });

  test('keeps the variant on this page and on later ones', async () => {
    const { page, context } = await visit();
    await chooseVariant(context, () => 0.9);
    expect((await chooseVariant(context, () => 0))?.name).toBe('warm');
    const later = await visit({ browser: page.platform });
    expect((await chooseVariant(later.context, () => 0))?.name).toBe('warm');
  });

  test('gets one variant for each signup', async () => {
    const { page, context } = await visit();
    await chooseVariant(context, () => 0.9);
    const other = await visit({ browser: page.platform, options: { id: 'footer' } });
    expect((await chooseVariant(other.context, () => 0))?.name).toBe('plain');
    const again = await visit({ browser: page.platform });
    expect((await chooseVariant(again.context, () => 0))?.name).toBe('warm');
  });

  test('gets another variant once theirs is gone', async () => {
    const { page, context } = await visit();
    await chooseVariant(context, () => 0.9);
    const later = await visit({ browser: page.platform, options: { variants: { plain: { share: 1 } } } });
    expect((await chooseVariant(later.context, () => 0))?.name).toBe('plain');
  });

  test('keeps the variant for this page alone where the page may not store', async () => {
    const { page, context } = await visit({ options: { storage: 'none' } });
    await chooseVariant(context, () => 0.9);
    expect((await chooseVariant(context, () => 0))?.name).toBe('warm');
    expect(page.platform.jar.size).toBe(0);
  });

  test('gets none where there are none', async () => {
    const { context } = await visit({ options: { variants: { a: { share: 'none' } } } });
    expect(await chooseVariant(context)).toBeUndefined();
  });
});

test.each([{ variants: 7 }, { variants: { default: 7 } }, { variants: { default: 'constructor' } }])(
  'a forged cookie chooses no variant: %j',
  async (forged) => {
    const { context } = await visit();
    const { seen, acknowledged } = context.runtime.memory();
    context.runtime.setMemory({ seen: { ...seen, ...(forged as object) }, acknowledged });
    expect((await chooseVariant(context, () => 0))?.name).toBe('plain');
  },
);
