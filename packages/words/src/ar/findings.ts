import type { Catalogue } from '../message.ts';

/** What was read, left out, or could not be told, in Arabic. */
export const findings: Catalogue = {
  'reason/text': '{$text}',
  'reason/audit-threw': 'فشل {$audit}: {$message}',
  'reason/not-given':
    '.input {$roles.count :number} .match $roles.count one {{يحتاج {$audit} إلى دور لم يُعطَ: {$roles}.}} * {{يحتاج {$audit} إلى أدوار لم تُعطَ: {$roles}.}}',
  'reason/no-people': 'لا أحد معدود في هذا المعدل لأي مجموعة من {$groupBy}.',
  'reason/one-group': 'مجموعة واحدة فقط من {$groupBy} فيها أشخاص في هذا المعدل، فلا أحد يُقارَن به.',
  'reason/no-refused': 'لا يرفض النموذج أحدًا في هذه البيانات.',
  'reason/no-reference': 'لا توجد مجموعة للمقارنة بها.',
  'reason/no-population': 'لم تُعطَ حصة من السكان لـ {$attribute}.',
  'reason/one-category': 'أقل من فئتين كبيرتان بما يكفي للمقارنة.',
  'reason/nothing-to-judge': 'لم يقس التدقيق شيئًا يصلح له هذا الحد.',
  'read/none': 'لا شيء',
  'read/values-more':
    '.input {$more :number} .match $more one {{من {$column} قُرئ نعم: {$positive}؛ ولا: {$negative}، وقيمة أخرى ({$more}).}} * {{من {$column} قُرئ نعم: {$positive}؛ ولا: {$negative}، وقيم أخرى (عددها {$more}).}}',
  'read/condition': 'تحقق {$meant} لـ {$yes} ولم يتحقق لـ {$no}.',
  'notice/sounds-bad': 'انظر: "{$column}" يوحي بشيء سيئ للشخص. اذكر هل القرار الإيجابي حسن أم سيئ له.',
  'notice/all-positive-decision':
    'انظر: قُرئت كل قيم "{$column}" على أنها القرار الإيجابي: {$values.list}. إن كانت إحداها تعني غير ذلك فاذكر القيم الإيجابية، وإلا فلا شيء يُقارَن.',
  'notice/all-negative-decision':
    'انظر: قُرئت كل قيم "{$column}" على أنها القرار السلبي: {$values.list}. إن كانت إحداها تعني غير ذلك فاذكر القيم الإيجابية، وإلا فلا شيء يُقارَن.',
  'notice/all-positive-outcome':
    'انظر: قُرئت كل قيم "{$column}" على أنها النتيجة الإيجابية: {$values.list}. إن كانت إحداها تعني غير ذلك فاذكر القيم الإيجابية، وإلا فلا شيء يُقارَن.',
  'notice/all-negative-outcome':
    'انظر: قُرئت كل قيم "{$column}" على أنها النتيجة السلبية: {$values.list}. إن كانت إحداها تعني غير ذلك فاذكر القيم الإيجابية، وإلا فلا شيء يُقارَن.',
  'notice/needs-bins':
    '.input {$numbers :number} {{انظر: في "{$column}" أعداد مختلفة عددها {$numbers}، أكثرها لأقل من 30 شخصًا، وكل منها يُدقَّق مجموعةً وحده. قسّمه إلى فئات حدودها مثل {$edges.list}.}}',
  'notice/third-values-decision':
    'انظر: قُرئت عدة قيم من "{$column}" على أنها القرار السلبي: {$values.list}. القيمة التي ليست قرارًا، مثل السحب، ليست من أي منهما: سمِّ القيم السلبية أيضًا.',
  'notice/third-values-outcome':
    'انظر: قُرئت عدة قيم من "{$column}" على أنها النتيجة السلبية: {$values.list}. القيمة التي لم تُعرف بعد ليست من أي منهما: سمِّ القيم السلبية أيضًا.',
  'notice/opposite-polarity':
    'انظر: القرار الإيجابي ("{$decision}") يقترن بنتيجة إيجابية ("{$outcome}") أقل لا أكثر. فإن كان القرار يُقصد به توقع النتيجة فأحدهما مقلوب، وما يسمّى خطأ ليس خطأ.',
  'notice/twice-named':
    'انظر: بجانب "{$column}" عمود "{$other}". سطر العناوين الذي يسمّي عمودًا مرتين يأخذ رقمًا كهذا: تحقق من المقصود.',
  'notice/looks-missing':
    'انظر: قيم من "{$column}" تبدو فارغة عُدّت مجموعات: {$values.list}. سمِّها ناقصة إن كانت كذلك.',
  'notice/same-but-for-case':
    'انظر: قيم من "{$column}" لا تختلف إلا في الحروف الكبيرة أو المسافات عُدّت مجموعات مختلفة: {$values.list}.',
  'notice/several-decisions':
    '.input {$rows :integer} .input {$people :integer} {{انظر: عدد القرارات {$rows} وعدد الأشخاص {$people} ("{$column}"). من له عدة قرارات هو شخص واحد في كل فترة واختبار وحكم.}}',
  'notice/undated':
    '.input {$people :integer} .match $people one {{انظر: شخص واحد ({$people}) بلا وقت يمكن قراءته في "{$column}"، وليس في شيء مما يقال عن الزمن.}} * {{انظر: أشخاص بلا وقت يمكن قراءته في "{$column}" (عددهم {$people})، وليسوا في شيء مما يقال عن الزمن.}}',
  'notice/of-a-later-version':
    'انظر: كتب هذه النتيجة ‹Ombud {$version}›، وهو يذكر أكثر مما يستطيعه هذا الإصدار: {$kinds.list}. استعمل ذلك الإصدار لترى الكل.',
  'notice/search-many-columns':
    'انتبه: بُحث عن أسوأ مجموعة فرعية في أعمدة عددها {$searched :integer}، ولم يُبحث في أعمدة أخرى عددها {$n :integer} لكثرتها: {$columns.list}. سمِّ الأعمدة المهمة.',
  'notice/search-many-values':
    'انتبه: لم يُبحث عن أسوأ مجموعة فرعية في أعمدة قيمها أكثر من أن تكون مجموعات، وعددها {$n :integer}: {$columns.list}. ضع الأرقام المهمة في فئات.',
  'notice/search-few-people':
    'انتبه: لم يمكن البحث عن أسوأ مجموعة فرعية في أعمدة لا قيمة فيها لعدد كافٍ من الأشخاص، وعددها {$n :integer}: {$columns.list}. ضع الأرقام في فئات.',
  'notice/groups-cut':
    '.input {$groups :number} .input {$listed :number} {{عدد المجموعات حسب {$groupBy} هو {$groups}، والمذكور منها {$listed}: أدنى المعدلات وأعلاها وما يُقارَن. أما الحكم فنظر في الكل.}}',
  'reason/too-few-people': 'الأشخاص أقل من أن يمكن الجزم.',
  'reason/selective-labels':
    '.input {$decision :string} .match $decision positive {{لا تُعرف النتيجة إلا لقرار واحد: من لهم القرار الإيجابي (عددهم {$people :integer}) بلا نتيجة، فلا يمكن قياس هذا المعدل. ما يصح هو القيمة التنبؤية بين الآخرين، وحدود.}} * {{لا تُعرف النتيجة إلا لقرار واحد: من لهم القرار السلبي (عددهم {$people :integer}) بلا نتيجة، فلا يمكن قياس هذا المعدل. ما يصح هو القيمة التنبؤية بين الآخرين، وحدود.}}',
  'reason/missing':
    'ينقص شيء لدى {$people :integer} من {$of :integer} شخص، في كل المجموعات بالتماثل بقدر ما تفسره الصدفة.',
  'reason/missing-ignored': 'ينقص شيء لدى {$people :integer} من {$of :integer} شخص، والسياسة تتجاهله.',
  'reason/missing-survived':
    'ينقص شيء لدى {$people :integer} من {$of :integer} شخص؛ والنجاح يصمد حتى في أسوأ حال.',
  'reason/missing-worst-case':
    'ينقص شيء لدى {$people :integer} من {$of :integer} شخص؛ وفي أسوأ حال يُتجاوز الحد.',
  'reason/missing-differential':
    'ينقص شيء لدى {$people :integer} من {$of :integer} شخص، في مجموعة أكثر مما تفسره الصدفة؛ وقد يُتجاوز الحد بينهم.',
  'reason/unreadable':
    'تعذّرت قراءة {$people :integer} من {$of :integer} من القرارات المسجّلة، والسياسة لا تسمح بذلك.',
  'reason/erased': 'مُحي {$people :integer} من {$of :integer} من القرارات المسجّلة؛ والنجاح يصمد مهما كانت.',
  'reason/erased-could-reverse':
    'مُحي {$people :integer} من {$of :integer} من القرارات المسجّلة؛ وقد يُتجاوز الحد بينها.',
  'reason/favourable-not-declared':
    'لم يصرّح أحد هل القرار الإيجابي حسن أم سيئ للشخص، فلا يقال شيء عن الأثر السلبي.',
  'reason/withheld': 'يُذكر عن أشخاص أقل مما يجوز نشره ({$code}).',
  'reason/outside-differs':
    'في مجموعات أصغر من أن يُحكم عليها أو غير معروفة أشخاص عددهم {$people :integer}؛ وإذا جُمعوا كان ذلك لـ {$events :integer} منهم، وهذا يتجاوز الحد.',
  'reason/all-positive-decision':
    'قُرئت كل قيم "{$column}" على أنها القرار الإيجابي ({$values.list})، فلم يُقارَن شيء.',
  'reason/all-negative-decision':
    'قُرئت كل قيم "{$column}" على أنها القرار السلبي ({$values.list})، فلم يُقارَن شيء.',
  'reason/all-positive-outcome':
    'قُرئت كل قيم "{$column}" على أنها النتيجة الإيجابية ({$values.list})، فلم يُقارَن شيء.',
  'reason/all-negative-outcome':
    'قُرئت كل قيم "{$column}" على أنها النتيجة السلبية ({$values.list})، فلم يُقارَن شيء.',
  'reason/nobody-has-it': 'لا أحد له ذلك في أي مجموعة، فلا نسبة.',
  'reason/pairs-not-compared': 'لم يقارن التدقيق كل مجموعتين، فليس هذا نجاحًا.',
  'reason/uncovered':
    'في المجموعات الكبيرة بما يكفي {$covered :integer} من {$of :integer} شخص؛ والباقي {$people :integer} ({$share :percent maximumFractionDigits=1}) في مجموعات أصغر أو غير معروفة، والسياسة تسمح بـ {$limit :percent maximumFractionDigits=1}.',
  'left-out/text': '{$text}',
  'left-out/no-decision': 'بلا قرار',
  'left-out/no-outcome': 'بلا نتيجة',
  'left-out/no-score': 'بلا درجة',
  'left-out/no-time': 'بلا وقت يمكن قراءته',
  'left-out/weight-0': 'وزنهم 0',
  'left-out/erased': 'مُحي من السجل',
  'left-out/unreadable': 'لا تمكن قراءته في السجل',
  'left-out/nobody': 'لا أحد في هذه الفئة.',
  'left-out/under-share': 'أقل من {$share} من الأشخاص؛ تُعرض، لكن بلا نسبة ولا تكون أعلى معدل أبدًا.',
  'limit/not-measured': 'لم يمكن قياس {$what}؛ والحد {$limit}.',
  'limit/withheld-pass': '{$rate}: الحد {$limit} مستوفى. حُجبت الأرقام لأن نشرها قد يكشف أحداً.',
  'limit/withheld-fail': '{$rate}: الحد {$limit} مخروق. حُجبت الأرقام لأن نشرها قد يكشف أحداً.',
  'limit/withheld-cannot-tell':
    '{$rate}: لا يمكن القول إن كان الحد {$limit} مستوفى. حُجبت الأرقام لأن نشرها قد يكشف أحداً.',
  'limit/not-judged': 'لا يمكن الحكم على {$audit}: {$why}',
  'limit/worse': '{$what}: كان {$before} في خط الأساس وهو الآن {$after}، وهذا أسوأ يقينًا.',
  'limit/worse-new': '{$what} هو {$after}، خارج الحد، ولم يكن كذلك في خط الأساس.',
  'limit/worse-more':
    '.input {$n :number} .match $n one {{وواحد آخر أسوأ مما في خط الأساس.}} * {{و{$n} غيرها أسوأ مما في خط الأساس.}}',
  'limit/worse-unlisted': 'ما هو خارج الحد أكثر مما في خط الأساس.',
  'limit/no-lower-end': 'بلا طرف أدنى',
  'limit/no-upper-end': 'بلا طرف أعلى',
  'limit/people-needed-pass':
    'لو كان عدد الأشخاص كلهم نحو {$people}، موزعين على المجموعات كما هم الآن، لظهر النجاح في 80 من كل 100 حالة، إذا بقيت المعدلات كما هي.',
  'limit/people-needed-fail':
    'لو كان في كل من المجموعتين نحو {$people} من الأشخاص، لظهر عدم الاستيفاء في 80 من كل 100 حالة، إذا بقيت المعدلات كما هي.',
  'limit/people-beyond-pass':
    'لا يظهر النجاح إلا بأكثر من {$people} من الأشخاص كلهم، وهذا أكثر ممن سيوجدون، إذا بقيت المعدلات كما هي.',
  'limit/people-beyond-fail':
    'لا يظهر عدم الاستيفاء إلا بأكثر من {$people} من الأشخاص في كل من المجموعتين، وهذا أكثر ممن سيوجدون، إذا بقيت المعدلات كما هي.',
};
