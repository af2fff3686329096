import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Measured, phoneHeight } from '../../playground/flags.ts';
import type { Shown } from '../../playground/previewOf.ts';
import { Preview } from './Preview.tsx';

interface PreviewsProps {
  /** Address of the page for the frames. */
  readonly frame: string;
  readonly shown: Shown | undefined;
  readonly onMeasured: (measured: Measured | undefined) => void;
  /** What stands below the desktop. */
  readonly children: ComponentChildren;
}

/** The same popup on a desktop and on a phone. */
export function Previews({ frame, shown, onMeasured, children }: PreviewsProps) {
  // A popup that was closed in its preview is shown again.
  const [round, setRound] = useState(0);
  const both = { frame, shown, round };
  return (
    <div class="play-screens">
      <div class="play-desktop">
        <Preview {...both} title="Preview on a desktop" width={1280} height={800} />
        <p class="play-again">
          <button type="button" class="button plain" onClick={() => setRound(round + 1)}>
            Show it again
          </button>
        </p>
      </div>
      <div class="play-phone">
        <Preview {...both} title="Preview on a phone" width={390} height={phoneHeight} onMeasured={onMeasured} />
      </div>
      {children}
    </div>
  );
}
