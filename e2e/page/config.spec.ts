import { test as base, expect } from '../support/fixtures.ts';
import { builtFiles, html, routes } from '../support/sites.ts';
import { scriptTag, shopPage } from '../support/tag.ts';

type Answer = { readonly status?: number; readonly text?: string };

const test = base.extend<{ visit: (looks: Answer, attributes?: Readonly<Record<string, string>>) => Promise<void> }>({
  visit: async ({ page, startSite, store, baseURL }, use) => {
    let looks: Answer = {};
    let content = '';
    const site = await startSite(
      routes({
        '/hello-again': builtFiles('dist/embed'),
        '/signup.json': (_request, response) => {
          response.writeHead(looks.status ?? 200, { 'content-type': 'application/json' }).end(looks.text ?? '');
        },
        '/': (request, response) => html(content)(request, response),
      }),
      'shop.localhost',
    );
    await use(async (answer, attributes) => {
      looks = answer;
      content = shopPage({
        body: scriptTag({
          src: '/hello-again.js',
          collector: `${baseURL}/v1/submissions`,
          store,
          attributes: { async: '', 'data-config': '/signup.json', ...attributes },
        }),
      });
      await page.goto(`${site.origin}/`);
    });
  },
});

test('a hosted file says how the popup looks and reads, and its tag wins', async ({ visit, popup }) => {
  const looks = {
    layout: 'flyout',
    texts: { heading: 'From the file', button: 'Count me in' },
    theme: { accent: '#7a1f5c' },
  };
  await visit({ text: JSON.stringify(looks) }, { 'data-heading': 'From the tag' });
  await popup.toAsk('email+phone');
  await expect(popup.dialog).toHaveAttribute('data-layout', 'flyout');
  await expect(popup.dialog.getByRole('heading')).toHaveText('From the tag');
  await expect(popup.dialog.getByRole('button', { name: 'Count me in' })).toHaveCSS(
    'background-color',
    'rgb(122, 31, 92)',
  );
});

for (const [kind, answer] of [
  ['absent', { status: 404, text: 'Not found' }],
  ['broken', { text: '<!doctype html>' }],
  ['one that says where sign-ups go', { text: '{"collector":"https://evil.example/","brand":"Evil"}' }],
] as const) {
  test(`a hosted file that is ${kind} lets the popup come as the tag says`, async ({
    visit,
    popup,
    page,
    surprises,
  }) => {
    surprises.tolerate(/^console: Failed to load resource/);
    await visit(answer);
    await popup.toAsk('email+phone');
    await expect(popup.dialog).toContainText('Harbor Coffee');
    await popup.submit({ email: 'looks@example.com', phone: '07700 900982', texts: true });
    await popup.toSucceed();
    const { missing } = await page.evaluate(() =>
      (
        window as unknown as { HelloAgain: { explain(isPrinted: boolean): Promise<{ missing: string[] }> } }
      ).HelloAgain.explain(false),
    );
    expect(missing).toEqual(kind === 'absent' || kind === 'broken' ? ['config'] : []);
  });
}
