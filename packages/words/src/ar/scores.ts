import type { Catalogue } from '../message.ts';

/** What audits of scores, subgroups and time are called, what they claim, and why they say nothing, in Arabic. */
export const scores: Catalogue = {
  'reason/scores-repeated': 'الأوزان ومن له عدة صفوف يغيّران مقدار الثقة في هذا على نحو لا تعرفه طرائقه.',
  'reason/no-weighted-places':
    'من يمثّل غيره ليس له مكان خاص به في الترتيب، فلا يمكن مع الأوزان معرفة من هم الأوائل.',
  'reason/no-scores': 'ليس لأحد درجة.',
  'reason/no-common-score':
    'لا توجد شريحة من الدرجات فيها شخصان من كل من مجموعتين من {$groupBy}، فلا يمكن مقارنة أحد عند الدرجة نفسها.',
  'reason/no-both-outcomes': 'أقل من مجموعتين من {$groupBy} فيهما من تحققت له النتيجة ومن لم تتحقق له.',
  'reason/no-period': 'لا يمكن قراءة أي من التواريخ؛ اكتبها على هذا النحو: 2026-03-17.',
  'reason/one-period':
    '.input {$periods :number} {{عدد الفترات التي تقع فيها التواريخ {$periods}، ويلزم اثنتان.}}',
  'reason/many-periods':
    '.input {$periods :number} .input {$most :number} {{عدد الفترات التي تقع فيها التواريخ {$periods}، ولا يمكن عرض أكثر من {$most}. اختر فترة أطول.}}',
  'reason/no-search': 'لم تُعطَ أعمدة للبحث فيها عن مجموعة فرعية.',
  'reason/no-subgroup': '.input {$least :number} {{لا توجد مجموعة فرعية فيها {$least} شخصًا في كل نصف.}}',
  'test/rao-scott': 'مربع كاي للأوزان (Rao وScott)',
  'audit/calibration': 'المعايرة',
  'audit/auc': 'الترتيب',
  'audit/need-at-equal-score': 'الحاجة عند الدرجة نفسها',
  'audit/score-distributions': 'توزيع الدرجات',
  'audit/threshold-sweep': 'مسح العتبات',
  'audit/ranking-exposure': 'الظهور في الترتيب',
  'audit/over-time': 'عبر الزمن',
  'audit/drift': 'الانحراف',
  'audit/worst-subgroup': 'أسوأ مجموعة فرعية',
  'audit/several-classes': 'عدة فئات',
  'audit/number-gaps': 'فجوات الأعداد',
  'claim/need-more':
    'عند الدرجة نفسها يزيد {$need} لدى {$group} عما لدى {$reference} بمقدار {$value} في المتوسط ({$interval}): فالدرجة تعبّر عن شيء غير هذه الحاجة.',
  'claim/need-fewer':
    'عند الدرجة نفسها يقل {$need} لدى {$group} عما لدى {$reference} بمقدار {$value} في المتوسط ({$interval}): فالدرجة تعبّر عن شيء غير هذه الحاجة.',
  'claim/need-chance':
    'عند الدرجة نفسها يتساوى {$need} لدى {$group} ولدى {$reference} بقدر ما يمكن معرفته ({$interval}).',
  'claim/need-open':
    'عند الدرجة نفسها قد يتساوى {$need} لدى {$group} ولدى {$reference}: الفرق ({$interval}) يستبعد التساوي، لكن المصادفة وحدها قد تأتي بفجوة كهذه بين أسئلة بهذه الكثرة.',
  'claim/auc-worse':
    'ترتّب الدرجة {$group} ترتيبًا أسوأ من {$reference}: بين {$group} تضع من تحققت له النتيجة فوق من لم تتحقق له مرات أقل، بمقدار {$value} ({$interval}).',
  'claim/auc-better':
    'ترتّب الدرجة {$group} ترتيبًا أفضل من {$reference}: بين {$group} تضع من تحققت له النتيجة فوق من لم تتحقق له مرات أكثر، بمقدار {$value} ({$interval}).',
  'claim/auc-chance':
    'لا يمكن معرفة هل ترتّب الدرجة {$group} ترتيبًا أفضل أم أسوأ من {$reference} ({$interval}).',
  'claim/auc-open':
    'قد ترتّب الدرجة {$group} كما ترتّب {$reference}: الفرق ({$interval}) يستبعد التساوي، لكن المصادفة وحدها قد تأتي بفجوة كهذه بين أسئلة بهذه الكثرة.',
  'claim/calibration-more':
    'عند الدرجة نفسها تتحقق النتيجة أكثر لـ {$group} منها لـ {$reference}، بمقدار {$value} ({$interval}).',
  'claim/calibration-fewer':
    'عند الدرجة نفسها تتحقق النتيجة أقل لـ {$group} منها لـ {$reference}، بمقدار {$value} ({$interval}).',
  'claim/calibration-chance':
    'عند الدرجة نفسها تتحقق النتيجة لـ {$group} كما تتحقق لـ {$reference} بقدر ما يمكن معرفته ({$interval}).',
  'claim/calibration-open':
    'عند الدرجة نفسها قد تتحقق النتيجة لـ {$group} كما تتحقق لـ {$reference}: الفرق ({$interval}) يستبعد التساوي، لكن المصادفة وحدها قد تأتي بفجوة كهذه بين أسئلة بهذه الكثرة.',
  'claim/rate-passed':
    '{$title} لدى {$group}: {$after} من {$period}، لمدة؛ وقبل ذلك ومن {$until}: {$before}. هذا أكثر من المصادفة، وليس تغيرًا باقيًا.',
  'claim/rate-rose':
    '{$title} لدى {$group} ارتفع عبر الزمن، من {$fromRate} في {$from} إلى {$toRate} في {$to}، بأكثر من المصادفة. الارتفاع المتدرج يناسب ذلك كما يناسبه تغير في لحظة واحدة، فلا تُسمّى لحظة.',
  'claim/rate-fell':
    '{$title} لدى {$group} انخفض عبر الزمن، من {$fromRate} في {$from} إلى {$toRate} في {$to}، بأكثر من المصادفة. الانخفاض المتدرج يناسب ذلك كما يناسبه تغير في لحظة واحدة، فلا تُسمّى لحظة.',
  'claim/rate-unsteady':
    '{$title} لدى {$group} تحرك بأكثر من المصادفة، بين {$fromRate} في {$from} و{$toRate} في {$to}. لا يفسره تغير واحد ولا ارتفاع أو انخفاض متدرج.',
  'claim/rate-changed': '{$title} لدى {$group} تغير من {$before} إلى {$after}، والأرجح في {$period}.',
  'claim/subgroup-refused':
    'من بين المجموعات الفرعية وعددها {$lookedAt} من أعمدة عددها {$columns}، أكثر من يبرز {$group} بالقرار السلبي: ناله {$rate} منهم، ومن سائر الناس {$others} (الفرق {$interval}). عُثر عليهم في نصف الأشخاص، وهذا ما يقوله النصف الآخر.',
  'claim/subgroup-chosen':
    'من بين المجموعات الفرعية وعددها {$lookedAt} من أعمدة عددها {$columns}، أكثر من يبرز {$group} بالقرار الإيجابي: ناله {$rate} منهم، ومن سائر الناس {$others} (الفرق {$interval}). عُثر عليهم في نصف الأشخاص، وهذا ما يقوله النصف الآخر.',
  'claim/subgroup-false-positive':
    'من بين المجموعات الفرعية وعددها {$lookedAt} من أعمدة عددها {$columns}، أكثر من يبرز {$group} بالإيجابي الخاطئ: {$rate} ممن لم تتحقق لهم النتيجة، ومن سائر الناس {$others} (الفرق {$interval}). عُثر عليهم في نصف الأشخاص، وهذا ما يقوله النصف الآخر.',
  'claim/subgroup-false-negative':
    'من بين المجموعات الفرعية وعددها {$lookedAt} من أعمدة عددها {$columns}، أكثر من يبرز {$group} بالسلبي الخاطئ: {$rate} ممن تحققت لهم النتيجة، ومن سائر الناس {$others} (الفرق {$interval}). عُثر عليهم في نصف الأشخاص، وهذا ما يقوله النصف الآخر.',
  'claim/subgroup-happened':
    'من بين المجموعات الفرعية وعددها {$lookedAt} من أعمدة عددها {$columns}، أكثر من يبرز {$group} بالنتيجة: تحققت لـ {$rate} منهم، ومن سائر الناس {$others} (الفرق {$interval}). عُثر عليهم في نصف الأشخاص، وهذا ما يقوله النصف الآخر.',
};
