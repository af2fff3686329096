import { helpOf } from './fieldHelp.tsx';
import { problemText } from './problemText.ts';
import { ResultPanel } from './ResultPanel.tsx';
import type { LaterViews } from './view.ts';

/** What is drawn only after somebody has begun to fill the form in. */
export const laterViews: LaterViews = { Result: ResultPanel, problemText, helpOf };
