/** What the owner's notice looks at of the page itself. */
export interface PageFacts {
  /** Whether the script tag's interface exists. */
  readonly isTag: boolean;
  /** How many script tags of this signup are on the page. */
  readonly tags: number;
  /** The browser has modal dialogs. */
  readonly hasDialogs: boolean;
}

/** @param id the signup's */
export function pageFacts(id: string): PageFacts {
  const tags = [...document.querySelectorAll<HTMLScriptElement>('script[data-collector],script[data-to]')];
  return {
    isTag: 'HelloAgain' in window,
    tags: tags.filter((tag) => (tag.dataset.id ?? 'default') === id).length,
    hasDialogs: 'showModal' in HTMLDialogElement.prototype,
  };
}
