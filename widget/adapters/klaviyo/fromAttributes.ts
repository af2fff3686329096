import type { Adapter } from '../adapter.ts';
import { klaviyo } from './index.ts';

/** From the attributes of the script tag. */
export function fromAttributes(given: Readonly<Record<string, unknown>>): Adapter {
  const text = (name: string) => (given[name] === undefined ? undefined : String(given[name]));
  return klaviyo({
    companyId: text('klaviyoCompany') ?? '',
    lists: { email: text('klaviyoEmailList'), sms: text('klaviyoSmsList') },
  });
}
