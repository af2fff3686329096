import css from './edges.css?inline';

/** Styles of flyouts that keep to an edge of the window. */
export const edges: string = css;
