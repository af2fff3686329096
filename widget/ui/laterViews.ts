import { PhoneHelp } from './PhoneHelp.tsx';
import { problemText } from './problemText.ts';
import { ResultPanel } from './ResultPanel.tsx';
import css from './result.css?inline';
import type { LaterViews } from './view.ts';

/** What is drawn only after somebody has begun to fill the form in. */
export const laterViews: LaterViews = { css, Result: ResultPanel, problemText, PhoneHelp };
