/** The shapes of order webhooks that are understood. */
export type ShapeName = 'shopify' | 'woocommerce' | 'plain';

/** An order as it came in; what the buyer left empty is undefined. */
export interface ShopOrder {
  /** Never the same for orders of two shapes. */
  readonly id: string;
  readonly email?: string | undefined;
  /** As it was written. */
  readonly phone?: string | undefined;
  readonly name?: string | undefined;
  /** ISO 3166 code of the buyer's address: where a number without a calling code belongs. */
  readonly country?: string | undefined;
}

/** How one kind of shop tells of an order. All of them sign the bytes of the body with HMAC-SHA256, in base64. */
export interface OrderShape {
  readonly name: ShapeName;
  /** In lower case, as Node gives header names. It also tells which shape a webhook has. */
  readonly signatureHeader: string;
  /** Names what happened, and what it says of a new order. A shape without it sends nothing else. */
  readonly topic?: { readonly header: string; readonly newOrder: string };
  /** @throws {Problem} 422 where the body is no order */
  read(body: unknown): ShopOrder;
}
