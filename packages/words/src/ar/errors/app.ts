import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/app`, in Arabic. */
export const app: Catalogue = {
  'OMBUD_E_BAD_CONFIG/inverted-decision':
    'القرار الآخر هو هذا القرار مقلوبًا: من هو نعم في أحدهما فهو لا في الآخر، ولا يُعرف غير ذلك. سمِّ عمود قرار آخر، أو حدًّا آخر للعمود “{$column}”.',
  'OMBUD_E_BAD_CONFIG/ll144-needs-audit':
    'صفحة القانون المحلي 144 تعرض التدقيق "‹ll144›"، ولم يُطلب. لم يُدقَّق شيء.',
  'OMBUD_E_BAD_CONFIG/no-such-format':
    '.input {$near.count :number} .match $near.count 0 {{لا توجد صيغة "{$name}". الصيغ هي: {$formats.list}.}} * {{لا توجد صيغة "{$name}". هل قصدت {$near.or}؟}}',
  'OMBUD_E_BAD_CONFIG/one-format': 'الملف "{$path}" يقبل صيغة واحدة. سمِّ واحدة، أو أعطِ مجلدًا.',
  'OMBUD_E_BAD_CONFIG/several-formats': 'الصيغ المتعددة ({$formats.list}) تحتاج إلى مجلد توضع فيه.',
  'OMBUD_E_BAD_CONFIG/sign-needs-ledger':
    'الدليل يخص نقطة تحقق في سجل، و"{$source}" ليس سجلًا. لم يُدقَّق شيء. دقّق ‹ledger:DIR#SYSTEM›.',
  'OMBUD_E_BAD_CONFIG/unknown-ending':
    'لم يُكتب شيء: "{$ending}" في "{$path}" ليست صيغة تقرير. استعمل {$endings.list}؛ أو أنهِ اسم المجلد بشرطة مائلة.',
  'OMBUD_E_BAD_EVIDENCE/envelope': 'هذا ليس مظروف دليل: أعطِ المظروف الذي كتبه التوقيع.',
  'OMBUD_E_BAD_EVIDENCE/no-ledger': 'الدليل لا يخص سجلًا، فليس هناك مدخل يُبحث عنه.',
  'OMBUD_E_BAD_EVIDENCE/unreadable': 'تعذّرت قراءة الدليل "{$file}": تحقق من اسمه.',
  'OMBUD_E_CASES/case-missing':
    '.input {$problems :number} .match $problems one {{السجل سليم، لكن قضية ليست كما تقول: المسار "{$matter}" غائب عن جدوله، أي أن أحدًا أزاله (المدخل {$entry :number useGrouping=never}).}} * {{السجل سليم، لكن عدد مسارات القضايا التي ليست كما تقول {$problems}. أولها: المسار "{$matter}" غائب عن جدوله، أي أن أحدًا أزاله (المدخل {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/data-differs':
    '.input {$problems :number} .match $problems one {{السجل سليم، لكن قضية ليست كما تقول: المسار "{$matter}" يقول غير ما يقوله آخر مدخل له (المدخل {$entry :number useGrouping=never}).}} * {{السجل سليم، لكن عدد مسارات القضايا التي ليست كما تقول {$problems}. أولها: المسار "{$matter}" يقول غير ما يقوله آخر مدخل له (المدخل {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/deadline-differs':
    '.input {$problems :number} .match $problems one {{السجل سليم، لكن قضية ليست كما تقول: للمسار "{$matter}" موعد نهائي غير الذي في آخر مدخل له (المدخل {$entry :number useGrouping=never}).}} * {{السجل سليم، لكن عدد مسارات القضايا التي ليست كما تقول {$problems}. أولها: للمسار "{$matter}" موعد نهائي غير الذي في آخر مدخل له (المدخل {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/entry-missing':
    '.input {$problems :number} .match $problems one {{السجل سليم، لكن قضية ليست كما تقول: المسار "{$matter}" قفز، إذ لا مدخل للخطوة التي قبله (المدخل {$entry :number useGrouping=never}).}} * {{السجل سليم، لكن عدد مسارات القضايا التي ليست كما تقول {$problems}. أولها: المسار "{$matter}" قفز، إذ لا مدخل للخطوة التي قبله (المدخل {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/move-not-in-table':
    '.input {$problems :number} .match $problems one {{السجل سليم، لكن قضية ليست كما تقول: المسار "{$matter}" انتقل انتقالًا لا يسمح به أي جدول (المدخل {$entry :number useGrouping=never}).}} * {{السجل سليم، لكن عدد مسارات القضايا التي ليست كما تقول {$problems}. أولها: المسار "{$matter}" انتقل انتقالًا لا يسمح به أي جدول (المدخل {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/not-in-ledger':
    '.input {$problems :number} .match $problems one {{السجل سليم، لكن قضية ليست كما تقول: المسار "{$matter}" بلا مدخل، ولا بد له من مدخل (المدخل {$entry :number useGrouping=never}).}} * {{السجل سليم، لكن عدد مسارات القضايا التي ليست كما تقول {$problems}. أولها: المسار "{$matter}" بلا مدخل، ولا بد له من مدخل (المدخل {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/state-differs':
    '.input {$problems :number} .match $problems one {{السجل سليم، لكن قضية ليست كما تقول: المسار "{$matter}" في غير الحالة التي يذكرها آخر مدخل له (المدخل {$entry :number useGrouping=never}).}} * {{السجل سليم، لكن عدد مسارات القضايا التي ليست كما تقول {$problems}. أولها: المسار "{$matter}" في غير الحالة التي يذكرها آخر مدخل له (المدخل {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/time-differs':
    '.input {$problems :number} .match $problems one {{السجل سليم، لكن قضية ليست كما تقول: للمسار "{$matter}" وقت غير الذي في السجل، أي أن أحدًا قدّمه أو أخّره (المدخل {$entry :number useGrouping=never}).}} * {{السجل سليم، لكن عدد مسارات القضايا التي ليست كما تقول {$problems}. أولها: للمسار "{$matter}" وقت غير الذي في السجل، أي أن أحدًا قدّمه أو أخّره (المدخل {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/version-differs':
    '.input {$problems :number} .match $problems one {{السجل سليم، لكن قضية ليست كما تقول: المسار "{$matter}" أقدم أو أحدث من آخر مدخل له (المدخل {$entry :number useGrouping=never}).}} * {{السجل سليم، لكن عدد مسارات القضايا التي ليست كما تقول {$problems}. أولها: المسار "{$matter}" أقدم أو أحدث من آخر مدخل له (المدخل {$entry :number useGrouping=never}).}}',
  'OMBUD_E_BREAKER/busy': 'تُحدَّث القواطع الآن بحسب السجل: حاول مرة أخرى.',
  'OMBUD_E_BREAKER/closed': 'قاطع "{$system}" مغلق: ليس هناك ما يُغلق.',
  'OMBUD_E_BREAKER/no-proposal': 'لم يقترح أحد إغلاق قاطع "{$system}": يقترحه شخص، ويغلقه شخص آخر.',
  'OMBUD_E_BREAKER/not-closed': 'قاطع "{$system}" مفتوح من قبل.',
  'OMBUD_E_BREAKER/not-inside':
    'يبقى قاطع "{$system}" مفتوحًا: القرارات أو الأجوبة منذ فتحه (عددها {$counted :number}) لا تبيّن بعد أن الحد {$limit :number} محترم.',
  'OMBUD_E_BREAKER/old-version':
    'الإصدار {$version} من "{$system}" صُرّح به قبل فتح القاطع، أو لم يوافق عليه أحد: سمِّ إصدارًا أحدث وُوفق عليه، أو اذكر ما الذي أُصلح.',
  'OMBUD_E_BREAKER/rule-broken':
    'يبقى قاطع "{$system}" مفتوحًا: قاعدته "{$rule}" ما زالت مخالَفة (القيمة {$value :number}، والنظام يتوقف عند {$limit :number}).',
  'OMBUD_E_BREAKER_RULE/blocks':
    'لن يُفتح القاطع إلا بعد عدد من الكتل قدره {$blocks :number}، ولن يعيش أحد ليرى ذلك. الحد الأقصى {$most :number}.',
  'OMBUD_E_BREAKER_RULE/itself':
    'يقارن القاطع "{$watched}" من "{$column}" بنفسه، فلن يُفتح أبدًا: سمِّ مرجعًا آخر.',
  'OMBUD_E_BREAKER_RULE/no-group':
    '.input {$near.count :number} .match $near.count 0 {{يراقب القاطع "{$column}"، ولا يجوز أن يكون ذلك في أي قرار، فلن يُفتح أبدًا. المجموعات المصرّح بها هي {$groups.list}.}} * {{يراقب القاطع "{$column}"، ولا يجوز أن يكون ذلك في أي قرار، فلن يُفتح أبدًا. هل قصدت {$near.or}؟}}',
  'OMBUD_E_BREAKER_RULE/no-positive':
    'يراقب القاطع نسبة، ولا شيء يقول أي قرار هو الإيجابي، فلن يُفتح أبدًا: صرّح بـ ‹data.decision.positive›.',
  'OMBUD_E_BASELINE/not-a-day': '"{$text}" ليس يومًا: اكتبه هكذا ‹2027-01-31›.',
  'OMBUD_E_BASELINE/other-count':
    'خط الأساس في {$file} يخص تدقيقًا يمثّل فيه الصف عددًا آخر من الأشخاص: بعمود آخر أو بلا عمود. لا يعفي من شيء هنا: اكتب خط أساس لهذا التدقيق.',
  'OMBUD_E_BASELINE/other-decision':
    'خط الأساس في {$file} يخص قرارًا آخر، بعموده أو بما يُعدّ إيجابيًا فيه. لا يعفي من شيء هنا: اكتب خط أساس لهذا التدقيق.',
  'OMBUD_E_BASELINE/other-favourable':
    'خط الأساس في {$file} يخص تدقيقًا لم يُقل فيه عن القرار الإيجابي إنه حسن أو سيئ للشخص كما قيل هنا. لا يعفي من شيء هنا: اكتب خط أساس لهذا التدقيق.',
  'OMBUD_E_BASELINE/other-groups':
    'خط الأساس في {$file} يخص مجموعات أخرى: لا تُدقَّق هنا أي صفة من صفاته كما دُقّقت هناك. لا يعفي من شيء هنا: اكتب خط أساس لهذا التدقيق.',
  'OMBUD_E_BASELINE/other-outcome':
    'خط الأساس في {$file} يخص نتيجة أخرى، بعمودها أو بما يُعدّ إيجابيًا فيها. لا يعفي من شيء هنا: اكتب خط أساس لهذا التدقيق.',
  'OMBUD_E_BASELINE/other-policy':
    'خط الأساس في {$file} يخص سياسة أخرى: لا يُحكم هنا بأي حزمة أو ملف منها. لا يعفي من شيء هنا: اكتب خط أساس لهذا التدقيق.',
  'OMBUD_E_BASELINE/other-system':
    'خط الأساس في {$file} يخص نظامًا آخر. لا يعفي من شيء هنا: اكتب خط أساس لهذا التدقيق.',
  'OMBUD_E_BASELINE/other-weight':
    'خط الأساس في {$file} يخص تدقيقًا للأشخاص فيه أوزان أخرى: بعمود آخر أو بلا عمود. لا يعفي من شيء هنا: اكتب خط أساس لهذا التدقيق.',
  'OMBUD_E_BASELINE/unreadable':
    'تعذّرت قراءة خط الأساس "{$file}"، ولم يُعفَ من شيء: سمِّ الملف الذي كُتب ليكون خط أساس.',
  'OMBUD_E_CANNOT_WRITE/exists': '"{$path}" موجود من قبل، ولم يُكتب فوقه شيء.',
  'OMBUD_E_CANNOT_WRITE/folder': 'لا يمكن كتابة شيء في "{$path}": تعذّر إنشاء المجلد. اختر مكانًا آخر.',
  'OMBUD_E_CANNOT_WRITE/full': 'لا يمكن كتابة شيء في "{$path}": القرص ممتلئ. أفرغ مكانًا، أو اختر مكانًا آخر.',
  'OMBUD_E_CANNOT_WRITE/is-file': '"{$path}" ملف، والتقارير المتعددة تحتاج إلى مجلد. اختر مكانًا آخر.',
  'OMBUD_E_CANNOT_WRITE/not-allowed': 'لا يمكن كتابة شيء في "{$path}": ذلك غير مسموح. اختر مكانًا آخر.',
  'OMBUD_E_CANNOT_WRITE/other': 'لا يمكن كتابة شيء في "{$path}": {$why}. اختر مكانًا آخر.',
  'OMBUD_E_CANNOT_WRITE/part-is-file': 'لا يمكن كتابة شيء في "{$path}": جزء من المسار ملف. اختر مكانًا آخر.',
  'OMBUD_E_CANNOT_WRITE/read-only': 'لا يمكن كتابة شيء في "{$path}": المكان للقراءة فقط. اختر مكانًا آخر.',
  'OMBUD_E_CONNECTION/not-confirmed':
    'يسمّي الدليل سجلًا في {$host}، ولم يُتَّصل به: لا يقول ذلك إلا المظروف. سمِّ السجل بنفسك، على أنه ‹SOURCE›.',
  'OMBUD_E_CONNECTION/untrusted-keys':
    'لا أحد يضمن هذا الدليل: السجل الذي يسمّيه مظروف لا يمكن أن يضمن ذلك المظروف. أعطِ مفتاح التحقق من السجل، أو سمِّ السجل بنفسك، على أنه ‹SOURCE›.',
  'OMBUD_E_RELEASES/backwards':
    'نُشرت من قبل نتيجة عن {$before} من المدخلات، ونشر نتيجة عن {$size} منها يكشف الناس بالطرح. وقّع عند ذلك الحجم أو بعده.',
  'OMBUD_E_RELEASES/other-bins':
    'نُشرت فئات {$column} من قبل على أنها {$bins.list}، وغيرها يكشف الناس بالطرح. استعمل الفئات نفسها.',
  'OMBUD_E_RELEASES/other-decision':
    'نُشرت نتائج هذا النظام بمعنى آخر للقرار أو للنتيجة، والفرق بينهما يكشف الناس. استعمل المعنى نفسه.',
  'OMBUD_E_RELEASES/other-time':
    'نُشرت من قبل نتيجة عن مدة تتداخل مع هذه المدة، والفرق بينهما يكشف الناس. استعمل المدة نفسها، أو مدة لا تتداخل معها.',
  'OMBUD_E_RELEASES/damaged':
    'تعذّرت قراءة ما نُشر في "{$file}": ومن دونه قد يكشف النشر القادم الناس. استعد الملف من نسخة احتياطية.',
  'OMBUD_E_RELEASES/no-file':
    'السجل الذي في قاعدة بيانات يحتاج إلى ملف خاص بما نُشر منه: سمِّ ملفًا، في مكان خاص.',
  'command/OMBUD_E_RELEASES/no-file': 'الخيار هو ‹--releases›.',
  'OMBUD_E_RELEASES/unreadable': 'تعذّرت قراءة ما نُشر في "{$file}": تحقق ممن يجوز له قراءة الملف.',
  'OMBUD_E_DEPLOYMENT_FILES/cannot-read': 'تعذّرت قراءة ملف النشر {$path}: تحقق من اسمه.',
  'OMBUD_E_DEPLOYMENT_FILES/none':
    'لا يوجد ملف نشر في {$paths.list}: سمِّ ملفات ‹YAML› أو ‹JSON› لـ ‹Kubernetes› أو ‹compose›، أو مجلدًا يحوي بعضها.',
  'OMBUD_E_RESULT_FILE/broken':
    'النتيجة "{$file}" ليست كاملة: ما يكتبه التدقيق عند "{$where}" ناقص أو شيء آخر. أعطِ الملف كما كتبه التدقيق.',
  'OMBUD_E_RESULT_FILE/unreadable': 'تعذّرت قراءة النتيجة "{$file}": سمِّ ملف ‹result.json› كتبه تدقيق.',
  'OMBUD_E_EXPLAIN_MODEL/another':
    'نموذج آخر هو الذي قرّر: المدخل {$index} يسمّي ملف النموذج {$expected}، و"{$file}" هو {$found}. أعطِ الملف الذي قرّر.',
  'OMBUD_E_EXPLAIN_MODEL/not-named':
    'المدخل {$index} لا يسمّي ملف النموذج الذي قرّر، فلا أحد يستطيع أن يقول إنه هذا: سجّل القرارات مع بصمة نموذجها.',
  'OMBUD_E_EXPLAIN_USAGE/bad-row': 'تعذّرت قراءة السطر {$line} من "{$file}": أصلحه، أو احذفه.',
  'OMBUD_E_EXPLAIN_USAGE/entry-needs-ledger':
    'المدخل يكون في سجل، و"{$source}" ليس سجلًا: اكتب ‹ledger:DIR#SYSTEM›، أو سمِّ صفًا.',
  'OMBUD_E_EXPLAIN_USAGE/no-cutoff':
    'النموذج يعطي درجة لا احتمالًا، ولم يقل أحد عند أي درجة يتغير القرار. صرّح بـ ‹explain.cutoff›.',
  'OMBUD_E_EXPLAIN_USAGE/group-needs-table':
    'سبل التغيير حسب المجموعة تُقاس على جدول من الأشخاص، و"{$source}" سجل: صدّر القرارات، أو سمِّ ملفًا.',
  'OMBUD_E_EXPLAIN_USAGE/ledger-needs-entry': '"{$source}" سجل: اذكر أي مدخل منه يُراد شرحه.',
  'OMBUD_E_EXPLAIN_USAGE/no-model': 'تعذّرت قراءة ملف النموذج "{$file}": تحقق من اسمه.',
  'OMBUD_E_EXPLAIN_USAGE/no-output': 'ليس للنموذج صنف "{$output}" ليُشرح: له {$outputs.list}.',
  'OMBUD_E_EXPLAIN_USAGE/no-recourse-rules':
    'لا شيء في "{$file}" يقول ما الذي يستطيع الناس تغييره: صرّح به تحت ‹explain.recourse›.',
  'OMBUD_E_EXPLAIN_USAGE/no-rows': 'لا أحد في "{$file}".',
  'OMBUD_E_EXPLAIN_USAGE/cutoff-beyond':
    'حد الفصل {$cutoff :number} ليس احتمالًا، والاحتمال يقع بين 0 و1: صرّح بقيمة أخرى في ‹explain.cutoff›، أو بـ ‹explain.scale: raw›.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-protected':
    '.input {$near.count :number} .match $near.count 0 {{العمود المحمي "{$column}" ليس في النموذج ولا في البيانات، فلن يحمي أحدًا.}} * {{العمود المحمي "{$column}" ليس في النموذج ولا في البيانات، فلن يحمي أحدًا. هل قصدت {$near.or}؟}}',
  'OMBUD_E_EXPLAIN_USAGE/plan-untellable':
    'لا يجوز إخبار الشخص بـ "{$column}" ولا القرار بناءً عليه، فلا يجوز لأي خطة أن تغيّره: أخرجه مما يستطيع الناس تغييره.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-column': 'ليس في "{$source}" عمود "{$column}" يُعثر به على شخص.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-decision':
    'المدخل {$index} من "{$source}" ليس قرارًا لهذا النظام يمكن قراءته: تحقق من الرقم، أو هل مُحي.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-row': 'ليس في "{$source}" الصف {$row}: صفوفه من 1 إلى {$rows :number}.',
  'OMBUD_E_EXPLAIN_USAGE/not-one-row':
    'حيث "{$column}" يساوي "{$value}" يجب أن يكون هناك شخص واحد، والعدد {$rows :number}: سمِّ صفًا، أو عمودًا آخر.',
  'OMBUD_E_EXPLAIN_USAGE/remote-needs-inputs': 'الخادم لا يقول ماذا يقرأ: صرّح بأعمدته وأنواعها تحت ‹inputs›.',
  'OMBUD_E_EXPLAIN_USAGE/which-row':
    'عدد الأشخاص في "{$source}" هو {$rows :number}: اذكر أيهم يُراد شرحه، بصفّه أو بقيمة.',
  'OMBUD_E_LEDGER_INPUT/cannot-export': 'تعذّرت كتابة {$file}: تحقق من أن مجلده موجود وتمكن الكتابة فيه.',
  'OMBUD_E_LEDGER_INPUT/no-rows': 'لا صفوف في {$file}: لم يُسجَّل شيء.',
  'OMBUD_E_LEDGER_INPUT/not-a-payload': 'هذه ليست حمولة مع ملحها: أعطِ الملف الذي جاء مع الإيصال.',
  'OMBUD_E_LEDGER_INPUT/rows-refused':
    'عدد الصفوف المرفوضة من {$file}: {$refused} من {$all}؛ وسُجّل الباقي وعدده {$accepted}.',
  'OMBUD_E_LEDGER_NOBODY/no-payload':
    'المدخل {$index :number useGrouping=never} بلا حمولة (أو لم تعد له): مُحيت أو لم تكن له قط.',
  'OMBUD_E_LEDGER_USAGE/erase-at-server':
    'يحفظ خادم أسماء الناس ورسائلهم وأقوالهم بجانب السجل {$location}: امحُ هناك، حيث يُمحى كل ذلك معًا.',
  'OMBUD_E_LEDGER_USAGE/export-format':
    'الاسم {$file} لا يقول كيف يُكتب: استعمل اسمًا ينتهي بـ {$endings.list}.',
  'OMBUD_E_LEDGER_USAGE/no-entry': 'هذا الإيصال لا يحوي مدخله: أعطِ المدخل أيضًا.',
  'OMBUD_E_LEDGER_USAGE/no-key': 'يُتحقق من الإيصال بمفتاح سجله: أعطِ مفتاح التحقق.',
  'OMBUD_E_LEDGER_USAGE/no-tree-for-audit':
    'عدد مدخلات الإيصال {$receipt} وعدد مدخلات التدقيق {$audit}: أعطِ السجل المنشور أيضًا، لتبيّن أنهما سجل واحد.',
  'OMBUD_E_LEDGER_USAGE/no-tree-for-growth': 'يُتحقق من النمو من السجل المنشور: أعطِ مجلده أو عنوانه.',
  'OMBUD_E_LEDGER_USAGE/not-loopback':
    'قد يصل آخرون إلى الشاهد على {$host}: ضع خادم ويب بـ ‹TLS› أمام ‹127.0.0.1›، أو قل إنك تقصد ذلك.',
  'OMBUD_E_LEDGER_USAGE/whom-to-erase': 'اذكر من يُمحى، أو كم يجب أن يكون عمر ما يُمحى.',
  'OMBUD_E_LEDGER_WITNESS/cannot-listen': 'لا يمكن الاستماع على ‹{$host}:{$port}›: اختر منفذًا آخر.',
  'OMBUD_E_NO_INCIDENT/audit':
    '.input {$near.count :number} .match $near.count 0 {{لا يوجد تدقيق "{$name}". الموجود: {$all.list}.}} * {{لا يوجد تدقيق "{$name}". هل قصدت {$near.or}؟}}',
  'OMBUD_E_NO_INCIDENT/incident':
    '.input {$near.count :number} .match $near.count 0 {{لا توجد واقعة "{$name}". الموجود: {$all.list}.}} * {{لا توجد واقعة "{$name}". هل قصدت {$near.or}؟}}',
  'OMBUD_E_SAME_PERSON/closing': 'أنت من اقترح إغلاق "{$system}"، فيجب أن يغلقه شخص آخر.',
  'OMBUD_E_SAME_PERSON/rule':
    'أنت من صرّح بما كان "{$system}" يقرّر به حين أُوقف أو وافق عليه، فيجب أن يعيد تشغيله آخرون.',
  'OMBUD_E_SAME_PERSON/declared':
    'من صرّح بالإصدار {$version} من "{$system}" لا يوافق عليه: يجب أن يوافق عليه شخص آخر.',
  'OMBUD_E_STATE/newer':
    'جداول "{$capability}" بجانب السجل من إصدار أحدث من ‹Ombud›: استعمل ذلك الإصدار، أو ارجع بها أولًا.',
  'OMBUD_E_STATE/no-migration': 'ليس لـ "{$capability}" ترحيل "{$name}": له {$names.list}.',
  'OMBUD_E_STATE_USE/changes-while-reading':
    'نُفّذت عبارة تغيّر شيئًا حيث لا يُسمح إلا بالقراءة. هذا خلل في البرنامج.',
  'OMBUD_E_STATE_USE/name-taken':
    'الجدول "{$table}" من "{$capability}" له اسم جدول آخر. هذا خلل في البرنامج.',
  'OMBUD_E_SYSTEM/no-version': 'ليس للنظام "{$system}" الإصدار {$version}.',
  'OMBUD_E_SYSTEM/not-declared': 'لا يوجد نظام "{$system}": صرّح به أولًا.',
  'OMBUD_E_SYSTEM_STATE/approved-already': 'الإصدار {$version} من "{$system}" وُوفق عليه من قبل.',
  'OMBUD_E_SYSTEM_STATE/retired': 'الإصدار {$version} من "{$system}" سُحب من قبل.',
  'OMBUD_E_SYSTEM_STATE/same-declaration': 'الإصدار {$version} من "{$system}" يقول الشيء نفسه: لم يُصرَّح بشيء.',
  'OMBUD_E_VERIFY_NOT_COUNTED/by-person':
    'لم يُعدّ القرار في تدقيق أول المدخلات (عددها {$size}): اتخذه شخص بدلًا من النظام.',
  'OMBUD_E_VERIFY_NOT_COUNTED/by-system':
    'لم يُعدّ القرار في تدقيق أول المدخلات (عددها {$size}): كان التدقيق عن قرارات اتخذها أشخاص، وهذا القرار اتخذه النظام.',
  'OMBUD_E_VERIFY_NOT_COUNTED/erased': 'لم يُعدّ القرار في تدقيق أول المدخلات (عددها {$size}): كان قد مُحي.',
  'OMBUD_E_VERIFY_NOT_COUNTED/not-covered':
    'لم يُعدّ القرار في تدقيق أول المدخلات (عددها {$size}): لا يقول التدقيق لماذا.',
  'OMBUD_E_VERIFY_NOT_COUNTED/other-kind': 'لم يُعدّ المدخل في تدقيق أول المدخلات (عددها {$size}): ليس قرارًا.',
  'OMBUD_E_VERIFY_NOT_COUNTED/other-system':
    'لم يُعدّ المدخل في تدقيق أول المدخلات (عددها {$size}): يخص نظامًا آخر.',
  'OMBUD_E_VERIFY_NOT_COUNTED/other-time':
    'لم يُعدّ القرار في تدقيق أول المدخلات (عددها {$size}): هو من غير المدة التي يخصها التدقيق.',
  'OMBUD_E_VERIFY_NOT_COUNTED/recorded-later':
    'لم يُعدّ القرار في تدقيق أول المدخلات (عددها {$size}): سُجّل بعد التدقيق.',
  'OMBUD_E_VERIFY_NOT_COUNTED/not-shadow':
    'لم يُعدّ القرار في تدقيق أول المدخلات (عددها {$size}): كان التدقيق عن قرارات بلا أثر، وكان لهذا القرار أثر.',
  'OMBUD_E_VERIFY_NOT_COUNTED/shadow':
    'لم يُعدّ القرار في تدقيق أول المدخلات (عددها {$size}): لم يكن له أثر، لأنه اتُّخذ في ظل قرار آخر.',
  'OMBUD_E_VERIFY_NOT_COUNTED/unreadable':
    'لم يُعدّ القرار في تدقيق أول المدخلات (عددها {$size}): تعذّرت قراءته.',
  'OMBUD_E_VERIFY_REPORT/differs': 'الصفحة ليست التي يعطيها هذا الدليل: غيّرها أحد، أو هي تعرض تدقيقًا آخر.',
  'OMBUD_E_VERIFY_REPORT/no-report': 'الصفحة ليست تقريرًا من ‹Ombud›.',
  'OMBUD_E_VERIFY_PAYLOAD/not-recorded': 'الحمولة ليست التي سُجّلت.',
  'row/attribute-not-declared':
    '.input {$near.count :number} .match $near.count 0 {{لم يُصرَّح بصفته "{$name}"}} * {{لم يُصرَّح بصفته "{$name}"؛ هل قصدت {$near.or}؟}}',
  'row/input-missing': 'مُدخله "{$name}" ناقص؛ و‹null› تعني أنه غير معروف',
  'row/input-not-declared':
    '.input {$near.count :number} .match $near.count 0 {{لم يُصرَّح بمُدخله "{$name}"}} * {{لم يُصرَّح بمُدخله "{$name}"؛ هل قصدت {$near.or}؟}}',
  'row/input-type': 'مُدخله "{$name}" ليس من النوع المصرّح به، {$type}',
  'row/no-version': 'ليس لنظامه الإصدار {$version}',
  'row/unfit-member': 'عضوه "{$member}" ناقص أو لا يمكن استعماله',
  'row/unknown-member': 'عضوه "{$member}" غير معروف',
  'row/empty': '{$part} فيه ("{$column}") فارغ',
  'row/no-column': 'ليس فيه عمود "{$column}"',
  'row/no-such-decision': 'لم يُسجَّل قرار لهذا النظام عن "{$value}" ("{$column}")',
  'row/not-a-number': 'درجته ("{$column}") ليست رقمًا',
  'row/not-a-single-value': '"{$column}" ليست قيمة واحدة',
  'row/not-a-time': 'وقته ("{$column}") ليس تاريخًا أو وقتًا مثل ‹2026-11-22T03:49:31Z›',
  'row/other-person': 'المدخل {$index :number useGrouping=never} قرار عن شخص غير "{$value}"',
  'row/recorded-otherwise':
    'سُجّل هذا السطر من الملف من قبل على أنه المدخل {$index :string}، بأعمدة أخرى أو بنموذج آخر؛ لتسجيله مرة أخرى سمِّ عمود مفاتيح كلها جديدة (‹--key›)',
  'row/several-decisions': 'عدد القرارات عن "{$value}" ("{$column}") هو {$decisions}: سمِّ القرار برقم مدخله',
};
