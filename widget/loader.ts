import { fromDataset } from './config/dataset.ts';
import type { SignupOptions } from './config/options.ts';
import type { Signup } from './signup/api.ts';
import { ownerOfPage } from './signup/createSignup.ts';

/** A command given before or after the script has loaded: a method's name and its arguments. */
type Command = readonly [name: string, ...args: unknown[]];

interface PageWindow extends Window {
  HelloAgain?: unknown;
}

/**
 * The script's own tag; an optimiser that inlines or re-runs scripts leaves no `currentScript`, so it is looked for. An element
 * that the page calls `currentScript` stands in its place, and must not say where scripts come from.
 * https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
function ownTag(): HTMLScriptElement | null {
  const { currentScript } = document;
  return currentScript instanceof HTMLScriptElement
    ? currentScript
    : document.querySelector('script[src*="hello-again.js"],script[data-collector]');
}

/** Folder of the chunks: `data-base`, or where the script itself lies, without its query. */
function baseOf(tag: HTMLScriptElement | null): string | undefined {
  const told = tag?.dataset.base;
  if (!told && !tag?.src) return undefined;
  return new URL(told ? told.replace(/\/?$/, '/') : '.', tag.src || location.href).href;
}

/** The JSON block's options; a broken one is said so once and counts as empty. */
function jsonOptions(): Record<string, unknown> {
  try {
    const text = document.querySelector('script[data-hello-again]')?.textContent;
    return JSON.parse(text || '{}') as Record<string, unknown>;
  } catch {
    console.warn('hello-again: bad JSON');
    return {};
  }
}

function start(): void {
  const page = window as PageWindow;
  const tag = ownTag();
  const base = baseOf(tag);
  const owner = ownerOfPage();
  if (!owner) {
    console.warn('hello-again: another version here');
    return;
  }
  if (base) $base = base;
  else console.warn('hello-again: add data-base');

  const { create } = owner;
  const given = { ...jsonOptions(), ...fromDataset({ ...tag?.dataset }) };
  // Without any option the page means to call createSignup itself.
  const signup = base && Object.keys(given)[0] ? create(given as unknown as SignupOptions) : undefined;
  const api = {
    ...signup,
    // In a console it prints.
    explain: (isPrinted = true) => signup?.explain(isPrinted),
    createSignup: create,
    push(...commands: Command[]) {
      for (const [name, ...args] of commands) {
        try {
          // Unknown commands and bad arguments both throw.
          ((signup as Signup)[name as keyof Signup] as (...all: unknown[]) => unknown)(...args);
        } catch {
          console.warn('hello-again: bad command');
        }
      }
    },
  };
  const former = page.HelloAgain;
  // The same tag twice: the first one's API stays. What else has this name, an element by its id, is none.
  if (!(former as { readonly createSignup?: unknown } | undefined)?.createSignup) page.HelloAgain = api;
  if (Array.isArray(former)) api.push(...(former as Command[]));
}

start();
