import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/server`, in Arabic. */
export const server: Catalogue = {
  'OMBUD_E_HTTP_INPUT/content-type': 'المتن ليس من نوع يُقرأ هنا: أرسله على أنه {$types.or}.',
  'OMBUD_E_HTTP_INPUT/idempotency-key':
    'يجب ألا يكون ‹Idempotency-Key› فارغًا، وألا يزيد عدد حروفه على {$most}.',
  'OMBUD_E_HTTP_INPUT/missing': '"{$path}" ناقص.',
  'OMBUD_E_HTTP_INPUT/not-a-choice': 'يجب أن يكون "{$path}" واحدًا من {$choices.list}.',
  'OMBUD_E_KEY/ended': 'انتهى هذا المفتاح: أنشئ مفتاحًا جديدًا.',
  'OMBUD_E_KEY/expires-past': 'سينتهي المفتاح قبل أن يُستعمل، في {$expires}: سمِّ وقتًا لاحقًا.',
  'OMBUD_E_KEY/rotated': 'حلّ مفتاح آخر محل هذا من قبل: بدّل ذلك المفتاح، أو أنشئ مفتاحًا جديدًا.',
  'OMBUD_E_HTTP_INPUT/key-twice': 'في المتن مفتاح مذكور مرتين: أيهما المقصود؟',
  'OMBUD_E_HTTP_INPUT/not-utf-8': 'المتن ليس نصًا بترميز ‹UTF-8›.',
  'OMBUD_E_HTTP_INPUT/other-system': 'يسمّي التصريح نظامًا غير الذي في العنوان، والعنوان عن "{$system}".',
  'OMBUD_E_HTTP_INPUT/drift-alone':
    '"{$path}": يُبحث عن الانجراف في عمليات تدقيق مجدولة لكل ما سُجّل: صرّح بجدول كهذا، أو احذف الانجراف.',
  'OMBUD_E_HTTP_INPUT/too-deep': '"{$path}" متداخل بعمق مفرط.',
  'OMBUD_E_HTTP_INPUT/unsafe-name': 'في المتن عضو اسمه "‹__proto__›"، ولا يمكن حفظه.',
  'OMBUD_E_HTTP_INPUT/not-json': 'المتن ليس ‹JSON›.',
  'OMBUD_E_HTTP_INPUT/subjects-or-age': 'سمِّ إما أشخاصًا في "‹subjects›" وإما عمرًا في "‹olderThanDays›".',
  'OMBUD_E_HTTP_INPUT/too-large-value': '"{$path}" أكبر مما يجوز: الأقصى {$most :number}.',
  'OMBUD_E_HTTP_INPUT/unfit': 'لا يمكن استعمال "{$path}" كما هو: انظر وثيقة ‹API›.',
  'OMBUD_E_HTTP_INPUT/unknown-member': 'في "{$path}" عضو "{$member}" غير معروف.',
  'OMBUD_E_HTTP_INPUT/wrong-type': '"{$path}" من نوع خاطئ: المتوقع {$expected}.',
  'OMBUD_E_HTTP_TOO_LARGE/body': 'حجم الطلب بالبايت أكبر من {$most :number}: أرسله أجزاء.',
  'OMBUD_E_HTTP_NO_ROUTE/method': 'هذا العنوان يقبل {$methods.list}.',
  'OMBUD_E_HTTP_NO_ROUTE/path': 'لا شيء في هذا العنوان.',
  'OMBUD_E_HTTP_FORGED/host':
    'لا يُوصل إلى الخادم بالاسم "{$host}". صرّح بالاسم في إعداداته، أو استعمل اسمًا مصرّحًا به.',
  'OMBUD_E_HTTP_FORGED/origin': 'جاء الطلب من صفحة في مكان آخر، ولم يُفعل شيء.',
  'OMBUD_E_HTTP_FORGED/token': 'الاستمارة قديمة أو من مكان آخر، ولم يُفعل شيء. افتح الصفحة من جديد.',
  'OMBUD_E_HTTP_LIMIT/logins': 'محاولات أكثر مما يجوز: انتظر (بالثواني: {$seconds :number}).',
  'OMBUD_E_HTTP_LIMIT/requests': 'طلبات أكثر مما يجوز: انتظر (بالثواني: {$seconds :number}).',
  'OMBUD_E_UNEXPECTED/fault': 'حدث خطأ من جانبنا. أخبر من يشغّل هذا الخادم برقم الطلب.',
  'OMBUD_E_WATCH_DECLARED/schedule':
    'متى يُدقَّق هذا النظام مصرَّح به معه في ‹ombud.yaml›: صرّح بإصدار جديد لتغييره.',
  'OMBUD_E_WATCH_DECLARED/tell':
    'من تصلهم تنبيهات هذا النظام بالبريد مصرَّح بهم معه في ‹ombud.yaml›: صرّح بإصدار جديد لتغيير ذلك.',
  'OMBUD_E_WHO/credentials': 'الاسم أو كلمة المرور خطأ.',
  'OMBUD_E_WHO/factor-offer':
    'لم يُنشأ هذا السر لك هنا، أو هو قديم: افتح صفحة حسابك من جديد وامسح السر الجديد.',
  'OMBUD_E_WHO/old-factor':
    'رمز العامل الثاني الذي لديك خطأ أو استُعمل من قبل: انتظر الرمز التالي، أو استعمل رمز استعادة.',
  'OMBUD_E_WHO/password-again': 'كلمة المرور خطأ: لم يتغير شيء.',
  'OMBUD_E_WHO/key': 'هذا المفتاح لا يفتح شيئًا هنا: هو خطأ أو انتهى أو أُبطل.',
  'OMBUD_E_WHO/log-in': 'سجّل الدخول، أو أرسل مفتاحًا.',
  'OMBUD_E_WHO/passkey':
    'لم يُقبل مفتاح المرور: ليس لحساب هنا، أو المحاولة قديمة. حاول مرة أخرى، أو سجّل الدخول بكلمة المرور.',
  'OMBUD_E_WHO/second-factor': 'الرمز خطأ أو قديم أو استُعمل من قبل.',
  'OMBUD_E_ONE_PERSON/key': 'أنت و"{$other}" واحد: أحدكما مفتاح أنشأه الآخر. يجب أن يقوم بهذا شخص آخر.',
  'OMBUD_E_ONE_PERSON/mailbox':
    'لك ولـ "{$other}" صندوق البريد نفسه، فقد تكونان شخصًا واحدًا. يجب أن يقوم بهذا شخص آخر.',
  'OMBUD_E_ONE_PERSON/made':
    'أحدكما، أنت أو "{$other}"، أنشأ حساب الآخر أو دعاه، ولم تكتمل المدة بعد (بالأيام: {$days :number}). يجب أن يقوم بهذا شخص آخر، أو تنتظرا.',
  'OMBUD_E_ONE_PERSON/same': 'قمت هنا بالخطوة الأولى من خطوتين. يجب أن يقوم بالثانية شخص آخر.',
  'OMBUD_E_FORBIDDEN/all-systems': 'يحتاج هذا إلى دور لكل الأنظمة، ودورك لنظام واحد.',
  'OMBUD_E_FORBIDDEN/decider': 'من قرّر، أو ربما قرّر، لا يراجع.',
  'OMBUD_E_FORBIDDEN/not-assigned': 'لم يُسند هذا إليك.',
  'OMBUD_E_FORBIDDEN/other-system': 'لا يجوز لك هذا في النظام "{$system}".',
  'OMBUD_E_FORBIDDEN/role': 'هذا لـ: {$allowed.list}.',
  'OMBUD_E_PEOPLE_ONLY/key': 'هذا للأشخاص: سجّل الدخول، فمفتاح آلة لا يكفي.',
  'OMBUD_E_SERVE/no-administrator':
    'قد يصل آخرون إلى الخادم على {$host}، ولا أحد يديره بعد. شغّله أولًا على ‹127.0.0.1› وافتح الرابط الذي يطبعه.',
  'OMBUD_E_SERVE/no-tls':
    'قد يصل آخرون إلى الخادم على {$host}، وقد يقرؤون ما يمر. صرّح بـ ‹tls› أو ‹trustedProxy› في ‹settings.json›، أو ابقَ على ‹127.0.0.1›.',
  'OMBUD_E_SERVE/settings': 'لا يمكن استعمال {$file} عند "{$at}": أصلحه.',
  'OMBUD_E_BACKUP/exists': '{$to} موجود من قبل: سمِّ مجلدًا غير موجود.',
  'OMBUD_E_BACKUP/file': 'النسخة الاحتياطية ناقصة: ملفها {$file} غير موجود، أو ليس كما كُتب. خذ نسخة أخرى.',
  'OMBUD_E_BACKUP/newer': 'أُخذت النسخة الاحتياطية بإصدار أحدث من ‹Ombud›: استعدها بذلك الإصدار.',
  'OMBUD_E_BACKUP/no-backup': '{$from} ليس نسخة احتياطية، أو نسخة لم تكتمل: ليس فيه {$file}.',
  'OMBUD_E_BACKUP/not-empty': 'في {$folder} شيء من قبل: استعد إلى مجلد جديد.',
  'OMBUD_E_BACKUP/not-for-database':
    'النسخة الاحتياطية لمجلد مع ‹SQLite›، ولا تصير إلا مجلدًا من جديد: احذف قاعدة البيانات.',
  'OMBUD_E_BACKUP/unfinished': '{$part} باقٍ من تشغيل لم ينتهِ: انظر إليه، ثم احذفه، ثم شغّل هذا من جديد.',
  'OMBUD_E_BACKUP_DIFFERS/checkpoint': 'ما استُعيد ليس السجل الذي أُخذت نسخته: نقطة تحققه غيرها.',
  'OMBUD_E_SERVE_LISTEN/cannot-listen': 'لا يمكن الاستماع على ‹{$host}:{$port}›: اختر منفذًا آخر.',
  'OMBUD_E_ACCOUNT/last-administrator': 'لن يبقى أحد يستطيع الإدارة: أعطِ الدور لغيرك أولًا.',
  'OMBUD_E_ACCOUNT/name-taken': 'الاسم "{$name}" مأخوذ.',
  'OMBUD_E_ACCOUNT_INPUT/password-common': 'كلمة المرور هذه من أول ما يُجرَّب: اختر غيرها.',
  'OMBUD_E_ACCOUNT_INPUT/password-short':
    'يكون عدد حروف كلمة المرور من {$fewest} إلى {$most}؛ وعدة كلمات كلمة مرور جيدة.',
  'OMBUD_E_INVITATION/used': 'استُعمل هذا الرابط، أو هو قديم. اطلب رابطًا جديدًا.',
  'OMBUD_E_NO_ACCOUNT/account': 'لا يوجد حساب كهذا.',
  'OMBUD_E_NO_ACCOUNT/key': 'لا يوجد مفتاح كهذا، أو أُبطل.',
  'OMBUD_E_NO_ACCOUNT/passkey': 'لا يوجد مفتاح مرور كهذا، أو أُزيل.',
  'OMBUD_E_DECLARED/name': 'لا يصلح "{$system}" اسمًا لنظام: استعمل حروفًا وأرقامًا و"‹.›" و"‹_›" و"‹-›".',
  'OMBUD_E_DECLARED/other-system':
    'التصريح عن "{$system}"، وهذه الصفحة عن "{$wanted}". صرّح بنظام آخر في صفحته.',
  'OMBUD_E_DECISION/refused': 'لم يُسجَّل القرار: {$why}.',
  'OMBUD_E_NO_DECISION/no-decision': 'المدخل {$index :number useGrouping=never} ليس قرارًا: تحقق من الرقم.',
  'OMBUD_E_NO_DECISION/nobody': 'لا يُحفظ شيء عن هذا الشخص.',
  'OMBUD_E_NO_DECISION/not-there':
    'المدخل {$index :number useGrouping=never} ليس قرارًا من "{$system}" يمكن قراءته: تحقق من الرقم، أو هل مُحي.',
  'OMBUD_E_NO_AUDIT/audit': 'لا يوجد تدقيق كهذا لـ "{$system}".',
  'OMBUD_E_NO_AUDIT/none-yet': 'لم ينتهِ أي تدقيق لـ "{$system}" بعد: اطلب واحدًا.',
  'OMBUD_E_NO_AUDIT/not-finished': 'لم ينتهِ التدقيق، أو فشل.',
  'OMBUD_E_NO_AUDIT/not-signed': 'لم يُوقَّع التدقيق: اطلب واحدًا مع "‹sign›".',
  'OMBUD_E_NO_HOLD/none': 'لم يطلب قاطع "{$system}" شيئًا بالمدخل {$entry :number useGrouping=never}.',
  'OMBUD_E_NO_TILE/beyond-end': 'لا يصل السجل إلى {$path} بعد.',
  'OMBUD_E_NO_PROVIDER/none': 'لم يُصرَّح بأي مزوّد في الإعدادات.',
  'OMBUD_E_OIDC/provider': 'لا يجيب المزوّد كما ينبغي: حاول مرة أخرى، أو أخبر من يشغّل هذا الخادم.',
  'OMBUD_E_NO_CONTEST/no-pack': 'لا يوجد قانون للمهل اسمه "{$pack}".',
  'OMBUD_E_NO_CONTEST/not-declared':
    'لم يصرّح "{$system}" بشيء عن قضاياه بعد: أرسل التصريح إلى ‹/api/v1/systems/{$system}/contest›.',
  'OMBUD_E_OIDC_REFUSED/refused': 'لم يؤكد المزوّد من أنت، أو ليس لأي من مجموعاتك دور هنا.',
};
