/**
 * Marks by which session recorders leave out an element and what is in it. Each recorder knows its own; nobody else reads them.
 * docs/session-recorders.md names them, with the vendor’s page where one was found.
 */
const classes =
  'rr-block rr-mask rr-ignore ph-no-capture sentry-block fs-exclude amp-block no-mouseflow heap-ignore ym-hide-content nls_protected';

const attributes = Object.fromEntries(
  [
    'data-hj-suppress',
    'data-clarity-mask=true',
    'data-dd-privacy=hidden',
    'data-private',
    'data-cs-mask',
    'data-openreplay-hidden',
    'data-recording-disable=true',
    'data-matomo-mask',
  ]
    .map((mark) => mark.split('=') as [string, string?])
    .map(([name, value = '']) => [name, value]),
);

/** The attributes of an element that holds, or may hold, what names a person; with the classes that it has besides. */
export function unrecorded(own = ''): Readonly<Record<string, string>> {
  return { ...attributes, class: `${own} ${classes}`.trim() };
}
