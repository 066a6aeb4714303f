import type { Catalogue } from '../message.ts';

/** Why audits of scores, subgroups and time say nothing, in Arabic. */
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
};
