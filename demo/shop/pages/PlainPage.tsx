import { Head } from './Layout.tsx';
import type { PageContext } from './request.ts';
import { ScriptTag } from './ScriptTag.tsx';

/** Nothing but the script tag, for tests that want no page around the popup; `isBare`, for previews, without a heading. */
export function PlainPage({ context, isBare }: { readonly context: PageContext; readonly isBare: boolean }) {
  return (
    <html lang="en-GB">
      <Head title="A plain page" styles={[]}>
        <ScriptTag store={context.store} overrides={context.overrides} />
      </Head>
      <body>
        {!isBare && (
          <main>
            <h1>A plain page</h1>
          </main>
        )}
      </body>
    </html>
  );
}
