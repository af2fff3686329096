/**
 * What WooCommerce posts once when a webhook is saved, to see whether anybody answers 200: a form with the webhook's number,
 * neither signed nor with a topic, so it is taken for nothing but that.
 * https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-webhook.php (`deliver_ping`)
 */
export function isSaved(body: Buffer): boolean {
  return body.length <= 40 && /^webhook_id=\d+$/.test(body.toString('latin1'));
}
