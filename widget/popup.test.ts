import { expect, test } from 'vitest';
import type { SignupContext } from './context.ts';
import { prefetch } from './popup.ts';
import { ControllerPage } from './test/controller.ts';

/** A signup as its popup sees it. */
async function open(options: object, language = 'fr'): Promise<{ page: ControllerPage; context: SignupContext }> {
  const page = new ControllerPage({ options, language });
  page.signup.open();
  await page.start();
  page.loaded.length = 0;
  return { page, context: page.context as SignupContext };
}

test.each([
  ['of the owner’s choice', { locale: 'de' }, 'de'],
  ['of the page', {}, 'fr'],
])('what opening needs is fetched ahead: the words %s', async (_whose, options, locale) => {
  const { context } = await open(options);
  const asked: string[] = [];
  const words = async (language: string) => {
    asked.push(language);
    return context.load.words(language);
  };
  prefetch({ ...context, load: { ...context.load, words } });
  expect(asked).toEqual([locale]);
});

test('words that cannot be fetched ahead hurt nobody: opening asks for them again', async () => {
  const { page, context } = await open({});
  page.missing.add('words');
  prefetch(context);
  await page.start();
  expect(page.loaded).toEqual(['words']);
  expect(page.announced('error')).toEqual([]);
});
