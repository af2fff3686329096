import { createElement, useEffect, useRef, useState } from 'react';
import { createSignup, type Signup, type SignupOptions } from '../index.ts';
import { isSame } from '../signup/isSame.ts';

/**
 * A signup as long as the component is mounted. Options may be written inline: the signup follows a change of their data, and
 * calls the functions of the last render. Undefined on a server, and in the first render.
 */
export function useSignup(options: SignupOptions): Signup | undefined {
  const [signup, setSignup] = useState<Signup>();
  const latest = useRef(options);
  latest.current = options;
  // One function for all renders, so that a new one is no other option.
  const beforeSubmit = useRef<SignupOptions['beforeSubmit']>((submission) => latest.current.beforeSubmit?.(submission));
  const whole = () => ({
    ...latest.current,
    ...(latest.current.beforeSubmit && { beforeSubmit: beforeSubmit.current }),
  });
  const { id } = options;
  // What the last render with other data said; functions are made anew with every render.
  const data = useRef(options);
  if (!isSame(data.current, options, isSameButForFunctions)) data.current = options;
  useEffect(() => {
    const made = createSignup(whole());
    setSignup(made);
    return () => made.destroy();
  }, [id]);
  useEffect(() => {
    signup?.update(whole());
  }, [signup, data.current]);
  return signup;
}

const isSameButForFunctions = (a: unknown, b: unknown) =>
  Object.is(a, b) || (typeof a === 'function' && typeof b === 'function');

/** A form in the page, where the component stands; it has no element on a server but its own empty one. */
export function SignupForm(options: Omit<SignupOptions, 'into' | 'layout'>): ReturnType<typeof createElement> {
  const [into, setInto] = useState<HTMLDivElement | null>(null);
  const form = into && createElement(Follow, { options: { ...options, layout: 'inline', into } });
  return createElement('div', null, createElement('div', { ref: setInto }), form);
}

function Follow({ options }: { readonly options: SignupOptions }): null {
  useSignup(options);
  return null;
}
