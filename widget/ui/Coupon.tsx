import type { JSX } from 'preact';
import type { Strings } from '../locales/strings.ts';
import { CopyCode } from './CopyCode.tsx';

interface CouponProps {
  readonly code: string;
  readonly text?: string | undefined;
  readonly strings: Strings;
}

/** A coupon's code, and the button that copies it. */
export function Coupon({ code, text, strings: s }: CouponProps): JSX.Element {
  return (
    <p class="coupon" part="coupon">
      <span>
        {s.coupon}: <strong translate={false}>{code}</strong> {text}
      </span>
      <CopyCode code={code} strings={s} />
    </p>
  );
}
