import { slicesOf } from '../../../scripts/phone/files.ts';
import { callingCodes } from '../../../scripts/phone/slices.ts';
import { createPhoneRules } from '../createPhoneRules.ts';
import { repairNumber } from '../repairNumber.ts';

/** Phone rules that have everything from the start, for tests of what does not depend on fetching. */
export const wholeRules = createPhoneRules(slicesOf(callingCodes), repairNumber);
