import { defineErrors } from '@ombud/kernel';

/** The errors of contest. */
export const contestErrors = defineErrors({
  OMBUD_E_NOTICE: {
    kind: 'input',
    reasons: [
      'unsigned',
      'changed',
      'untranslated',
      'lacks',
      'blaming-words',
      'words-unchecked',
      'hard-to-read',
      'too-long',
    ],
  },
  OMBUD_E_CONTEST_CALENDAR: { kind: 'input', reasons: ['unknown', 'beyond'] },
});
