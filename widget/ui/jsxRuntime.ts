import { Fragment, h, type VNode } from 'preact';

// Stands in for `preact/jsx-runtime` in the classic build: that one also carries helpers for server rendering.

type Create = (type: Parameters<typeof h>[0], props: Record<string, unknown>, key?: string) => VNode;

export const jsx: Create = (type, props, key) => h(type as string, key === undefined ? props : { ...props, key });
export const jsxs: Create = jsx;
export { Fragment };
