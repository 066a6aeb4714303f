import type { Catalogue } from '../message.ts';

/** The answer: the claims of a result as sentences, the verdict and its rules, in Arabic; the lines of the verdict stand in `line.ts`, what was there first in `fixed.ts`. */
export const answer: Catalogue = {
  'event/favourable': 'نالوا القرار الملائم',
  'event/favourable-role': 'نالوا القرار الملائم (ليس {$meant})',
  'event/outcome': 'حدثت لهم النتيجة الإيجابية',
  'event/outcome-role': 'حدثت لهم النتيجة الإيجابية ({$meant})',
  'meaning/not-declared': 'الإيجابي يعني {$meant}؛ ولم يُصرَّح هل ذلك حسن أم سيئ للشخص، فلا يسمّى شيء هنا سلبيًا.',
  'meaning/not-declared-for':
    'الإيجابي يعني {$meant}، أي {$people} ممن {$decided}؛ ولم يُصرَّح هل ذلك حسن أم سيئ للشخص، فلا يسمّى شيء هنا سلبيًا.',
  'meaning/outcome-alone': 'الإيجابي يعني {$meant}.',
  'meaning/outcome-alone-for': 'الإيجابي يعني {$meant}، أي {$people} ممن {$happened}.',
  'claim/rates-one':
    'من بين {$low} ({$lowN}): {$lowCount} {$event}{$rank}؛ ومن بين {$high} ({$highN}): {$highCount}{$highRank}.',
  'claim/rates-few':
    'من {$low} (عددهم {$lowN}): {$lowCount} {$event}{$rank}؛ ومن {$high} (عددهم {$highN}): {$highCount}{$highRank}.',
  'claim/rates-titled': '{$title}: {$lowRate} لدى {$low}{$rank}؛ و{$highRate} لدى {$high}.',
  'claim/rank-lowest': '، وهو الأدنى بين المجموعات حسب {$by} (عددها {$groups})',
  'claim/rank-highest': '، وهو الأعلى',
  'claim/rank-same': ' أيضًا',
  'claim/rank-same-highest': ' أيضًا، وهو الأعلى',
  'claim/may-be-one-of-many':
    '.input {$questions :number} .match $questions 1 {{قد يكون هذا الفرق من الصدفة: {$comparison}. فترته لا تشمل التساوي، لكن لا يقال إنه أكبر مما تفسره الصدفة إلا إذا بقي ذلك عند {$needed}.}} * {{قد يكون هذا الفرق من الصدفة: {$comparison}. فترته لا تشمل التساوي، لكن هذا التدقيق يطرح أسئلة كهذه عددها {$questions}، والصدفة تأتي بواحد منها بسهولة مفرطة: لا يقال إنه أكبر مما تفسره الصدفة إلا إذا بقي ذلك عند {$needed}.}}',
  'claim/small-groups':
    '.input {$small :number} .match $small 1 {{مجموعة أشخاصها أقل من {$few} في الجداول، لا في هذه الجملة.}} * {{مجموعات أشخاص كل منها أقل من {$few} في الجداول، لا في هذه الجملة (عددها {$small}).}}',
  'claim/more-attributes':
    '.input {$n :number} .match $n one {{صفة أخرى في الجداول ({$n}).}} * {{صفات أخرى في الجداول (عددها {$n}).}}',
  'claim/strata-comparable':
    'لم تمكن المقارنة هكذا إلا لـ {$comparable} من {$of}: من هم في {$strata} فيه المجموعتان.',
  'claim/strata-incomparable':
    'لا {$strata} فيه {$group} و{$reference} معًا، فلا يمكن أن يُقارَن المثيل بمثيله.',
  'claim/gap-inside-strata':
    'بين {$people} من {$strata} واحد، الفرق بين {$group} و{$reference} في ذلك القرار {$inside}؛ وهو في المجموع {$together}.',
  'claim/gap-inside-strata-interval':
    'بين {$people} من {$strata} واحد، الفرق بين {$group} و{$reference} في ذلك القرار {$inside} ({$interval})؛ وهو في المجموع {$together}.',
  'claim/gap-adjusted':
    'بين {$people} المتماثلين في {$strata}، بالانحدار اللوجستي، يبقى من الفرق بين {$group} و{$reference} في ذلك القرار {$left}؛ وهو في المجموع {$together}.',
  'claim/gap-adjusted-interval':
    'بين {$people} المتماثلين في {$strata}، بالانحدار اللوجستي، يبقى من الفرق بين {$group} و{$reference} في ذلك القرار {$left} ({$interval})؛ وهو في المجموع {$together}.',
  'claim/wider-together':
    'عند جمع {$by} معًا تظهر فجوة أوسع: من {$lowCount} من كل {$of} ({$low}) إلى {$highCount} ({$high}).',
  'claim/mistakes-denied':
    'والأخطاء أيضًا ليست موزعة بالتساوي. حيث حدثت النتيجة الإيجابية كان القرار سلبيًا مع ذلك لـ {$highCount} من كل {$of} من {$high}، ولـ {$lowCount} من كل {$of} من {$low}.',
  'claim/mistakes-wrongly':
    'والأخطاء أيضًا ليست موزعة بالتساوي. حيث لم تحدث النتيجة الإيجابية كان القرار إيجابيًا مع ذلك لـ {$highCount} من كل {$of} من {$high}، ولـ {$lowCount} من كل {$of} من {$low}.',
  'claim/people-more':
    'بمعدل {$reference} ({$rate})، يزيد بنحو {$people} عدد الذين {$event} من {$group} (عددهم {$n}).',
  'claim/people-fewer':
    'بمعدل {$reference} ({$rate})، ينقص بنحو {$people} عدد الذين {$event} من {$group} (عددهم {$n}).',
  'claim/in-tables': 'ما قيس ليست له جملة هنا؛ وجداول التقرير تذكره: {$audits}.',
  'claim/nothing-measured': 'لم يمكن قياس أي فجوة بين المجموعات.',
  'claim/not-measured': '{$title} حسب {$by}: {$why}',
  'compared/difference-first': 'المعدل الأول يختلف عن الثاني بـ {$value}',
  'compared/difference-second': 'المعدل الثاني يختلف عن الأول بـ {$value}',
  'compared/odds-ratio-first': 'أرجحية الأول {$value} من أرجحية الثاني',
  'compared/odds-ratio-second': 'أرجحية الثاني {$value} من أرجحية الأول',
  'verdict/tally-warned':
    '.input {$n :number} .input {$warned :number} .match $n $warned one one {{من قاعدة واحدة ({$n}): مستوفاة {$passed}، غير مستوفاة {$failed}، تحذّر فقط {$warned}، لا يمكن الجزم بها {$open}.}} * one {{عدد القواعد {$n}: مستوفاة {$passed}، غير مستوفاة {$failed}، تحذّر فقط {$warned}، لا يمكن الجزم بها {$open}.}} * * {{عدد القواعد {$n}: مستوفاة {$passed}، غير مستوفاة {$failed}، تحذّر فقط {$warned}، لا يمكن الجزم بها {$open}.}}',
  'rule/title': '{$audit} حسب {$by}: {$limit}',
  'rule/title-measure': '{$audit} ({$measure}) حسب {$by}: {$limit}',
  'rule/title-group': '{$audit} حسب {$by}، {$group}: {$limit}',
  'rule/title-measure-group': '{$audit} ({$measure}) حسب {$by}، {$group}: {$limit}',
  'rule/measure-ratio': 'النسبة',
  'rule/measure-difference': 'الفرق',
  'rule/measure-odds-ratio': 'نسبة الأرجحية',
  'rule/measure-value': 'القيمة',
};
