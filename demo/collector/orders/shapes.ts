import type { OrderShape, ShapeName } from './order.ts';
import { plain } from './plain.ts';
import { shopify } from './shopify.ts';
import { woocommerce } from './woocommerce.ts';

/** Every shape by its name. */
export const shapes: Readonly<Record<ShapeName, OrderShape>> = { shopify, woocommerce, plain };
