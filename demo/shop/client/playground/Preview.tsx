import { useEffect, useRef, useState } from 'preact/hooks';
import type { Measured } from '../../playground/flags.ts';
import type { FrameMessage, PageMessage } from '../../playground/messages.ts';
import type { Shown } from '../../playground/previewOf.ts';

/** Milliseconds after the last key. */
const pause = 250;

interface PreviewProps {
  /** Address of the page for the frame. */
  readonly frame: string;
  readonly title: string;
  /** Of the window that is shown, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly shown: Shown | undefined;
  /** Another number shows the same once more. */
  readonly round: number;
  readonly onMeasured?: (measured: Measured | undefined) => void;
}

/** A window of that size with the real script in it, scaled to the room there is. */
export function Preview({ frame, title, width, height, shown, round, onMeasured }: PreviewProps) {
  const box = useRef<HTMLDivElement>(null);
  const window_ = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const measured = useRef(onMeasured);
  measured.current = onMeasured;

  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<FrameMessage>) => {
      const element = window_.current;
      if (!element || source !== element.contentWindow || origin !== location.origin) return;
      if (data?.kind === 'ready') setReady(true);
      if (data?.kind !== 'shown') return;
      element.dataset.shown = data.measured ? 'popup' : 'nothing';
      measured.current?.(data.measured);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);

  // Compared as text: another option that changes nothing here must not draw it anew.
  const text = JSON.stringify(shown);
  useEffect(() => {
    const element = window_.current;
    if (!isReady || !element) return undefined;
    const timer = setTimeout(() => {
      delete element.dataset.shown;
      const message: PageMessage = { kind: 'show', shown: text === undefined ? undefined : JSON.parse(text) };
      element.contentWindow?.postMessage(message, location.origin);
    }, pause);
    return () => clearTimeout(timer);
  }, [isReady, text, round]);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const sizes = new ResizeObserver(() => {
      element.style.setProperty('--scale', String(element.clientWidth / width));
    });
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [width]);

  return (
    <figure class="play-screen">
      <div class="play-box" ref={box}>
        <iframe ref={window_} src={frame} title={title} width={width} height={height} />
      </div>
      <figcaption>
        {title}, {width} × {height}
        {shown ? '' : ': nothing is shown'}
      </figcaption>
    </figure>
  );
}
