import { listenOnPage } from '../platform/listenOnPage.ts';
import { onceLoaded } from '../platform/onceLoaded.ts';
import { isBannerInSight } from '../platform/otherDialog.ts';
import { pageGlobals } from '../platform/pageGlobals.ts';
import type { ConsentPlatform, PageGlobals } from '../providers/consent/consentPlatform.ts';
import { cookiebot } from '../providers/consent/cookiebot.ts';
import { gpp } from '../providers/consent/gpp.ts';
import { oneTrust } from '../providers/consent/oneTrust.ts';
import { shopifyPrivacy } from '../providers/consent/shopifyPrivacy.ts';
import { tcf } from '../providers/consent/tcf.ts';
import { usercentrics } from '../providers/consent/usercentrics.ts';
import { wordPress } from '../providers/consent/wordPress.ts';
import type { SignupContext } from '../signup/session.ts';

/** Where two answer, the first one here counts: the standards before their makers. */
const platforms: readonly ConsentPlatform[] = [tcf, gpp, shopifyPrivacy, oneTrust, cookiebot, usercentrics, wordPress];

/** A platform may load late; these events report it, so that polling is not needed. */
const moments = [
  'DOMContentLoaded',
  'load',
  'pageshow',
  'pointerdown',
  'pointerup',
  'keydown',
  'keyup',
  'scroll',
  'visibilitychange',
];

/** And without a sign of life, so long after the page began to be watched. Milliseconds. */
const looks = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** So long after `load` a page without a banner, whose platform has not answered, asks nobody for permission. Milliseconds. */
const silence = 5_000;

/** How long the address of an unanswered visit is kept in page memory. Milliseconds. */
const keepsLinkFor = 30 * 60_000;

/**
 * Passes on the answers of the page's consent platform. Without an answer nothing is stored, however long that takes; where
 * there is no banner either, the page view goes on without.
 */
export function watchStorageConsent(context: SignupContext): void {
  const page = pageGlobals() as PageGlobals;
  let speaker: string | undefined;
  let last: string | undefined;
  const readings = platforms.map(({ name, read }) =>
    read(page, (answer) => {
      speaker ??= name;
      if (speaker !== name || answer === last || context.isDestroyed) return;
      last = answer;
      context.setConsent(answer);
    }),
  );
  const look = () => {
    for (const reading of readings) {
      try {
        reading.look();
      } catch {
        // Somebody's stub, or a platform half loaded: it has not answered.
      }
    }
  };
  const names = [...moments, ...platforms.flatMap(({ events }) => events)];
  context.undos.push(...names.map((name) => listenOnPage(name, look)));
  const { runtime } = context;
  const { after } = runtime.platform.schedule;
  /** Nothing can be kept, so it counts for this page view; what a platform answers later counts as ever. */
  const goOn = () => {
    if (context.isDestroyed || speaker || runtime.storageConsent !== 'waiting' || isBannerInSight()) return;
    context.amend({ isConsentSilent: true });
    context.setConsent('page');
  };
  context.undos.push(
    ...looks.map((ms) => after(ms, look)),
    onceLoaded(() => context.undos.push(after(silence, goOn))),
  );
  // A link belongs to its visit: an answer this much later is not about it any more.
  const forget = runtime.platform.schedule.after(keepsLinkFor, () => {
    if (runtime.storageConsent !== 'open') runtime.dropLink();
  });
  context.undos.push(forget);
  look();
}
