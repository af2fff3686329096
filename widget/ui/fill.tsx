import type { ComponentChildren, JSX } from 'preact';

/** Replaces `{slots}` in a sentence by texts, unchanged: a `$&` in them has no meaning. */
export function fillText(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => (Object.hasOwn(slots, name) ? `${slots[name]}` : slot));
}

/** Replaces `{slots}` in a sentence by nodes; what has no node stays as it is. */
export function fill(text: string, slots: Readonly<Record<string, ComponentChildren>>): ComponentChildren[] {
  return text.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return name !== undefined && Object.hasOwn(slots, name) ? slots[name] : part;
  });
}

/** A text that may change, in a new element each time: machine translation puts elements of its own in place of text nodes. */
export function asNew(text: string): JSX.Element {
  return <span key={text}>{text}</span>;
}
