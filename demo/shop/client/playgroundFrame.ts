// A page of the playground's own for the real script: shows the popup that the playground asks for, and tells what it measures.
// Options come as an object and reach the script as one; nothing of them becomes markup here.
import type { Signup, SignupOptions } from '../../../widget/index.ts';
import { type FrameMessage, type PageMessage, tookFocus } from '../playground/messages.ts';

interface FrameWindow {
  HelloAgain?: { createSignup(options: SignupOptions): Signup };
  HelloAgainNotice?: boolean;
}

const page = window as unknown as FrameWindow;
// The playground itself says what is wrong.
page.HelloAgainNotice = false;

let signup: Signup | undefined;
let sizes: ResizeObserver | undefined;

function tell(message: FrameMessage): void {
  window.parent.postMessage(message, location.origin);
}

function show(shown: Extract<PageMessage, { kind: 'show' }>['shown']): void {
  sizes?.disconnect();
  signup?.destroy();
  signup = undefined;
  if (!shown) {
    tell({ kind: 'shown', measured: undefined });
    return;
  }
  history.replaceState(null, '', `?${new URLSearchParams({ ha_preview: shown.state })}`);
  const { options } = shown;
  signup = page.HelloAgain?.createSignup(options as unknown as SignupOptions);
}

/** Measures the popup as soon as it is there, and whenever its size changes. */
function onPopup(host: Element): void {
  window.frameElement?.dispatchEvent(new Event(tookFocus, { bubbles: true }));
  const find = (selector: string) => host.shadowRoot?.querySelector<HTMLElement>(selector);
  const dialog = find('[part~=dialog]');
  if (!dialog) return;
  const heightOf = (part: string) => Math.round(find(`[part~=${part}]`)?.getBoundingClientRect().height ?? 0);
  const measure = () =>
    tell({
      kind: 'shown',
      measured: {
        height: Math.round(dialog.getBoundingClientRect().height),
        heading: heightOf('heading'),
        body: heightOf('body'),
        picture: heightOf('picture'),
        isScrolled: dialog.scrollHeight > dialog.clientHeight + 1,
      },
    });
  sizes = new ResizeObserver(measure);
  sizes.observe(dialog);
}

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) if (node instanceof Element && node.localName === 'hello-again') onPopup(node);
  }
}).observe(document.documentElement, { childList: true, subtree: true });

addEventListener('message', ({ source, origin, data }: MessageEvent<PageMessage>) => {
  if (source !== window.parent || origin !== location.origin || data?.kind !== 'show') return;
  show(data.shown);
});

addEventListener('load', () => tell({ kind: 'ready' }));
