import { defineErrors } from '@ombud/kernel';

/** The errors of contest. */
export const contestErrors = defineErrors({
  OMBUD_E_CONTEST_CALENDAR: { kind: 'input', reasons: ['unknown', 'beyond'] },
});
