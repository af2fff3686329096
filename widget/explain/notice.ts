import { type CollectorState, stateOf } from '../core/notice/collectorState.ts';
import { diagnose } from '../core/notice/diagnose.ts';
import type { Note } from '../core/notice/note.ts';
import { findElement } from '../platform/findElement.ts';
import { fromPage } from '../platform/fromPage.ts';
import { isNoticeAskedFor, isTestRunner } from '../platform/isTestRunner.ts';
import { pageFacts } from '../platform/pageFacts.ts';
import { pingCollector } from '../platform/pingCollector.ts';
import { show } from '../popup/show.ts';
import type { SignupContext } from '../signup/session.ts';
import { mountNotice } from '../ui/noticeView.ts';
import { explain } from './explain.ts';
import { reportOptions } from './reportOptions.ts';
import { themeNotice } from './themeNotice.ts';

/** Longer than people take to answer a banner. Milliseconds. */
const overdueAfter = 10_000;

/** What changes what the notice says. */
const changes = ['decide', 'open', 'close', 'sent', 'waiting', 'failed', 'error', 'forget'] as const;

/** Reports wrong options in the console, and shows the owner the state of the signup in a corner of the page. */
export async function notice(context: SignupContext, isForOwner: boolean): Promise<void> {
  const { runtime, settings, options, events, undos } = context;
  const { platform } = runtime;
  const problems = reportOptions(options);
  if (!isForOwner || findElement('hello-again-notice')) return;

  let state: CollectorState = { kind: 'unasked' };
  let isGateOverdue = false;
  let ofTheme: readonly Note[] = [];

  const view = mountNotice(settings.nonce, {
    show: () => void show(context, true).catch(() => {}),
    hide: () => view.remove(),
  });
  const draw = () => {
    const { origin, path } = platform.page();
    const found = diagnose({
      explanation: explain(context, false),
      problems,
      ...pageFacts(settings.id),
      isStorageSaid: 'storage' in Object(options),
      isGateOverdue,
      isConsentSilent: context.isConsentSilent,
      collector: { url: settings.collector.url, state },
      page: { origin, path },
      qa: context.qa,
    });
    const ofTone = (isBad: boolean) => ofTheme.filter(({ tone }) => (tone === 'bad') === isBad);
    const [first, ...rest] = found[0].tone === 'bad' ? [...found, ...ofTone(true)] : [...ofTone(true), ...found];
    // What keeps customers from the popup comes before a colour, and what is well last.
    if (first) view.draw([first, ...rest, ...ofTone(false)]);
  };
  undos.push(
    view.remove,
    ...changes.map((name) => events.on(name, draw)),
    platform.schedule.after(overdueAfter, () => {
      isGateOverdue = true;
      draw();
    }),
  );
  draw();
  if (settings.theme) {
    ofTheme = themeNotice(view.element, settings);
    draw();
  }
  // A platform's own interface is not asked: it would take the question for a sign-up.
  const mayAsk = !isTestRunner() || isNoticeAskedFor() || context.qa === 'check';
  if (settings.collector.url && !settings.collector.deliver && mayAsk) {
    state = stateOf(await pingCollector(fromPage(settings.collector.url)));
    if (!context.isDestroyed) draw();
  }
}
