import { Head } from './Layout.tsx';

/**
 * The inspector beside the shop. The shop is in a frame of its own, so that a modal popup covers the shop and not the
 * inspector, which stays while the visitor goes from page to page.
 */
export function InspectPage({ shop }: { readonly shop: string }) {
  return (
    <html lang="en-GB">
      <Head title="Inspector · Harbor Coffee" styles={['page', 'inspector']} modules={['inspector']} />
      <body class="bench">
        <iframe id="shop" class="bench-shop" src={shop} title="The shop" referrerpolicy="no-referrer" />
        <main id="inspector" class="bench-side" tabIndex={-1}>
          <noscript>
            <p>The inspector needs JavaScript.</p>
          </noscript>
        </main>
      </body>
    </html>
  );
}

/** The shop's own address of a request for the inspector: the same one without `inspect`. */
export function shopAddress(url: string): string {
  const [path = '/', query = ''] = url.split('?', 2);
  const rest = query.split('&').filter((pair) => pair !== '' && pair.split('=', 1)[0] !== 'inspect');
  return rest.length > 0 ? `${path}?${rest.join('&')}` : path;
}
