import type { Heard } from '../core/counts.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { pushToDataLayer } from '../platform/pushToDataLayer.ts';
import type { EventName, SignupEvents } from '../signup/events.ts';
import type { SignupContext } from '../signup/session.ts';
import { readPopupOptions } from './readPopupOptions.ts';

/** What was asked, and why. */
interface Asked {
  readonly ask: SignupEvents['open']['ask'];
  readonly reason: SignupEvents['open']['reason'];
}

/**
 * From now on every event of the signup says what was asked, why, and the visitor's variant, where it was for any; with
 * `measure: 'dataLayer'` each is passed on to the page's data layer too, with `measure: 'collector'` it is counted. No event
 * identifies a person.
 */
export function measure(context: SignupContext): void {
  if (context.isMeasured) return;
  context.amend({ isMeasured: true });
  const { events } = context;
  const { tellsDataLayer, countsForCollector } = readPopupOptions(context.settings);
  const heard: Heard[] = [];
  if (countsForCollector) {
    void fetchFile(context, 'countPage', () => import('./countPage.ts')).then(
      (m) => m.countPage(context, heard),
      () => {},
    );
  }
  /** By the submission's id. */
  const sent = new Map<string, Asked>();
  let shown: Asked | undefined;

  events.passThrough((name, detail) => {
    const given = detail as Partial<Asked> & { readonly id?: string };
    if (given.ask && given.reason && name !== 'decide') {
      if (name === 'open' || name === 'step') shown = { ask: given.ask, reason: given.reason };
      if (name === 'submit' && given.id) sent.set(given.id, { ask: given.ask, reason: given.reason });
    }
    const told = { ...about(name, given.id), ...detail };
    if (countsForCollector) heard.push({ name, detail: told });
    if (tellsDataLayer) pushToDataLayer(`hello_again_${name}`, told);
    return told;
  });

  function about(name: EventName, id: string | undefined): object {
    if (name === 'decide' || name === 'forget') return {};
    const asked = id === undefined ? shown : sent.get(id);
    const variant = context.variant ? { variant: context.variant } : {};
    // An event of an earlier page's submission says itself what was asked.
    if (!asked) return id === undefined ? variant : {};
    // The reason of a close is why it closed.
    return name === 'close' ? { ask: asked.ask, askReason: asked.reason, ...variant } : { ...asked, ...variant };
  }
}
