import { cookieBanners } from './cookieBanner.ts';

/** What asks the visitor something, on this page, besides us. */
const asking = [
  'dialog[open]',
  '[aria-modal=true]',
  // Klaviyo’s forms among them: https://developers.klaviyo.com/en/docs/track_klaviyo_form_activity_using_javascript says
  // when they open, but not whether they still are.
  '[role=dialog]',
  '[role=alertdialog]',
  // A popup that does not say what it is.
  '#attentive_overlay',
].join();

/** The page, and the open shadow trees right below `<body>`, where scripts put their popups. Ours are not among them. */
export function pageRoots(): (Document | ShadowRoot)[] {
  const hosts = [...(document.body?.children ?? [])].filter((e) => !e.localName.startsWith('hello-again'));
  return [document, ...hosts.flatMap((e) => e.shadowRoot ?? [])];
}

/** Whether the visitor sees a dialog or a banner that is not ours. */
export function isDialogInSight(): boolean {
  return isBannerInSight() || pageRoots().some((root) => [...root.querySelectorAll(asking)].some(isInSight));
}

/** Whether the visitor sees the page's question for cookies. */
export function isBannerInSight(): boolean {
  return cookieBanners().some(isInSight);
}

/** Many pages keep closed dialogs: transparent, moved out of the window, or hidden from everybody. */
function isInSight(element: Element): boolean {
  if (element.closest('[aria-hidden=true],[inert]')) return false;
  const { width, height, top, right, bottom, left } = element.getBoundingClientRect();
  if (!width || !height || bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth) return false;
  // Safari knows it since 17.4: https://developer.mozilla.org/docs/Web/API/Element/checkVisibility
  return (
    element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ??
    getComputedStyle(element).visibility === 'visible'
  );
}
