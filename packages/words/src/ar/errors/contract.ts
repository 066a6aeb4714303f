import type { Catalogue } from '../../message.ts';

const declaration: Catalogue = {
  'list-too-short': '"{$file}"، السطر {$line}: يجب ألا يكون {$path} فارغًا.',
  'missing-key': '"{$file}": المفتاح {$path} ناقص.',
  'no-keys': '"{$file}" لا يحوي مفاتيح مع قيم. يبدأ بسطر مثل "‹system: loans›".',
  'not-a-choice': '"{$file}"، السطر {$line}: يجب أن يكون {$path} واحدًا من {$choices.or}.',
  'not-yaml': '"{$file}"، السطر {$line}، ليس ‹YAML›. ابحث عن قوس أو علامة اقتباس أو مسافة بادئة لا تناسب.',
  'too-many-aliases': '"{$file}" يكرر أجزاءه بأسماء بديلة أكثر مما يمكن قراءته. اكتبها كاملة.',
  'too-large':
    '.input {$inclusive :string} .match $inclusive true {{"{$file}"، السطر {$line}: يجب ألا يزيد {$path} على {$limit}.}} * {{"{$file}"، السطر {$line}: يجب أن يكون {$path} أقل من {$limit}.}}',
  'too-small':
    '.input {$inclusive :string} .match $inclusive true {{"{$file}"، السطر {$line}: يجب ألا يقل {$path} عن {$limit}.}} * {{"{$file}"، السطر {$line}: يجب أن يكون {$path} أكثر من {$limit}.}}',
  unfit: '"{$file}"، السطر {$line}: {$path} غير مناسب. الوثائق تبيّن كل المفاتيح.',
  'unknown-key':
    '.input {$near.count :number} .match $near.count 0 {{"{$file}"، السطر {$line}: لا يوجد مفتاح "{$key}". المفاتيح هي: {$keys.list}.}} * {{"{$file}"، السطر {$line}: لا يوجد مفتاح "{$key}". هل قصدت {$near.or}؟}}',
  'unknown-key-in':
    '.input {$near.count :number} .match $near.count 0 {{"{$file}"، السطر {$line}: ليس في {$path} مفتاح "{$key}". المفاتيح هي: {$keys.list}.}} * {{"{$file}"، السطر {$line}: ليس في {$path} مفتاح "{$key}". هل قصدت {$near.or}؟}}',
  unreadable: 'تعذّرت قراءة "{$file}". تحقق من المسار.',
  'wrong-type':
    '.input {$expected :string} .match $expected array {{"{$file}"، السطر {$line}: يجب أن يكون {$path} قائمة.}} boolean {{"{$file}"، السطر {$line}: يجب أن يكون {$path} ‹true› أو ‹false›.}} number {{"{$file}"، السطر {$line}: يجب أن يكون {$path} رقمًا.}} object {{"{$file}"، السطر {$line}: يجب أن يحوي {$path} مفاتيح مع قيم.}} string {{"{$file}"، السطر {$line}: يجب أن يكون {$path} نصًا.}} * {{"{$file}"، السطر {$line}: {$path} من نوع خاطئ.}}',
};

/** The same sentences under a code of their own. */
const under = (code: string): Catalogue =>
  Object.fromEntries(Object.entries(declaration).map(([reason, message]) => [`${code}/${reason}`, message]));

/** Errors of `@ombud/contract`, in Arabic. */
export const contract: Catalogue = {
  ...under('OMBUD_E_BAD_CONFIG'),
  ...under('OMBUD_E_BAD_POLICY'),
  'OMBUD_E_BAD_POLICY/no-policy': 'ليس في "{$file}" سياسة. استعمل ملف سياسة أو إحدى الحزم.',
};
