/**
 * The formats of a webhook. `json` is protocol v1. The other two are what browsers send to anybody without asking
 * first, for services that answer no preflight: documented,
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header. The receiver finds the submission as JSON in the field
 * `submission`, or as the whole text.
 */
export type Format = 'json' | 'form' | 'text';
