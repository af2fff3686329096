interface PageWindow extends Window {
  dataLayer?: { push(entry: object): unknown };
}

/**
 * Pushes an entry into the page's data layer, as tag managers read it, and creates the list where there is none yet.
 */
export function pushToDataLayer(event: string, detail: object): void {
  const page: PageWindow = window;
  try {
    page.dataLayer ??= [];
    page.dataLayer.push({ event, ...detail });
  } catch {
    // A tag manager's own error.
  }
}
