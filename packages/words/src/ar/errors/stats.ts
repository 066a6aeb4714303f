import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/stats`, in Arabic. */
export const stats: Catalogue = {
  'OMBUD_E_STATS_COUNTS/cell': 'عدد الأشخاص في خلية {$value :string}. أعطِ أعدادًا لا تقل عن 0.',
  'OMBUD_E_STATS_COUNTS/effective-n': 'العدد الفعلي للأشخاص {$value :string}. أعطِ عددًا لا يقل عن 0.',
  'OMBUD_E_STATS_COUNTS/expected-rate': 'المعدل المتوقع {$value :string}. أعطِ عددًا من 0 إلى 1.',
  'OMBUD_E_STATS_COUNTS/hypothesis-weight': 'وزن إحدى القواعد {$value :string}. أعطِ عددًا فوق 0.',
  'OMBUD_E_STATS_COUNTS/impossible':
    'أُعطي عدد الحالات {$events :string} وعدد الأشخاص {$n :string}. أعطِ أعدادًا بحيث ‹0 <= events <= n›.',
  'OMBUD_E_STATS_COUNTS/limit':
    '.input {$measure :string} .match $measure ratio {{حد النسبة {$value :string}. أعطِ عددًا فوق 0، مثلًا ‹0.8›.}} * {{حد الفرق {$value :string}. أعطِ عددًا بين ‹-1› و1 دون بلوغهما، مثلًا ‹-0.05›.}}',
  'OMBUD_E_STATS_COUNTS/not-whole-people':
    '.input {$test :string} .match $test exact-binomial {{يعدّ اختبار ذي الحدين الدقيق أشخاصًا كاملين بلا أوزان، وأُعطي {$events :string} من {$n :string}. أعطِ أعدادًا صحيحة بحيث ‹0 <= events <= n›.}} fisher-exact {{يعدّ اختبار فيشر الدقيق أشخاصًا كاملين بلا أوزان، وأُعطي {$events :string} من {$n :string}. أعطِ أعدادًا صحيحة بحيث ‹0 <= events <= n›.}} * {{يعدّ الاختبار الدقيق أشخاصًا كاملين بلا أوزان، وأُعطي {$events :string} من {$n :string}. أعطِ أعدادًا صحيحة بحيث ‹0 <= events <= n›.}}',
  'OMBUD_E_STATS_COUNTS/quantile': 'حصة التجزيء {$share :string}. أعطِ عددًا من 0 إلى 1، مثلًا ‹0.5› للوسيط.',
  'OMBUD_E_STATS_COUNTS/share': 'أُعطي عدد أو حصة قدرها {$value :string}. أعطِ أعدادًا لا تقل عن 0.',
  'OMBUD_E_STATS_COUNTS/value':
    'عدد الأشخاص الذين لهم القيمة {$value :string} هو {$n :string}. أعطِ قيمًا منتهية، وأعدادًا لا تقل عن 0.',
  'OMBUD_E_STATS_COUNTS/variance': 'أُعطي تباين قدره {$value :string}. أعطِ عددًا لا يقل عن 0.',
  'OMBUD_E_STATS_COUNTS/weight': 'وزن إحدى الطبقات {$value :string}. أعطِ عددًا لا يقل عن 0.',
  'OMBUD_E_STATS_LEVEL/not-between-0-and-1':
    'مستوى الثقة {$level :string}. أعطِ عددًا بين 0 و1 دون بلوغهما، مثلًا ‹0.95›.',
  'OMBUD_E_STATS_SHAPE/bins':
    'عدد فئات المرجع {$reference :number}، وعدد فئات العينة الأخرى {$current :number}. أعطِ الفئات نفسها لكليهما.',
  'OMBUD_E_STATS_SHAPE/counts-and-shares':
    'أُعطيت أعداد عددها {$counts :number}، وحصص عددها {$shares :number}. أعطِ من الحصص بقدر الأعداد.',
  'OMBUD_E_STATS_SHAPE/not-square':
    'يجب أن تكون أعمدة جدول الأصناف الحقيقية والمعطاة بعدد صفوفه ({$rows :number}). أعطِ كل صنف صفه وعموده.',
  'OMBUD_E_STATS_SHAPE/ragged-table': 'صفوف الجدول ليست كلها بطول واحد. أعطِ كل صف عددًا لكل عمود.',
  'OMBUD_E_STATS_SHAPE/p-values-and-weights':
    'أُعطيت قيم ‹p› عددها {$values :number}، وأوزان عددها {$weights :number}. أعطِ من الأوزان بقدر قيم ‹p›.',
  'OMBUD_E_STATS_SHAPE/strata':
    'ليس للطبقات كلها المجموعات نفسها ووزن لكل منها. أعطِ من القيم بقدر المجموعات أو الطبقات.',
};
