import { loadHome as load } from 'virtual:phone-homes';
import type { PhoneRules } from '../core/contact/phone.ts';

/**
 * Fetches the phone rules whose home is the calling code `home`.
 *
 * @param home what `homeFile()` returns
 */
export const loadHome: (home: string) => Promise<{ readonly phoneRules: PhoneRules }> = load;
