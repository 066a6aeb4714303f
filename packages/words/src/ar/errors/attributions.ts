import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/explain` about attributions, in Arabic. */
export const attributions: Catalogue = {
  'OMBUD_E_ATTRIBUTION/group-twice': 'العمود "{$column}" في "{$group}" وفي مجموعة أخرى أيضًا: ضعه في واحدة.',
  'OMBUD_E_ATTRIBUTION/missing-value':
    'العمود "{$column}" بلا قيمة، والنموذج الخطي لا يجيب من دونها: أعطِ قيمة.',
  'OMBUD_E_ATTRIBUTION/no-background': 'يقارن هذا الشرح الأشخاص بخلفية، ولم تُعطَ: أعطِ صفًا واحدًا على الأقل.',
  'OMBUD_E_ATTRIBUTION/no-column':
    'المجموعة "{$group}" تسمّي العمود "{$column}"، والنموذج لا يقرؤه: سمِّ أعمدة من النموذج.',
  'OMBUD_E_ATTRIBUTION/no-cover':
    'ملف النموذج ({$format}) لا يقول كم شخصًا مرّ بكل عقدة، فلا يُشرح النموذج إلا بالمقارنة بخلفية: أعطِ واحدة.',
  'OMBUD_E_ATTRIBUTION/no-output':
    'عدد مخرجات النموذج {$outputs :number}، وطُلب المخرج رقم {$output}: عُدّ من 0.',
  'OMBUD_E_ATTRIBUTION/row':
    'عدد القيم في صف {$found :number}، والنموذج يقرأ {$expected :number}: أعطِ قيمة لكل عمود.',
  'OMBUD_E_ATTRIBUTION/too-few-rounds':
    'لا يُعرف مدى دقة القيم إلا بجولتين على الأقل، وعدد الجولات المطلوبة {$rounds :number}: اطلب أكثر.',
  'OMBUD_E_ATTRIBUTION/too-large':
    'في شجرة من النموذج انقسامات عددها {$nodes :number}، وأعمدة على مسار واحد عددها {$players :number}، وهذا أكثر مما يمكن شرحه من أعدادها: أعطِ خلفية.',
};
