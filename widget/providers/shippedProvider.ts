import type { Provider } from './provider.ts';
import { shipped } from './shipped.ts';

/** The provider that a text of `identify` names: `klaviyo`, or `klaviyo:AbC123` for one account alone. */
export function shippedProvider(text: string): Provider | undefined {
  const [name = '', account] = text.split(':');
  const provider: Provider | undefined = Object.hasOwn(shipped, name)
    ? shipped[name as keyof typeof shipped]
    : undefined;
  return account === undefined ? provider : provider?.ofAccount?.(account);
}
