import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/table`, in Arabic. */
export const table: Catalogue = {
  'OMBUD_E_NO_SOURCE/empty-folder':
    'المصدر "{$source}" لا يحوي ملف بيانات. تحقق من المسار؛ وضع الأنماط بين علامتي اقتباس مثل ‹"data/*.csv"›.',
  'OMBUD_E_NO_SOURCE/no-file':
    'المصدر "{$source}" غير موجود. تحقق من المسار؛ وضع الأنماط بين علامتي اقتباس مثل ‹"data/*.csv"›.',
  'OMBUD_E_NO_SOURCE/no-system': '"{$source}" لا يسمّي سجلًا ونظامًا. اكتب ‹ledger:DIR#SYSTEM›.',
  'OMBUD_E_SOURCE_FORMAT/mixed':
    'يخلط المصدر "{$source}" ملفات بصيغ مختلفة. وجّه ‹Ombud› إلى ملفات بصيغة واحدة، مثلًا ‹"data/*.parquet"›.',
  'OMBUD_E_SOURCE_FORMAT/unknown':
    'لا تُعرف صيغة "{$file}" من اسمه. استعمل ‹.csv› أو ‹.tsv› أو ‹.txt› أو ‹.parquet› أو ‹.json› أو ‹.ndjson› أو ‹.jsonl› (وكذلك ‹.gz›)، أو مجلدًا منها.',
  'OMBUD_E_UNREADABLE/cut-short': 'تعذّرت قراءة "{$file}" إلى نهايته: هو تالف أو مقطوع. اكتبه من جديد.',
  'OMBUD_E_UNREADABLE/failed': 'تعذّرت قراءة "{$file}" ({$why}). أصلح الملف أو صدّره من جديد، ثم أعد التشغيل.',
  'OMBUD_E_UNREADABLE/json':
    'في "{$file}" نص ‹JSON› غير سليم في السطر أو القيمة {$line}. أصلح الملف أو صدّره من جديد، ثم أعد التشغيل.',
  'OMBUD_E_UNREADABLE/line':
    'لا يُقرأ السطر {$line} من "{$file}" نصًا مفصولًا بفواصل. أصلح الملف أو صدّره من جديد، ثم أعد التشغيل.',
  'OMBUD_E_UNREADABLE/line-ends':
    'يخلط "{$file}" نهايات الأسطر، أو ليس نصًا مفصولًا بفواصل. أصلح الملف أو صدّره من جديد، ثم أعد التشغيل.',
  'OMBUD_E_UNREADABLE/line-ends-cr':
    'تنتهي أسطر "{$file}" بمحرف الرجوع (‹CR›) وحده، فيُقرأ كأنه سطر واحد. احفظه بنهايات الأسطر ‹LF› أو ‹CRLF›، ثم أعد التشغيل.',
  'OMBUD_E_UNREADABLE/not-text':
    '"{$file}" ليس نصًا: محتواه من نوع {$format}. أعطِ اسمه لاحقة ما هو عليه، أو احفظه بصيغة ‹CSV›، ثم أعد التشغيل.',
  'OMBUD_E_UNREADABLE/other-columns':
    'في "{$file}" أعمدة غير التي في "{$first}". دقّق الملفات ذات الأعمدة الواحدة معًا، وغيرها وحدها.',
  'OMBUD_E_UNREADABLE/parquet':
    '"{$file}" ليس ملف ‹Parquet› كاملًا ({$why}). أصلح الملف أو صدّره من جديد، ثم أعد التشغيل.',
  'OMBUD_E_UNREADABLE/same-but-for-case':
    'الأعمدة {$columns.list} من "{$file}" لا تختلف إلا في الحروف الكبيرة، فلا أحد يستطيع أن يقول أيها المقصود. أعطِ كل عمود اسمًا خاصًا به، ثم أعد التشغيل.',
  'OMBUD_E_RAGGED_LINE/columns':
    'عدد القيم في السطر {$line} من "{$file}" هو {$found}، وفي سطر العناوين {$expected}. أصلح ذلك السطر، أو ضع القيمة التي فيها الفاصل بين علامتي اقتباس.',
  'OMBUD_E_RAGGED_LINE/quote':
    'يفتح السطر {$line} من "{$file}" علامة اقتباس لا تُغلق. أغلقها، ثم أعد التشغيل.',
  'OMBUD_E_RAGGED_LINE/row':
    'عدد القيم في الصف {$row} من الجدول هو {$found}، وعدد أعمدة الجدول {$expected}. أعطِ كل صف قيمة لكل عمود.',
  'OMBUD_E_ENCODING/not-utf-8': '"{$file}" ليس نصًا بترميز ‹UTF-8›. احفظ الملف بترميز ‹UTF-8›، أو سمِّ ترميزه.',
  'OMBUD_E_ENCODING/not-utf-8-line':
    '"{$file}"، السطر {$line}، ليس نصًا بترميز ‹UTF-8›. احفظ الملف بترميز ‹UTF-8›، أو سمِّ ترميزه.',
  'OMBUD_E_ENCODING/unknown': 'الترميز "{$encoding}" غير معروف. استعمل ‹utf-8› أو ‹utf-16› أو ‹latin-1›.',
  'command/OMBUD_E_ENCODING/not-utf-8': 'مثلًا ‹--encoding latin-1›.',
  'command/OMBUD_E_ENCODING/not-utf-8-line': 'مثلًا ‹--encoding latin-1›.',
  'OMBUD_E_NO_ROWS/empty-file': '"{$file}" فارغ. وجّه ‹Ombud› إلى ملف يحوي قرارات.',
  'OMBUD_E_NO_ROWS/no-decision':
    'ليس في السجل {$location} قرار للنظام "{$system}" يمكن قراءته. تحقق من الاسم بعد ‹#›.',
  'OMBUD_E_NO_ROWS/no-people': 'ليس في السجل {$location} قرار للنظام "{$system}" اتخذه شخص ويمكن قراءته.',
  'OMBUD_E_NO_ROWS/only-people':
    'ليس في السجل {$location} قرار اتخذه النظام "{$system}" نفسه ويمكن قراءته: قرّر أشخاص. تدقيق مثل هذه القرارات يجب أن يُطلب.',
  'OMBUD_E_NO_ROWS/no-shadow':
    'ليس في السجل {$location} قرار بلا أثر للنظام "{$system}" يمكن قراءته: قراراته عن أشخاص.',
  'OMBUD_E_NO_ROWS/only-shadow':
    'ليس في السجل {$location} قرار للنظام "{$system}" كان له أثر ويمكن قراءته: لم يقرّر إلا في الظل. تدقيق مثل هذه القرارات يجب أن يُطلب.',
  'OMBUD_E_NO_ROWS/no-rows': 'للمصدر "{$source}" أعمدة وليس فيه صفوف. وجّه ‹Ombud› إلى ملف يحوي قرارات.',
  'OMBUD_E_BAD_WINDOW/empty': 'لا شيء يقع من {$from} فصاعدًا وقبل {$to}. سمِّ بداية قبل النهاية.',
  'OMBUD_E_BAD_WINDOW/no-time': 'طُلبت مدة، ولم يقل أحد أي عمود يحوي وقت القرار. سمِّه.',
  'command/OMBUD_E_BAD_WINDOW/no-time': 'مثلًا ‹--time decided_at›.',
  'OMBUD_E_BAD_WINDOW/nobody':
    'لا شيء في العمود "{$column}" يقع من {$from} فصاعدًا وقبل {$to}: قبله {$before :number}، وبعده {$after :number}، وبلا وقت يمكن قراءته {$undated :number}.',
  'OMBUD_E_BAD_WINDOW/within-second': 'الوقت "{$text}" يقع داخل ثانية. أعطِ ثواني كاملة.',
  'OMBUD_E_NO_ROWS/no-value': 'العمود "{$column}" (دوره: {$role}) لا يحوي أي قيمة. اختر عمودًا مملوءًا.',
  'OMBUD_E_DATABASE/failed':
    'لم تستطع قاعدة بيانات "{$location}" أن تجيب ({$state}). لم يُعدّ شيء. وفي سجلها المزيد.',
  'OMBUD_E_DATABASE/lost':
    'انقطع الاتصال بقاعدة بيانات "{$location}" قبل أن تجيب. لم يُعدّ شيء. حاول مرة أخرى.',
  'OMBUD_E_DATABASE/not-trino':
    'ما يجيب على "{$location}" لا يتكلم بروتوكول ‹Trino›. تحقق من المضيف والمنفذ، وهل يحتاج إلى ‹?tls=true›.',
  'OMBUD_E_DATABASE/refused':
    'رفضت قاعدة بيانات "{$location}" ({$state}): المستخدم، أو كلمة المرور، أو حق قراءة الجدول. تُقرأ كلمة المرور من ‹PGPASSWORD› أو ‹OMBUD_TRINO_PASSWORD›.',
  'OMBUD_E_DATABASE/unreachable':
    'لا تجيب أي قاعدة بيانات على "{$location}". تحقق من المضيف والمنفذ، ومن أنها تعمل.',
  'OMBUD_E_DATABASE/untrusted':
    'لا يضمن شهادة "{$location}" أحد يثق به هذا الجهاز، فلم يُسأل عن شيء. سمِّ الجهة المصدّرة في ‹NODE_EXTRA_CA_CERTS›، أو لـ ‹PostgreSQL› في ‹sslrootcert›.',
  'OMBUD_E_DATABASE/worker-lost':
    'فُقد جهاز من مجموعة أجهزة "{$location}" وهو يعدّ ({$state}). لم يُعدّ شيء. حاول مرة أخرى.',
  'OMBUD_E_DATABASE_LOCATION/malformed':
    '"{$location}" ليس مكان جدول. اكتب ‹postgres://USER@HOST/DATABASE#TABLE› أو ‹trino://USER@HOST:PORT/CATALOG/SCHEMA/TABLE›.',
  'OMBUD_E_DATABASE_LOCATION/needs-tls':
    'لا تُرسل كلمة المرور إلى "{$location}" بلا تعمية. أضف ‹?tls=true›، أو أزل ‹OMBUD_TRINO_PASSWORD› من البيئة.',
  'OMBUD_E_DATABASE_LOCATION/no-table':
    '"{$location}" لا يسمّي جدولًا. اكتب ‹postgres://USER@HOST/DATABASE#TABLE› أو ‹trino://USER@HOST:PORT/CATALOG/SCHEMA/TABLE›.',
  'OMBUD_E_DATABASE_LOCATION/not-here': '"{$location}" جدول في قاعدة بيانات، والمطلوب هنا ملف.',
  'OMBUD_E_DATABASE_LOCATION/password':
    'كُتب المكان "{$location}" مع كلمة مرور، والأماكن تُذكر في النتائج والتقارير. أعطِ كلمة المرور في البيئة على أنها ‹PGPASSWORD› أو ‹OMBUD_TRINO_PASSWORD›، وغيّرها إن رآها آخرون.',
  'OMBUD_E_DATABASE_LOCATION/setting':
    'في المكان "{$location}" إعداد غير معروف هنا. المعروف: {$allowed.list}.',
  'OMBUD_E_DATABASE_LOCATION/unknown-table':
    'لا يوجد جدول "{$table}" في "{$location}"، أو لا تجوز رؤيته. تُؤخذ الأسماء كما كُتبت، بحروفها الكبيرة والصغيرة.',
  'OMBUD_E_UNKNOWN_COLUMN/no-column':
    '.input {$near.count :number} .match $near.count 0 {{لا يوجد عمود "{$column}" (دوره: {$role}). الأعمدة هي: {$columns.list}.}} * {{لا يوجد عمود "{$column}" (دوره: {$role}). هل قصدت {$near.or}؟}}',
  'OMBUD_E_MISSING_ROLE/not-named':
    '.input {$roles.count :number} .input {$more :number} .match $roles.count $more one 0 {{ينقص الدور: {$roles}؛ أعمدة "{$source}" هي: {$columns.list}.}} one * {{ينقص الدور: {$roles}؛ أعمدة "{$source}" هي: {$columns.list}، وغيرها (عددها {$more}).}} two 0 {{ينقص الدوران: {$roles}؛ أعمدة "{$source}" هي: {$columns.list}.}} two * {{ينقص الدوران: {$roles}؛ أعمدة "{$source}" هي: {$columns.list}، وغيرها (عددها {$more}).}} * 0 {{تنقص الأدوار: {$roles}؛ أعمدة "{$source}" هي: {$columns.list}.}} * * {{تنقص الأدوار: {$roles}؛ أعمدة "{$source}" هي: {$columns.list}، وغيرها (عددها {$more}).}}',
  'command/OMBUD_E_MISSING_ROLE/not-named':
    'سمِّ العمود بخيار (‹--decision› أو ‹--groups›)، أو شغّل "‹ombud init›" ليقترح الأدوار.',
  'OMBUD_E_ROLE_CONFLICT/counts':
    'ليس في البيانات المعدودة أفراد، فدور العدد ودور {$role} لا يجتمعان. احذف أحدهما.',
  'OMBUD_E_ROLE_CONFLICT/memory':
    'جدول الأعداد الذي في الذاكرة ليس له عمود لهذا الدور: {$role}. احذف الدور، أو دقّق ملفًا فيه كل قرار وحده.',
  'OMBUD_E_ROLE_CONFLICT/two-roles':
    'سُمّي العمود "{$column}" لدورين: {$role} و{$otherRole}. أعطِ كل عمود دورًا واحدًا.',
  'OMBUD_E_NOT_BINARY/many':
    '.input {$more :number} .match $more 0 {{عدد قيم العمود "{$column}" (دوره: {$role}) هو {$number :number}، ولم تُسمَّ منها قيمة إيجابية: {$values.list}. اذكر أي القيم إيجابية.}} * {{عدد قيم العمود "{$column}" (دوره: {$role}) هو {$number :number}، ولم تُسمَّ منها قيمة إيجابية: {$values.list}، وغيرها (عددها {$more}). اذكر أي القيم إيجابية.}}',
  'OMBUD_E_NOT_A_NUMBER/no-number':
    'يجب أن يكون هذا الدور رقمًا: {$role}. والعمود "{$column}" بلا أرقام: فيه نصوص مثل "{$value}". سمِّ عمود أرقام.',
  'OMBUD_E_NOT_BINARY/no-number':
    'العمود "{$column}" (دوره: {$role}) بلا أرقام، فلا يمكن قراءة "{$condition}" لأحد. سمِّ القيم الإيجابية.',
  'OMBUD_E_NOT_BINARY/not-plain':
    'ليس واضحًا أي قيم العمود "{$column}" (دوره: {$role}) إيجابية: {$values.list}. اذكر أي القيم إيجابية.',
  'command/OMBUD_E_NOT_BINARY/many': 'مثلًا ‹--{$flag} {$example}›.',
  'command/OMBUD_E_NOT_BINARY/not-plain': 'مثلًا ‹--{$flag} {$example}›.',
  'OMBUD_E_NO_SUCH_VALUE/no-value':
    '.input {$near.count :number} .input {$more :number} .match $near.count $more 0 0 {{ليس في العمود "{$column}" (دوره: {$role}) قيمة "{$value}"؛ فيه {$values.list}. استعمل قيمة مما في العمود.}} 0 * {{ليس في العمود "{$column}" (دوره: {$role}) قيمة "{$value}"؛ فيه {$values.list}، وغيرها (عددها {$more}). استعمل قيمة مما في العمود.}} * 0 {{ليس في العمود "{$column}" (دوره: {$role}) قيمة "{$value}"؛ فيه {$values.list}. هل قصدت {$near.or}؟}} * * {{ليس في العمود "{$column}" (دوره: {$role}) قيمة "{$value}"؛ فيه {$values.list}، وغيرها (عددها {$more}). هل قصدت {$near.or}؟}}',
  'OMBUD_E_ONE_GROUP/no-value':
    'عمود المجموعة "{$column}" لا يحوي أي قيمة. اختر عمودًا فيه مجموعتان من الأشخاص على الأقل.',
  'OMBUD_E_ONE_GROUP/one-group':
    'في عمود المجموعة "{$column}" مجموعة واحدة فقط، "{$value}"، فلا أحد يُقارَن به. اختر عمودًا فيه مجموعتان من الأشخاص على الأقل.',
  'OMBUD_E_TOO_MANY_GROUPS/cells':
    'عدد الخلايا المختلفة من المجموعات والطبقات معًا أكثر من {$most :number}. اختر أعمدة قيمها أقل، أو قسّم عمودًا رقميًا إلى فئات.',
  'OMBUD_E_TOO_MANY_GROUPS/decision-values':
    '.input {$found :number} .match $found 0 {{عدد القيم المختلفة في العمود "{$column}" (دوره: {$role}) أكثر من {$most :number}؛ ويُعرض منها على الأكثر {$most :number}. اذكر شرطًا على الرقم، مثل 10 أو أكثر.}} * {{عدد القيم المختلفة في العمود "{$column}" (دوره: {$role}) هو {$found}؛ ويُعرض منها على الأكثر {$most :number}. اذكر شرطًا على الرقم، مثل 10 أو أكثر.}}',
  'OMBUD_E_TOO_MANY_GROUPS/values':
    '.input {$found :number} .match $found 0 {{عدد القيم المختلفة في العمود "{$column}" (دوره: {$role}) أكثر من {$most :number}؛ ويُعرض منها على الأكثر {$most :number}. اختر عمودًا قيمه أقل، أو قسّم عمودًا رقميًا إلى فئات.}} * {{عدد القيم المختلفة في العمود "{$column}" (دوره: {$role}) هو {$found}؛ ويُعرض منها على الأكثر {$most :number}. اختر عمودًا قيمه أقل، أو قسّم عمودًا رقميًا إلى فئات.}}',
  'command/OMBUD_E_TOO_MANY_GROUPS/decision-values': 'مثلًا ‹--{$flag} {$example}›.',
  'OMBUD_E_BAD_COUNT/negative':
    'في عمود العدد "{$column}" قيمة سالبة، {$value}. يجب أن تكون الأعداد صحيحة لا تقل عن صفر.',
  'OMBUD_E_BAD_COUNT/not-number':
    'في عمود العدد "{$column}" قيمة ليست رقمًا. يجب أن تكون الأعداد صحيحة لا تقل عن صفر.',
  'OMBUD_E_BAD_COUNT/too-large':
    'مجموع أعداد "{$column}" أكثر من ‹2^53›، ولا يكون بعده أي عدد صحيح دقيقًا. عُدّ بالآلاف.',
  'OMBUD_E_BAD_COUNT/not-whole':
    'في عمود العدد "{$column}" قيمة ليست عددًا صحيحًا. يجب أن تكون الأعداد صحيحة لا تقل عن صفر.',
  'OMBUD_E_BAD_WEIGHT/negative':
    'في عمود الوزن "{$column}" قيمة سالبة، {$value}. يجب أن تكون الأوزان أرقامًا لا تقل عن صفر.',
  'OMBUD_E_BAD_WEIGHT/not-number':
    'في عمود الوزن "{$column}" قيمة ليست رقمًا. يجب أن تكون الأوزان أرقامًا لا تقل عن صفر.',
  'OMBUD_E_BAD_WEIGHT/too-large':
    'في عمود الوزن "{$column}" قيمة كبيرة إلى حد أن مربعها يتجاوز كل الأرقام، {$value}. اقسم كل الأوزان على رقم واحد: لا تهم إلا نسبها.',
  'OMBUD_E_BAD_WEIGHT/too-small':
    'كل أوزان "{$column}" صغيرة إلى حد أن مربعاتها صفر، وأكبرها {$value}. اضرب كل الأوزان في رقم واحد: لا تهم إلا نسبها.',
  'OMBUD_E_NOT_A_NUMBER/too-large':
    'في "{$column}" قيمة كبيرة إلى حد أن مربعها يتجاوز كل الأرقام، {$value}. استخدم وحدة أكبر، أو سمّ القيمة ناقصة إن كانت تعني لا شيء.',
  'OMBUD_E_BAD_BINS/not-increasing':
    'فئات "{$column}" ليست أرقامًا متزايدة. الفئات أرقام متزايدة، مثلًا ‹25, 40, 65›.',
  'OMBUD_E_ENGINE/failed':
    'فشل المحرك على "{$file}" ({$why}). يبدو أن هذا خطأ منا: أبلغنا به من فضلك مع الأمر الذي شغّلته.',
  'row/columns': 'عدد القيم فيه {$found}، وعدد أعمدة سطر العناوين {$expected}',
  'row/key-twice': 'فيه مفتاح مذكور مرتين',
  'row/not-json': 'ليس ‹JSON› صالحًا',
  'row/not-object': 'ليس كائن ‹JSON›',
  'row/not-utf-8': 'ليس نصًا بترميز ‹UTF-8›',
  'row/quotes': 'علامات الاقتباس فيه غير متوافقة',
  'row/unsafe-name': 'فيه عضو اسمه "‹__proto__›"، ولا يمكن حفظه',
  'row/too-deep': 'عدد مستويات تداخله أكثر من {$most :number}',
  'role/count': 'العدد',
  'role/decision': 'القرار',
  'role/group': 'المجموعة',
  'role/groups': 'المجموعات',
  'role/model': 'النموذج',
  'role/outcome': 'النتيجة',
  'role/population': 'السكان',
  'role/score': 'الدرجة',
  'role/strata': 'الطبقات',
  'role/stratum': 'الطبقة',
  'role/subject': 'الشخص',
  'role/system': 'النظام',
  'role/time': 'الوقت',
  'role/weight': 'الوزن',
  'role/need': 'الحاجة',
  'role/search': 'البحث',
};
