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
      'other-kind',
      'other-decision',
      'other-day',
      'not-decided-yet',
      'ends-before',
      'no-currency',
      'no-reduction',
      'told-twice',
    ],
  },
  OMBUD_E_CONTEST_CALENDAR: { kind: 'input', reasons: ['unknown', 'beyond'] },
  OMBUD_E_CONTEST_CASE: {
    kind: 'not-found',
    reasons: ['no-case', 'no-file', 'no-matter', 'no-decision', 'erased'],
  },
  OMBUD_E_CONTEST_MOVE: {
    kind: 'conflict',
    reasons: [
      'by-review',
      'busy',
      'guard',
      'no-such-matter',
      'no-such-move',
      'no-reviewer',
      'not-assigned',
      'not-yet',
      'not-yours',
      'other-search',
      'own-rule',
      'received-when',
      'twice-in-a-batch',
    ],
  },
  OMBUD_E_CONTEST_ENTER: { kind: 'input', reasons: ['not-known', 'mistyped', 'wait'] },
  OMBUD_E_CONTEST_FILE: {
    kind: 'input',
    reasons: ['empty', 'not-what-it-says', 'too-large', 'too-many', 'type'],
  },
  OMBUD_E_CONTEST_REMEDY: {
    kind: 'input',
    reasons: [
      'query',
      'money',
      'currency',
      'not-approved',
      'not-declared',
      'too-early',
      'ordered-twice',
      'order-changed',
      'no-order',
      'settled',
    ],
  },
});
