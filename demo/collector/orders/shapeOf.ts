import type { IncomingHttpHeaders } from 'node:http';
import type { OrderShape } from './order.ts';
import { shapes } from './shapes.ts';

/** The shape of a webhook, told by the header it is signed in. One without any is refused as a plain one. */
export function shapeOf(headers: IncomingHttpHeaders): OrderShape {
  return Object.values(shapes).find(({ signatureHeader }) => signatureHeader in headers) ?? shapes.plain;
}
