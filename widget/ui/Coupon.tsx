import { Component, type JSX } from 'preact';
import type { Strings } from '../locales/strings.ts';
import type { CopyCode } from './CopyCode.tsx';

interface CouponProps {
  readonly code: string;
  readonly text?: string | undefined;
  readonly strings: Strings;
}

interface CouponState {
  readonly Copy?: typeof CopyCode;
}

/** A coupon's code; the button that copies it comes when its code has arrived. */
export class Coupon extends Component<CouponProps, CouponState> {
  override componentDidMount(): void {
    import('./CopyCode.tsx').then(
      ({ CopyCode }) => this.setState({ Copy: CopyCode }),
      () => {},
    );
  }

  render({ code, text, strings: s }: CouponProps, { Copy }: CouponState): JSX.Element {
    return (
      <p class="coupon" part="coupon">
        <span>
          {s.coupon}: <strong translate={false}>{code}</strong> {text}
        </span>
        {Copy && <Copy code={code} strings={s} />}
      </p>
    );
  }
}
