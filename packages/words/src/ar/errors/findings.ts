import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/contract` about results, in Arabic. */
export const findings: Catalogue = {
  'OMBUD_E_BAD_RESULT/not-a-result':
    'هذه ليست نتيجة تدقيق من ‹Ombud› يستطيع هذا الإصدار قراءتها (مخططها {$schema}). أعطِ ملف ‹result.json› كتبه ‹Ombud›، أو حدّث ‹Ombud›.',
};
