import type { JSX } from 'preact';
import { choiceOf } from '../core/mendChoice.ts';
import type { Receipt } from '../core/submission/answer.ts';
import { Coupon } from './Coupon.tsx';
import { ownText } from './Form.tsx';
import { asNew } from './fill.tsx';
import type { ViewProps } from './view.ts';

/** The outcome, in a text that claims no more than is known. */
export function ResultPanel(props: ViewProps): JSX.Element | null {
  const { state, strings: s, actions, code } = props;
  const { panel } = state;
  if (!panel) return null;
  if (panel.kind === 'verify' && code) {
    const number = props.phone?.format(panel.number) ?? panel.number;
    return <code.Step panel={{ ...panel, number }} state={code.state} strings={s} actions={code.actions} />;
  }
  const coupon = couponOf(props);
  return (
    <div class="panel">
      <p role="status" data-ha="status" tabIndex={-1}>
        {asNew(resultText(props))}
      </p>
      {coupon && <Coupon {...coupon} strings={s} />}
      {props.layout !== 'inline' && (
        <div class="buttons">
          <button type="button" class="main" part="button" onClick={() => actions.close('done')}>
            {s.done}
          </button>
        </div>
      )}
    </div>
  );
}

function resultText(props: ViewProps): string {
  const { strings: s, state } = props;
  const { panel } = state;
  switch (panel?.kind) {
    case 'success': {
      if (panel.isTest) return s.testRun;
      const { outcome, optIn } = panel.receipt;
      if (optIn?.email === 'double') return s.confirmEmail;
      if (optIn?.sms === 'double') return s.confirmText;
      if (outcome === 'pending') return s.successPending;
      return outcome === 'unknown' ? s.successUnknown : ownText(props, 'success', s.success, state.decision.ask);
    }
    case 'waiting':
      return props.isStorageGranted ? s.waiting : s.waitingHere;
    case 'subscribed':
      return panel.isOnFile ? s.onFile : s.subscribed;
    case 'failed':
      return s.failed;
    default:
      // The code step, whose code has not arrived: what was given is kept, and the text message is on its way.
      return s.successPending;
  }
}

/** The offer never depends on the box for texts: whoever signed up gets it. */
function couponOf({ state, settings }: ViewProps): Receipt['coupon'] {
  const { panel, first } = state;
  if (panel?.kind !== 'success' && panel?.kind !== 'waiting') return undefined;
  // Of two steps either may have brought it.
  const own = choiceOf(settings.coupon?.when, ['submitted']) && settings.coupon?.code;
  const received = [panel, first?.panel].map((p) => (p?.kind === 'success' ? p.receipt.coupon : undefined));
  return received[0] ?? received[1] ?? (own ? { code: own } : undefined);
}
