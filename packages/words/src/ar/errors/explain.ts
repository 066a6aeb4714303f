import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/explain`, in Arabic. */
export const explain: Catalogue = {
  'OMBUD_E_RECOURSE_RULES/no-such-column':
    '.input {$near.count :number} .match $near.count 0 {{تسمّي قواعد سبل التغيير العمود "{$column}"، وليس في النموذج: اكتبه كما في النموذج.}} * {{تسمّي قواعد سبل التغيير العمود "{$column}"، وليس في النموذج. هل قصدت {$near.or}؟}}',
  'OMBUD_E_RECOURSE_RULES/empty-range':
    'أدنى قيمة لـ "{$column}" في قواعد سبل التغيير أعلى من أقصاها: اعكسهما.',
  'OMBUD_E_RECOURSE_RULES/not-finite':
    'رقم في قواعد سبل التغيير لـ "{$column}" ليس رقمًا: أعطِ رقمًا عاديًا منتهيًا.',
  'OMBUD_E_RECOURSE_RULES/bad-cost':
    'يجب أن تكون كلفة تغيير "{$column}" رقمًا منتهيًا لا يقل عن 0، ويحتاج ‹time› إلى حد أقصى فوق 0.',
  'OMBUD_E_RECOURSE_RULES/bad-step':
    'يجب أن تكون خطوة "{$column}" في قواعد سبل التغيير فوق 0، مثلًا 1 للأعداد الصحيحة.',
  'OMBUD_E_RECOURSE_RULES/no-such-category':
    'تعطي قواعد سبل التغيير "{$column}" القيمة "{$value}"، والنموذج لا يعرفها: يعرف {$near}.',
  'OMBUD_E_RECOURSE_RULES/no-categories':
    '"{$column}" رقم في النموذج، فتعطيه قواعد سبل التغيير مدى لا قائمة قيم.',
  'OMBUD_E_RECOURSE_RULES/not-a-number-column':
    '"{$column}" فئة في النموذج: ليس له صعود ولا هبوط، ولا مدى، ولا خطوة، ولا يتبع شيئًا؛ اذكر قيمه في قائمة.',
  'OMBUD_E_RECOURSE_RULES/follows-itself':
    'لا يمكن أن يتبع "{$column}" نفسه: سمِّ العمود الذي يحرّكه، أو ‹time›.',
  'OMBUD_E_RECOURSE_RULES/moved-twice':
    'سيحرّك "{$column}" شيئان معًا: اجعله يتبع عمودًا واحدًا، ولا تذكره أيضًا فيما يغيّره الشخص.',
  'OMBUD_E_RECOURSE_RULES/follower-of-follower':
    '"{$column}" يتبع عمودًا يتبع هو نفسه عمودًا آخر: سمِّ ما يحرّكهما معًا.',
  'OMBUD_E_RECOURSE_RULES/bad-ratio': 'النسبة التي يتبع بها "{$column}" يجب أن تكون رقمًا منتهيًا غير 0.',
  'OMBUD_E_RECOURSE_RULES/time-is-a-column':
    'في النموذج عمود اسمه "‹time›"، فلا يمكن أن يحمل الانتظار هذا الاسم أيضًا: غيّر اسم العمود، أو احذف الانتظار.',
  'OMBUD_E_RECOURSE_RULES/no-lever':
    '"{$column}" يتبع "{$follows}"، ولا أحد يستطيع تغييره: اذكره بين الأعمدة، أو صرّح بـ ‹time›.',
  'OMBUD_E_EXPLAIN_CUTOFF/never-reached':
    'حد الفصل {$cutoff} ليس قيمة يعطيها النموذج على هذا المقياس: الاحتمال يقع بين 0 و1.',
  'OMBUD_E_EXPLAIN_ROW/wrong-length':
    'عدد القيم في الصف {$found :number}، والنموذج يقرأ {$expected :number}: أعطِ قيمة لكل عمود من النموذج.',
  'OMBUD_E_EXPLAIN_ROW/linear-missing': 'النموذج الخطي لا يقرأ القيمة الناقصة في "{$column}": أعطِ قيمة.',
  'OMBUD_E_REASONS/no-text': 'لا توجد جملة للسبب "{$column}" باللغة {$language}: صرّح بها تحت ‹reasons›.',
  'OMBUD_E_REASONS/no-such-column':
    '.input {$near.count :number} .match $near.count 0 {{صُرّح بسبب لـ "{$column}"، وليس في النموذج: اكتبه كما في النموذج.}} * {{صُرّح بسبب لـ "{$column}"، وليس في النموذج. هل قصدت {$near.or}؟}}',
  'OMBUD_E_REASONS/hidden-in-others':
    'لا يجوز ذكر "{$column}" ببساطة، ونص واحد يذكره مع أعمدة يجوز ذكرها: قد يخفيه ما تضيفه. أعطه نصًا خاصًا به.',
  'OMBUD_E_REASONS/bad-most': 'يجب أن يكون عدد الأسباب عددًا صحيحًا لا يقل عن 1، و{$most} ليس كذلك.',
};
