import type { Overrides } from './overrides.ts';

/** The plain popup of `/compare`, where other pages have the script tag. It opens after the same delay. */
export function PlainTag({ store, overrides }: { readonly store: string; readonly overrides: Overrides }) {
  return (
    <script
      type="module"
      id="plain-signup"
      src="/client/plainPopup.js"
      data-store={store}
      data-delay={String(overrides.delay)}
    />
  );
}
