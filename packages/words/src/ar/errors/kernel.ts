import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/kernel`, in Arabic. */
export const kernel: Catalogue = {
  'OMBUD_E_IDENTIFIER/empty': 'فارغ: {$role}. أعطِ كل واحد اسمًا.',
  'OMBUD_E_IDENTIFIER/half-surrogate': 'ليس ‹Unicode› صالحًا: {$role}. أصلح النص.',
  'OMBUD_E_IDENTIFIER/not-an-index': '"{$text}" ليس رقم مدخل. رقم المدخل عدد صحيح من 0 فصاعدًا، مثل 12.',
  'OMBUD_E_IDENTIFIER/too-long': 'عدد الحروف أكثر من {$most :number}: {$role}. اختصره.',
  'OMBUD_E_INSTANT/form': '"{$text}" ليس تاريخًا ولا وقتًا. اكتبه مثل ‹2026-11-22T03:49:31Z›.',
  'OMBUD_E_MONEY/amount':
    '"{$text}" ليس مبلغًا بالعملة {$currency}. اكتب أرقامًا، وعدد ما بعد الفاصلة العشرية منها لا يزيد على {$digits}.',
  'OMBUD_E_MONEY/currency': '"{$currency}" ليست عملة. اكتب حروفها الثلاثة، مثل ‹EUR›.',
  'OMBUD_E_MONEY/too-large': 'المبلغ {$text} أكبر من أن يُحفظ بدقة تامة.',
  'OMBUD_E_JSON/half-surrogate':
    'يحوي "{$path}" نصف زوج بديل، وهذا ليس ‹Unicode› صالحًا: أعطِ ‹JSON› بسيطًا (نص، أرقام منتهية، ‹true›، ‹false›، ‹null›، قوائم، كائنات).',
  'OMBUD_E_JSON/not-finite':
    '"{$path}" هو {$value}: أعطِ ‹JSON› بسيطًا (نص، أرقام منتهية، ‹true›، ‹false›، ‹null›، قوائم، كائنات).',
  'OMBUD_E_JSON/not-json':
    '"{$path}" من النوع {$type}: أعطِ ‹JSON› بسيطًا (نص، أرقام منتهية، ‹true›، ‹false›، ‹null›، قوائم، كائنات).',
  'OMBUD_E_JSON/not-plain':
    '"{$path}" ليس كائنًا بسيطًا: أعطِ ‹JSON› بسيطًا (نص، أرقام منتهية، ‹true›، ‹false›، ‹null›، قوائم، كائنات).',
  'OMBUD_E_JSON/to-json':
    'لـ "{$path}" الدالة ‹toJSON›: أعطِ ‹JSON› بسيطًا (نص، أرقام منتهية، ‹true›، ‹false›، ‹null›، قوائم، كائنات).',
};
