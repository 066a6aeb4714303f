import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/ledger`, in Arabic. */
export const ledger: Catalogue = {
  'OMBUD_E_LEDGER_NOT_FOUND/no-ledger': 'لا يوجد سجل في {$location}: تحقق من المكان، أو أنشئ سجلًا هناك أولًا.',
  'OMBUD_E_LEDGER_EXISTS/database':
    'يوجد سجل في {$location} من قبل: لا يُنشأ السجل من جديد. اختر قاعدة بيانات أخرى.',
  'OMBUD_E_LEDGER_EXISTS/folder': 'يوجد سجل في {$location} من قبل: لا يُنشأ السجل من جديد. اختر مجلدًا آخر.',
  'OMBUD_E_LEDGER_LOCATION/neither-folder-nor-url':
    '"{$location}" ليس سجلًا: أعطِ مجلدًا أو عنوان ‹postgres://›.',
  'OMBUD_E_LEDGER_LOCATION/postgres-url': 'تعذّرت قراءة عنوان السجل ‹postgres://›.',
  'OMBUD_E_LEDGER_COPY/failed': 'فشل {$program} على {$location}: {$why}',
  'OMBUD_E_LEDGER_COPY/no-program':
    '{$program} ليس هنا: ثبّت برامج العميل من ‹PostgreSQL›، بإصدار الخادم أو أحدث.',
  'OMBUD_E_LEDGER_LOCKED/another-writer':
    'السجل {$location} مفتوح للكتابة في عملية أخرى؛ وللسجل كاتب واحد. أوقف الأخرى، أو انتظر حتى تنتهي.',
  'OMBUD_E_LEDGER_LOCKED/busy': 'تكتب عملية أخرى في السجل {$location}: حاول مرة أخرى حين تنتهي.',
  'OMBUD_E_LEDGER_LOCKED/reader-holds-erased':
    'تقرأ عملية أخرى السجل {$location}، فالبيانات الممحوة ما زالت في سجل الكتابة المسبقة: أغلق تلك العملية، ثم أعد المحو.',
  'OMBUD_E_LEDGER_READ_ONLY/folder':
    'لا تمكن الكتابة في السجل {$location}: تحقق من أن هذا المستخدم يجوز له الكتابة في مجلده.',
  'OMBUD_E_LEDGER_READ_ONLY/new-folder':
    'تعذّر إنشاء المجلد {$location}: تحقق من أن المجلد الذي فوقه يجوز لهذا المستخدم الكتابة فيه.',
  'OMBUD_E_LEDGER_READ_ONLY/opened-for-reading': 'فُتح السجل {$location} للقراءة فقط.',
  'OMBUD_E_LEDGER_READ_ONLY/role':
    'لا يجوز لدور قاعدة البيانات هذا أن يفعل ذلك في السجل {$location} ({$detail}): استعمل دورًا له هذا الحق.',
  'OMBUD_E_LEDGER_DISK_FULL/full':
    'قرص السجل {$location} ممتلئ: لم يُسجَّل شيء من هذه الدفعة. أفرغ مكانًا ثم أضف من جديد.',
  'OMBUD_E_LEDGER_STORE/disk':
    'أبلغ قرص السجل {$location} عن خطأ ({$detail}): لم يُؤكَّد شيء من هذه الدفعة. افحص القرص.',
  'OMBUD_E_LEDGER_STORE/failed': 'فشل مخزن السجل {$location}: {$detail}.',
  'OMBUD_E_LEDGER_UNREACHABLE/database':
    'تعذّر الوصول إلى قاعدة بيانات السجل {$location} ({$detail}): تحقق من العنوان ومن أن الخادم يعمل.',
  'OMBUD_E_LEDGER_UNREACHABLE/too-many-files':
    'لا يمكن فتح السجل {$location} ولا الكتابة فيه: لا يستطيع هذا البرنامج أن يفتح ملفًا آخر. ارفع الحد (‹ulimit -n›)، ثم حاول مرة أخرى.',
  'OMBUD_E_LEDGER_SCHEMA_VERSION/newer': 'كُتب هذا السجل بإصدار أحدث من ‹Ombud›: حدّث ‹Ombud› لتفتحه.',
  'OMBUD_E_LEDGER_BUSY/queue-full':
    'عدد المدخلات التي تنتظر التسجيل {$waiting :number}: أبطئ وحاول بعد لحظة.',
  'OMBUD_E_LEDGER_CLOSED/closed': 'أُغلق السجل: افتحه من جديد لتكتب.',
  'OMBUD_E_LEDGER_FENCED/changed-by-another':
    'غيّر شخص آخر السجل وهو مفتوح هنا: لم يُسجَّل شيء. أغلقه وافتحه من جديد.',
  'OMBUD_E_LEDGER_CORRUPT/attributes-commitment':
    'الصفات المحمية للمدخل {$index :string} ليست التي التزم بها.',
  'OMBUD_E_LEDGER_CORRUPT/attributes-missing':
    'الصفات المحمية للمدخل {$index :string} ناقصة، ولا محو يقول لماذا.',
  'OMBUD_E_LEDGER_CORRUPT/attributes-not-erased':
    'صفات المدخل {$index :string} مسجّلة على أنها مُحيت، لكنها ما زالت موجودة.',
  'OMBUD_E_LEDGER_CORRUPT/checkpoint-size':
    'عدد مدخلات أحدث نقطة تحقق {$checkpoint :string}؛ وعدد مدخلات السجل {$size :string}.',
  'OMBUD_E_LEDGER_CORRUPT/checkpoint-tree':
    'نقطة التحقق (عدد مدخلاتها {$size :string}) لا توقّع شجرة هذا السجل.',
  'OMBUD_E_LEDGER_CORRUPT/database':
    'قاعدة بيانات السجل {$location} تالفة ({$detail}): استعدها من نسخة احتياطية، ثم افحص السجل كله.',
  'OMBUD_E_LEDGER_CORRUPT/entries':
    'مدخلات السجل {$location} ليست مدخلات نقطة تحققه (عددها {$size :string}): افحص السجل كله، واستعد نسخة احتياطية.',
  'OMBUD_E_LEDGER_CORRUPT/entry-count':
    'يقول السجل إن عدد مدخلاته {$size :string}، والموجود {$found :string}.',
  'OMBUD_E_LEDGER_CORRUPT/entry-form': 'المدخل {$index :string} ليس مدخلًا بالصورة المعتمدة: غُيّر.',
  'OMBUD_E_LEDGER_CORRUPT/entry-hash': 'بصمة المدخل {$index :string} ليست التي في بلاطته: غُيّر أحدهما.',
  'OMBUD_E_LEDGER_CORRUPT/entry-missing': 'المدخل {$index :string} ناقص.',
  'OMBUD_E_LEDGER_CORRUPT/entry-time': 'تاريخ المدخل {$index :string} قبل تاريخ المدخل الذي سبقه.',
  'OMBUD_E_LEDGER_CORRUPT/last-time': 'وقت السجل ليس وقت آخر مدخل فيه.',
  'OMBUD_E_LEDGER_CORRUPT/no-checkpoint': 'ليس للسجل {$location} نقطة تحقق.',
  'OMBUD_E_LEDGER_CORRUPT/payload-about':
    'حمولة المدخل {$index :string} محفوظة تحت قرار غير الذي يسمّيه مدخلها.',
  'OMBUD_E_LEDGER_CORRUPT/payload-commitment': 'حمولة المدخل {$index :string} ليست التي التزم بها.',
  'OMBUD_E_LEDGER_CORRUPT/payload-missing': 'حمولة المدخل {$index :string} ناقصة، ولا محو يقول لماذا.',
  'OMBUD_E_LEDGER_CORRUPT/payload-not-erased':
    'حمولة المدخل {$index :string} مسجّلة على أنها مُحيت، لكنها ما زالت موجودة.',
  'OMBUD_E_LEDGER_CORRUPT/row-beyond-end': 'في {$table} صف {$index :string} بعد نهاية السجل.',
  'OMBUD_E_LEDGER_CORRUPT/row-twice':
    'الصف {$index :string} في جداول السجل موجود أكثر من مرة، أو لا يخص أي مدخل: غيّر أحدهم قاعدة البيانات.',
  'OMBUD_E_LEDGER_CORRUPT/schema':
    'الجدول {$table} في السجل {$location} ليس كما صُنع، أو أُضيف إليه شيء: غيّر أحدهم قاعدة البيانات. استعد نسخة احتياطية.',
  'OMBUD_E_LEDGER_CORRUPT/stored-tree': 'الشجرة المخزنة ليست شجرة المدخلات.',
  'OMBUD_E_LEDGER_CORRUPT/tile-changed': 'غُيّرت البلاطة {$index :string} من المستوى {$level :string}.',
  'OMBUD_E_LEDGER_CORRUPT/tile-missing':
    'البلاطة {$index :string} من المستوى {$level :string} ناقصة في السجل {$location}: استعدها من نسخة احتياطية.',
  'OMBUD_E_LEDGER_CORRUPT/tree-not-signed':
    'شجرة السجل {$location} ليست التي توقّعها نقطة تحققه: افحص السجل كله، واستعد نسخة احتياطية.',
  'OMBUD_E_LEDGER_CORRUPT/unfinished': 'لم يكتمل إنشاء السجل {$location}: احذفه وأنشئه من جديد.',
  'OMBUD_E_LEDGER_KEY/does-not-sign': 'المفتاح {$key} لا يوقّع هذا السجل: سمِّ مفتاحًا يوقّعه.',
  'OMBUD_E_LEDGER_KEY/missing-private':
    'عدد مفاتيح التوقيع للسجل {$location} هو {$keys :string}، والموجود هنا من مفاتيحها الخاصة {$present :string}: استعدها.',
  'OMBUD_E_LEDGER_KEY/only-key': 'لا يُسحب المفتاح الوحيد لسجل: أضف خلفه أولًا.',
  'OMBUD_E_LEDGER_KEY/unreadable':
    'تعذّرت قراءة مفتاح توقيع السجل من {$file}: استعده، أو تحقق ممن يجوز له قراءته.',
  'OMBUD_E_LEDGER_ORIGIN/form':
    'يجب ألا يكون المنشأ "{$origin}" فارغًا وألا يحوي مسافات أو علامة زائد: استعمل اسمًا مثل ‹example.org/loans›.',
  'OMBUD_E_LEDGER_ENTRY/about': 'يجب أن يكون "‹about›" رقم مدخل، لا {$about :string}.',
  'OMBUD_E_LEDGER_ENTRY/about-erased':
    'بيانات المدخل {$about :number useGrouping=never} ذهبت، إذ مُحيت مع صاحبها: لا يُسجَّل عنه شيء بعد الآن.',
  'OMBUD_E_LEDGER_ENTRY/decided':
    'يجب أن يكون "‹decided›" وقتًا بتوقيت ‹UTC› مع أجزاء الألف من الثانية، مثل ‹2026-11-22T03:49:31.123Z›، لا "{$decided}".',
  'OMBUD_E_LEDGER_ENTRY/model-digest': 'يجب أن تكون بصمة النموذج ‹SHA-256› في 64 رقمًا ست عشريًا.',
  'OMBUD_E_LEDGER_ENTRY/no-decision': 'يحتاج القرار إلى قيمة "‹decision›".',
  'OMBUD_E_LEDGER_ENTRY/score': 'يجب أن يكون "‹score›" رقمًا.',
  'OMBUD_E_LEDGER_ENTRY/text':
    '.input {$what :string} .match $what key {{يجب أن يكون مفتاح منع التكرار نصًا غير فارغ من ‹Unicode› صالح، لا يزيد عدد حروفه على {$most :string}.}} note {{يجب أن تكون الملاحظة نصًا غير فارغ من ‹Unicode› صالح، لا يزيد عدد حروفه على {$most :string}.}} subject {{يجب أن يكون اسم الشخص المستعار نصًا غير فارغ من ‹Unicode› صالح، لا يزيد عدد حروفه على {$most :string}.}} model {{يجب أن يكون إصدار النموذج نصًا غير فارغ من ‹Unicode› صالح، لا يزيد عدد حروفه على {$most :string}.}} * {{يجب أن يكون اسم النظام نصًا غير فارغ من ‹Unicode› صالح، لا يزيد عدد حروفه على {$most :string}.}}',
  'OMBUD_E_LEDGER_TOO_LARGE/entry':
    'سيكون حجم مدخل {$kind} بالبايت {$bytes :string}؛ وأقصى حجم للمدخل {$most :string}. ضع فيه أقل.',
  'OMBUD_E_LEDGER_INDEX/about-later': 'المدخل عن المدخل {$about :string}، وهو غير موجود بعد.',
  'OMBUD_E_LEDGER_INDEX/no-entry': 'لا يوجد المدخل {$index :string} في السجل {$location}؛ رقم أول مدخل 0.',
  'OMBUD_E_LEDGER_SIZE/not-a-size':
    'الحجم هنا عدد صحيح من 0 إلى {$largest :string}، أي عدد المدخلات؛ و{$size :string} ليس كذلك.',
  'OMBUD_E_LEDGER_SIZE/not-read-yet': 'تُعرف التغطية حين يُقرأ كل قرار.',
  'OMBUD_E_LEDGER_INPUT/published-unreadable':
    'تعذّرت قراءة {$file} ({$detail}): تحقق من المجلد أو العنوان الذي نُشر فيه السجل، وممن يجوز له قراءته.',
  'OMBUD_E_LEDGER_INPUT/tile-missing': '{$file} ناقص: أعطِ المجلد أو العنوان الذي نُشر فيه السجل.',
  'OMBUD_E_LEDGER_NOBODY/subject':
    'لا يُحفظ شيء عن هذا الشخص (أو لم يعد يُحفظ): تحقق من الاسم المستعار. لم يُمحَ شيء.',
  'OMBUD_E_LEDGER_PUBLISH/another-log': 'نقطة التحقق في {$folder} ليست مما وقّعه هذا السجل: انشر في مجلد آخر.',
  'OMBUD_E_LEDGER_PUBLISH/cannot-write':
    'لا تمكن الكتابة في المجلد {$folder} ({$detail}): ما نُشر من قبل ما زال سليمًا.',
  'OMBUD_E_LEDGER_ROLLED_BACK/published-differs':
    'ما نُشر في {$folder} ليس بداية هذا السجل: غُيّر ماضيه. لم يُكتب شيء.',
  'OMBUD_E_LEDGER_ROLLED_BACK/published-more':
    'عدد المدخلات في {$folder} هو {$published :string}، وليس في هذا السجل إلا {$size :string}: أُعيد إلى نسخة أقدم. لم يُكتب شيء.',
  'OMBUD_E_LEDGER_ROLLED_BACK/witness-other-past':
    'رأى الشاهد مدخلات عددها {$seen :string} ليست بداية هذا السجل: أُعيد السجل إلى نسخة أقدم أو غُيّر ماضيه.',
  'OMBUD_E_LEDGER_ROLLED_BACK/witness-other-tree':
    'رأى الشاهد شجرة أخرى بالحجم نفسه: أُعيد السجل إلى نسخة أقدم أو غُيّر ماضيه.',
  'OMBUD_E_LEDGER_ROLLED_BACK/witness-saw-more':
    'رأى الشاهد من هذا السجل مدخلات عددها {$seen :string}، وعددها فيه الآن {$size :string}: أُعيد السجل إلى نسخة أقدم أو غُيّر ماضيه.',
  'OMBUD_E_LEDGER_WITNESS/named-otherwise':
    'اسم الشاهد في هذا المجلد {$found}، لا {$name}: استعمل اسمه، أو مجلدًا آخر.',
  'OMBUD_E_LEDGER_WITNESS/no-cosignature':
    'ما أجاب به {$url} ليس توقيعًا مشاركًا من {$name}: تحقق من مفتاح الشاهد.',
  'OMBUD_E_LEDGER_WITNESS/not-a-witness-key': '{$name} ليس مفتاح شاهد.',
  'OMBUD_E_LEDGER_WITNESS/refused':
    'رفض الشاهد {$url} ({$status :string}: {$answer}): اسأل من يشغّله هل يشهد على {$origin}.',
  'OMBUD_E_LEDGER_WITNESS/unreachable': 'تعذّر الوصول إلى الشاهد {$url}: تحقق من عنوانه وحاول مرة أخرى.',
  'OMBUD_E_LEDGER_EVIDENCE/form': 'لم يصح التحقق من الدليل: لا يحوي بيان ‹in-toto›.',
  'OMBUD_E_LEDGER_EVIDENCE/no-known-key': 'لم يصح التحقق من الدليل: لم يوقّعه أي من المفاتيح المعطاة.',
  'OMBUD_E_LEDGER_EVIDENCE/not-json': 'لم يصح التحقق من الدليل: بيانه ليس ‹JSON›.',
  'OMBUD_E_LEDGER_EVIDENCE/not-json-object': 'لم يصح التحقق من الدليل: بيانه ليس كائن ‹JSON›.',
  'OMBUD_E_LEDGER_EVIDENCE/signature': 'لم يصح التحقق من الدليل: توقيع {$name} خاطئ.',
  'OMBUD_E_LEDGER_LOCATION/name':
    'لا يصلح "{$name}" اسمًا لسجل في قاعدة بيانات: استعمل حروفًا لاتينية صغيرة وأرقامًا وشرطات سفلية، لا يزيد عددها على 31، وأولها حرف.',
  'OMBUD_E_LEDGER_STORE/randomness': 'مصدر العشوائية يكرر نفسه، فلن يكون سريًا شيء مما يُختم به: لم يُسجَّل شيء.',
  'OMBUD_E_LEDGER_UNREACHABLE/answer-lost':
    'انقطع الاتصال بالسجل {$location} قبل أن تجيب قاعدة البيانات، ولم تُسجَّل الدفعة: أرسلها من جديد.',
  'OMBUD_E_LEDGER_UNREACHABLE/connection-lost':
    'انقطع الاتصال بالسجل {$location}: لم يُسجَّل شيء من هذه الدفعة. أرسلها من جديد.',
  'OMBUD_E_LEDGER_NOT_DURABLE/setting-off':
    'في قاعدة بيانات السجل {$location} الإعداد ‹{$setting} = off›، فقد يضيع ما تؤكده: شغّله.',
  'OMBUD_E_LEDGER_CLOCK/ahead':
    'تقول الساعة {$time}، وآخر مدخل من {$last}: اضبط الساعة، أو قل إن الفجوة حقيقية.',
  'OMBUD_E_LEDGER_CLOCK/jumped':
    'قفزت الساعة إلى {$time} والسجل مفتوح: اضبطها، ثم افتح السجل من جديد. لم يُسجَّل شيء.',
  'OMBUD_E_LEDGER_CORRUPT/about-later': 'المدخل {$index :string} عن المدخل {$about :string}، الذي جاء بعده.',
  'OMBUD_E_LEDGER_CORRUPT/below-high-water':
    'عدد المدخلات في السجل {$location} هو {$size :string}، وقد سُجّل هنا {$mark :string}: حُذف سجل الكتابة المسبقة، أو وُضعت مكانه قاعدة بيانات أقدم. استعد الناقص.',
  'OMBUD_E_LEDGER_CORRUPT/decided-later':
    'يقول المدخل {$index :string} إنه قُرّر في {$decided}، أي بعد تسجيله.',
  'OMBUD_E_LEDGER_CORRUPT/entry-in-future': 'تاريخ المدخل {$index :string} هو {$time}، ولم يأتِ بعد.',
  'OMBUD_E_LEDGER_CORRUPT/erasure-beyond-end': 'يمحو المدخل {$index :string} مدخلات لم تكن موجودة بعد.',
  'OMBUD_E_LEDGER_CORRUPT/erasure-unasked': 'يمحو المدخل {$index :string} بيانات أشخاص ولا يقول بطلب من.',
  'OMBUD_E_LEDGER_CORRUPT/key-not-vouched':
    'يغيّر المدخل {$index :string} المفاتيح، ولا يضمنه أي مفتاح موثوق.',
  'OMBUD_E_LEDGER_CORRUPT/others-saw-more':
    'رأى آخرون من هذا السجل مدخلات عددها {$seen :string}، وعددها فيه الآن {$size :string}: أُعيد إلى نسخة أقدم.',
  'OMBUD_E_LEDGER_CORRUPT/replayed': 'للمدخل {$index :string} التزام مدخل سابق: سُجّل قرار واحد مرتين.',
  'OMBUD_E_LEDGER_CORRUPT/weak-salt': 'ملح المدخل {$index :string} حرف واحد يتكرر، فيمكن تخمين ما يخفيه.',
  'OMBUD_E_LEDGER_KEY/not-pinned':
    'لم يثبّت أحد مفتاح السجل {$location}، وما تقوله قاعدة بياناته عن مفاتيحها لا يثبت شيئًا: أعطِ مفتاح التحقق.',
  'OMBUD_E_LEDGER_ENTRY/decided-later':
    '"‹decided›" هو {$decided}، ولم يأتِ بعد: أعطِ الوقت الذي اتُّخذ فيه القرار.',
  'OMBUD_E_LEDGER_ENTRY/key-reused':
    'استُعمل المفتاح "{$key}" للمدخل {$index :string}، وهو يقول غير ذلك: أعطِ كل مسودة مفتاحًا خاصًا بها.',
  'OMBUD_E_LEDGER_ENTRY/key-twice':
    'المفتاح "{$key}" موجود مرتين في دفعة واحدة، لمسودتين مختلفتين: أعطِ كل مسودة مفتاحًا خاصًا بها.',
  'OMBUD_E_LEDGER_ENTRY/no-field': 'لا يوجد هنا الحقل {$pointer}؛ الموجود {$fields}.',
  'OMBUD_E_LEDGER_ENTRY/not-a-value': 'يجب أن يكون "{$member}" نصًا أو رقمًا أو ‹true› أو ‹false› أو ‹null›.',
  'OMBUD_E_LEDGER_ENTRY/not-an-object': 'يجب أن يكون "{$member}" كائنًا له أعضاء بأسماء.',
  'OMBUD_E_LEDGER_ENTRY/not-appended':
    'المدخل من نوع {$kind} يُنشئه النداء الذي يفعل ما يقوله، ولا تمكن إضافته.',
  'OMBUD_E_LEDGER_ENTRY/schema': '"{$member}" من مدخل {$kind} ليس كما يطلب مخطط المدخلات: لم يُسجَّل شيء.',
  'OMBUD_E_LEDGER_ENTRY/sealed-twice': 'المسودة المختومة تُسجَّل مرة واحدة: اختم المسودة من جديد.',
  'OMBUD_E_LEDGER_ENTRY/unknown-member':
    '"{$member}" ليس عضوًا في هذه الحمولة: ضع ما استند إليه القرار تحت "‹inputs›".',
  'OMBUD_E_LEDGER_INDEX/erasure-beyond-end':
    'لا يمكن محو المدخلات من {$first :string} إلى {$last :string}: عدد مدخلات السجل {$size :string}.',
  'OMBUD_E_LEDGER_WITNESS/too-few':
    'لا توجد نقطة تحقق عدد مدخلاتها {$size :string} أو أكثر عليها الشهود المطلوبون: اطلب منهم التوقيع أولًا.',
};
