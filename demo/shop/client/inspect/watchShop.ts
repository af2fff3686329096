import type { EventName, Explanation } from '../../../../widget/index.ts';

/** An event that the popup announced. */
export interface LogEntry {
  readonly at: Date;
  readonly page: string;
  readonly name: string;
  readonly detail: unknown;
}

/** What the inspector sees of the shop. */
export interface Sight {
  /** The shop's page, or nothing while one is loading. */
  readonly page: string | undefined;
  /** The signup's `explain()`; undefined on a page without a signup. */
  readonly explanation: Explanation | undefined;
  /** The newest first. */
  readonly log: readonly LogEntry[];
}

const events: readonly EventName[] = [
  ...([
    'decide',
    'open',
    'close',
    'step',
    'submit',
    'sent',
    'waiting',
    'failed',
    'error',
    'holdout',
    'forget',
  ] as const),
];
const mostEntries = 60;

/** Follows the shop in a frame from page to page, through `explain()` and the events on its window. */
export function watchShop(frame: HTMLIFrameElement, onSight: (sight: Sight) => void): void {
  let sight: Sight = { page: undefined, explanation: undefined, log: [] };
  const show = (change: Partial<Sight>) => {
    sight = { ...sight, ...change };
    onSight(sight);
  };

  const look = async (shop: Window) => {
    const explanation = await shop.HelloAgain?.explain?.(false)?.catch(() => undefined);
    // The visitor may have left the page meanwhile.
    if (shop === frame.contentWindow) show({ explanation });
  };

  const attach = () => {
    const shop = frame.contentWindow;
    const page = pageOf(shop);
    show({ page, explanation: undefined });
    if (!shop || page === undefined) return;
    for (const name of events) {
      shop.addEventListener(`hello-again:${name}`, (event) => {
        const entry = { at: new Date(), page, name, detail: (event as CustomEvent).detail as unknown };
        show({ log: [entry, ...sight.log].slice(0, mostEntries) });
        void look(shop);
      });
    }
    void look(shop);
  };

  frame.addEventListener('load', attach);
  show({});
  if (frame.contentDocument?.readyState === 'complete') attach();
}

/** The frame may show another site, such as the forum, which cannot be read. */
function pageOf(shop: Window | null): string | undefined {
  try {
    return shop?.location.pathname;
  } catch {
    return undefined;
  }
}
