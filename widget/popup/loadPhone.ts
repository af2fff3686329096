import type { PhoneRules } from '../core/contact/phone.ts';
import { fetchFile } from '../files/fetchFile.ts';
import { loadHome } from '../phone/loadHome.ts';
import type { SignupContext } from '../signup/session.ts';

/** The rules for numbers of the visitor's home country, as far as the owner accepts them. */
export async function loadPhone(context: SignupContext): Promise<PhoneRules> {
  const home = context.homeFile();
  const { phoneRules } = await fetchFile(context, `phone-${home}`, () => loadHome(home));
  const rules: PhoneRules = {
    ...phoneRules,
    settle: (text, country, options) =>
      phoneRules.settle(text, country, { ...options, fetchFile: (name, load) => fetchFile(context, name, load) }),
  };
  return context.limitPhone?.(rules) ?? rules;
}
