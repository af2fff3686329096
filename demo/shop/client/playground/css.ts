import type { Css } from '../../playground/flags.ts';
import { cssColor, isFontFamily } from '../../playground/rules.ts';

/** What this browser knows. */
export const css: Css = {
  color: (text) => cssColor(document.body, text),
  isFont: isFontFamily,
};
