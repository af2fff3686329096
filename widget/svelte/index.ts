import { createSignup, type Signup, type SignupOptions } from '../index.ts';

/** What a Svelte action returns. https://svelte.dev/docs/svelte/svelte-action */
interface ActionReturn {
  /** Gives the signup other options. */
  update(options: SignupOptions): void;
  /** Destroys the signup, with the element. */
  destroy(): void;
}

/**
 * An action: `<div use:signup={options}>`. With `layout: 'inline'` the form stands in the element; otherwise the popup lives as
 * long as the element does. Actions do not run on a server. `onSignup` gets the signup, to listen to it.
 */
export function signup(node: HTMLElement, options: SignupOptions & { onSignup?(made: Signup): void }): ActionReturn {
  const whole = ({ onSignup: _onSignup, ...own }: typeof options): SignupOptions =>
    own.layout === 'inline' ? { into: node, ...own } : own;
  const made = createSignup(whole(options));
  options.onSignup?.(made);
  return {
    update: (changed) => made.update(whole(changed)),
    destroy: () => made.destroy(),
  };
}
