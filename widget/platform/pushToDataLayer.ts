interface PageWindow extends Window {
  dataLayer?: { push?: unknown };
}

/**
 * Pushes an entry into the page's data layer, as tag managers read it, and creates the list where there is none yet.
 */
export function pushToDataLayer(event: string, detail: object): void {
  const page: PageWindow = window;
  try {
    // An element with this id is no data layer.
    if (typeof page.dataLayer?.push !== 'function') page.dataLayer = [];
    (page.dataLayer as object[]).push({ event, ...detail });
  } catch {
    // A tag manager's own error.
  }
}
