/** Every default, once. Its types are what the script tag's attributes are read as. */
export const defaults = {
  id: 'default',
  storage: 'none',
  collect: 'both',
  allowPhoneOnly: false,
  test: false,
  trust: [],
  identify: [],
  clickDomains: [],
  emailParameters: [],
  collector: { url: '', linksBy: ['own', 'email', 'phone'] },
  brand: '',
  terms: '',
  privacy: '',
  trigger: { delay: 3000, manual: false },
  frequency: { quietDays: 30, maxShows: 3, afterSignup: 7 },
  // Paths of Shopify, WooCommerce, Magento, BigCommerce, PrestaShop and Shopware.
  target: {
    include: ['*'],
    exclude: ['*/cart', '*/basket', '*/checkout*', '*account'],
  },
};
