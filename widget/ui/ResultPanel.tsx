import type { JSX } from 'preact';
import { ownText } from './Form.tsx';
import type { ViewProps } from './view.ts';

/** What became of it, in words that claim no more than is known. */
export function ResultPanel(props: ViewProps): JSX.Element | null {
  const { state, strings: s, actions } = props;
  if (!state.panel) return null;
  const coupon = couponOf(props);
  return (
    <div class="panel">
      <p role="status" data-ha="status" tabIndex={-1}>
        {resultText(props)}
      </p>
      {coupon && (
        <p class="coupon">
          {s.coupon}: <strong>{coupon.code}</strong> {coupon.text}
        </p>
      )}
      <div class="buttons">
        <button type="button" class="main" onClick={() => actions.close('done')}>
          {s.done}
        </button>
      </div>
    </div>
  );
}

function resultText(props: ViewProps): string {
  const { strings: s, state } = props;
  const { panel } = state;
  switch (panel?.kind) {
    case 'success': {
      const { outcome } = panel.receipt;
      if (outcome === 'pending') return s.successPending;
      return outcome === 'unknown' ? s.successUnknown : ownText(props, 'success', s.success);
    }
    case 'waiting':
      return props.isStorageOpen ? s.waiting : s.waitingHere;
    case 'subscribed':
      return s.subscribed;
    default:
      return s.failed;
  }
}

/** The offer never depends on the box for texts: whoever signed up gets it. */
function couponOf({ state, settings }: ViewProps): { readonly code: string; readonly text?: string } | undefined {
  const { panel } = state;
  if (panel?.kind === 'waiting') return settings.coupon?.when === 'submitted' ? own(settings.coupon.code) : undefined;
  if (panel?.kind !== 'success') return undefined;
  return panel.receipt.coupon ?? (settings.coupon?.when === 'submitted' ? own(settings.coupon.code) : undefined);
}

function own(code: string | undefined): { readonly code: string } | undefined {
  return code ? { code } : undefined;
}
