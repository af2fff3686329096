import type { PageContext } from './request.ts';

/** The plain popup of `/compare`, where other pages have the script tag. It opens after the same delay. */
export function PlainPopup({ context: { store, overrides } }: { readonly context: PageContext }) {
  return (
    <dialog class="plain-popup" aria-labelledby="plain-title" data-store={store} data-delay={overrides.delay}>
      <h2 id="plain-title">Coffee news by text</h2>
      <p role="status" />
      <form class="plain-form">
        <p>Be the first to hear of new coffees and offers.</p>
        <label for="plain-number">Mobile number</label>
        <input id="plain-number" type="tel" autoComplete="tel" required />
        <div class="plain-words">
          <p class="plain-box">
            <input id="plain-box" type="checkbox" required aria-describedby="plain-print" />
            <label for="plain-box">Text me Harbor Coffee’s news and offers. </label>
          </p>
          <p class="plain-print" id="plain-print">
            Harbor Coffee will send marketing texts to this number. How often varies. You can stop at any time: reply
            STOP to any text. <a href="/terms">Terms</a> · <a href="/privacy">Privacy</a>
          </p>
        </div>
        <button type="submit" class="plain-submit">
          Sign up
        </button>
      </form>
      <form method="dialog">
        <button type="submit" class="plain-close" aria-label="Close">
          <span aria-hidden="true">×</span>
        </button>
      </form>
    </dialog>
  );
}
