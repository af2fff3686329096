import MiniSearch from 'minisearch';

/** One part of a page, as the build wrote it. */
interface Part {
  readonly page: string;
  readonly title: string;
  /** Of the part, from the site's own folder. */
  readonly address: string;
  readonly text: string;
}

const most = 12;

/**
 * The search over all pages. It needs no server: the text of the site comes as one file once somebody turns to the field, and is
 * searched here.
 */
export function setUpSearch(): void {
  const field = document.querySelector<HTMLInputElement>('#query');
  const list = document.querySelector<HTMLOListElement>('#results');
  const count = document.querySelector<HTMLElement>('#count');
  if (!field || !list || !count) return;
  const folder = document.body.dataset.root ?? '';

  let index: Promise<Index> | undefined;
  const load = () => {
    index ??= loadIndex(`${folder}search.json`).catch((error) => {
      // Asked for again with the next key.
      index = undefined;
      throw error;
    });
    return index;
  };

  const show = (parts: readonly Part[], said: string, words: readonly string[] = []) => {
    list.replaceChildren(...parts.map((part) => itemOf(part, folder, words)));
    list.hidden = parts.length === 0;
    count.textContent = said;
    count.classList.toggle('hidden', said === '' || parts.length > 0);
  };

  const search = async () => {
    const query = field.value.trim();
    if (!query) return show([], '');
    try {
      const { parts, words } = (await load())(query);
      // Somebody has typed on meanwhile.
      if (query !== field.value.trim()) return;
      show(parts, parts.length === 0 ? `Nothing is found for “${query}”.` : resultsIn(parts.length), words);
    } catch {
      const isFile = location.protocol === 'file:';
      show(
        [],
        isFile
          ? 'The search needs a web server: a browser reads no file for a page that is a file.'
          : 'The search could not be loaded.',
      );
    }
  };

  field.addEventListener('focus', () => void load().catch(() => {}));
  field.addEventListener('input', () => void search());
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
    } else if (event.key === 'Escape' && !list.hidden) {
      show([], '');
      field.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      moveBy(event.key === 'ArrowDown' ? 1 : -1, event);
    }
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !field.form?.parentElement?.contains(target)) list.hidden = true;
    // A link within this page leaves the results open over what it led to.
    if (target instanceof Element && target.closest('#results a')) show([], '');
  });
  field.addEventListener('click', () => void search());

  /** The arrow keys go from the field through the results and back. */
  function moveBy(step: number, event: KeyboardEvent) {
    const stops: HTMLElement[] = [field as HTMLElement, ...(list?.querySelectorAll('a') ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + step];
    if (at < 0 || stops.length < 2 || !next) return;
    event.preventDefault();
    next.focus();
  }

  // The form of a page without its script leads to the first page.
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    field.value = asked;
    field.focus();
  }
}

type Index = (query: string) => { readonly parts: readonly Part[]; readonly words: readonly string[] };

async function loadIndex(address: string): Promise<Index> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const parts = (await answer.json()) as readonly Part[];
  const search = new MiniSearch<Part & { id: number }>({
    fields: ['title', 'page', 'text'],
    searchOptions: {
      boost: { title: 4, page: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : 0),
      combineWith: 'AND',
    },
  });
  search.addAll(parts.map((part, id) => ({ ...part, id })));
  return (query) => {
    const found = search
      .search(query, { boostDocument: (id) => (/^(api|changelog)/.test(parts[id as number]?.address ?? '') ? 0.5 : 1) })
      .slice(0, most);
    return {
      parts: found.flatMap(({ id }) => parts[id as number] ?? []),
      words: [...new Set(found.flatMap(({ terms }) => terms))],
    };
  };
}

function resultsIn(number: number): string {
  return number === 1 ? 'One result.' : `${number === most ? `The best ${most}` : number} results.`;
}

function itemOf({ page, title, address, text }: Part, folder: string, words: readonly string[]): HTMLLIElement {
  const link = document.createElement('a');
  link.href = folder + address;
  const name = document.createElement('strong');
  name.textContent = title;
  const where = document.createElement('span');
  where.textContent = page === title ? '' : page;
  const excerpt = document.createElement('small');
  excerpt.append(...excerptOf(text, words));
  link.append(name, where, excerpt);
  const item = document.createElement('li');
  item.append(link);
  return item;
}

/** The text around the first word that was found, the words marked. */
function excerptOf(text: string, words: readonly string[]): (string | HTMLElement)[] {
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'i');
  const at = Math.max(0, text.search(pattern));
  const from = at < 60 ? 0 : text.indexOf(' ', at - 60) + 1;
  const part = text.slice(from, from + 160);
  const shown = `${from > 0 ? '… ' : ''}${part}${from + 160 < text.length ? ' …' : ''}`;
  return shown.split(new RegExp(pattern, 'gi')).map((piece, i) => {
    if (i % 2 === 0) return piece;
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });
}
