import { fromDataset } from './config/dataset.ts';
import type { SignupOptions } from './config/options.ts';
import { load } from './files/lazyFiles.ts';
import type { TagSignup } from './signup/api.ts';
import { isSupported, ownerOfPage } from './signup/createSignup.ts';

/** A command given before or after the script has loaded: a method's name and its arguments. */
type Command = readonly [name: string, ...args: unknown[]];

interface PageWindow {
  HelloAgain?: unknown;
}

const isScript = /hello-again\.js/;

/**
 * The script's own tag. What optimisers inline, combine or run again has no tag of its own or a stranger's, so it is looked for.
 * An element that the page calls `currentScript` stands in its place, and must not say where scripts come from.
 * https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
function ownTag(): HTMLScriptElement | null {
  const { currentScript } = document;
  const tag = currentScript instanceof HTMLScriptElement ? currentScript : null;
  return tag && (isScript.test(tag.src) || Object.keys(tag.dataset)[0])
    ? tag
    : (document.querySelector<HTMLScriptElement>(
        'script[src*="hello-again.js"],script[data-collector],script[data-to]',
      ) ?? tag);
}

/**
 * Folder of the chunks: the one told, or where the script itself lies, without its query. What was fetched and then run as
 * text, `blob:` or `data:` is found among the page's requests.
 */
function baseOf(told: unknown, src: string | undefined): string | undefined {
  const folderAt = (from: string | undefined) => {
    try {
      return new URL(told ? `${told}`.replace(/\/?$/, '/') : '.', from).href;
    } catch {
      // An address that has no folder.
      return undefined;
    }
  };
  return (
    folderAt(src) ??
    folderAt(performance.getEntriesByType('resource').find(({ name }) => isScript.test(name))?.name) ??
    (told ? folderAt(location.href) : undefined)
  );
}

/** The JSON block's options. A broken one keeps the popup closed, since any of its options may say that it must not open. */
function jsonOptions(): Record<string, unknown> {
  let text: string | null | undefined;
  try {
    text = document.querySelector('script[data-hello-again]')?.textContent;
    return JSON.parse(text || '{}') as Record<string, unknown>;
  } catch {
    // Undefined where an element is called `querySelector`.
    return text ? { badJson: text } : {};
  }
}

function start(): void {
  const page = window as PageWindow;
  if (!isSupported()) {
    // Whatever the page does with it does nothing, and throws nothing.
    const nothing: object = new Proxy(() => nothing, { get: () => nothing });
    page.HelloAgain = nothing;
    console.warn('hello-again: old browser');
    return;
  }
  const tag = ownTag();
  const owner = ownerOfPage();
  if (!owner) {
    console.warn('hello-again: another version here');
    return;
  }
  const { create } = owner;
  let signup: TagSignup | undefined;
  let isUsed = false;

  /** Makes the signup. Where the tag has lost its attributes, a command gives the options: `['options', { … }]`. */
  const begin = (commands: readonly Command[]) => {
    const told = commands.find((command) => Object(command)[0] === 'options')?.[1];
    const { base: folder, ...given } = { ...jsonOptions(), ...Object(told), ...fromDataset({ ...tag?.dataset }) };
    const base = baseOf(folder, tag?.src);
    if (!base) {
      console.warn("hello-again: add data-base or ['options', { base }]");
      return;
    }
    $base = base;
    // Without any option the page means to call createSignup itself.
    if (!Object.keys(given)[0]) return;
    signup = create(given as unknown as SignupOptions);
    Object.assign(api, signup);
  };

  const api = {
    explain: (isPrinted?: boolean) => signup?.explain(isPrinted),
    createSignup(options: SignupOptions) {
      isUsed = true;
      return create(options);
    },
    push(...commands: Command[]) {
      if (!signup) begin(commands);
      for (const command of commands) {
        try {
          const [name, ...args] = command;
          // Unknown commands and bad arguments both throw.
          if (name !== 'options')
            ((signup as TagSignup)[name as keyof TagSignup] as (...all: unknown[]) => unknown)(...args);
        } catch {
          console.warn('hello-again: bad command');
        }
      }
    },
  };
  const former = page.HelloAgain;
  // The same tag twice: the first one's API stays. What else has this name, an element by its id, is none.
  if (!(former as { readonly createSignup?: unknown } | undefined)?.createSignup) {
    Object.defineProperty(page, 'HelloAgain', {
      configurable: true,
      get: () => api,
      // The page's queue came later than the script.
      set: (queue) => Array.isArray(queue) && api.push(...queue),
    });
  }
  api.push(...(Array.isArray(former) ? former : []));
  if (!signup && $base) void load('tagNotice').then(({ tagNotice }) => tagNotice(() => isUsed));
}

start();
