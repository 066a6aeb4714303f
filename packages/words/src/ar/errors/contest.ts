import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/contest`, in Arabic. */
export const contest: Catalogue = {
  'OMBUD_E_NOTICE/unsigned':
    'لا يمكن إرسال إشعار من "{$system}" باللغة "{$language}": لم يوقّع على جملها أحد ممن هي لغتهم الأم.',
  'OMBUD_E_NOTICE/changed':
    'لا يمكن إرسال إشعار من "{$system}" باللغة "{$language}": وقّع {$reviewer} على جملها في {$on}، وتغيّرت واحدة منها منذ ذلك الحين. ليقرأها أحد من جديد.',
  'OMBUD_E_NOTICE/untranslated':
    'لا يمكن إرسال إشعار من "{$system}" باللغة "{$language}": عدد الجمل الناقصة {$keys.count :number}، أولها {$keys.list}.',
  'OMBUD_E_NOTICE/lacks': 'لم يُرسل الإشعار: ينقصه ما تطلبه "{$pack}": {$parts.list}.',
  'OMBUD_E_NOTICE/no-reasons': 'لم يُرسل الإشعار: لا يذكر أي سبب. قل لماذا تقرّر هذا في شأن هذا الشخص.',
  'OMBUD_E_NOTICE/blaming-words':
    'لم يُرسل الإشعار: فيه {$words.or}، وهذا لوم لشخص قبل أن ينظر أحد في الأمر. اذكر ما حدث بدلًا من ذلك.',
  'OMBUD_E_NOTICE/words-unchecked': 'لم يُرسل الإشعار: لا توجد قائمة بكلمات اللوم للغة "{$language}".',
  'OMBUD_E_NOTICE/hard-to-read':
    'لم يُرسل الإشعار: كُتب لمستوى الصف الدراسي {$grade}، والأعلى المسموح {$highest :number}. استعمل جملًا أقصر وكلمات مألوفة.',
  'OMBUD_E_NOTICE/too-long':
    'لم يُرسل الإشعار: عدد أسطره {$lines :number}، والصفحة الواحدة تتسع لـ {$most :number}. اختصر الأسباب، أو أسماء البيانات.',
  'OMBUD_E_NOTICE/other-kind': 'لم يُرسل الإشعار: يتحدث عن "{$said}"، والنظام صرّح بأنه يقرّر في "{$kind}".',
  'OMBUD_E_NOTICE/other-decision': 'لم يُرسل الإشعار: ما سُجّل هو "{$decision}"، والرسالة تقول غير ذلك.',
  'OMBUD_E_NOTICE/other-day':
    'لم يُرسل الإشعار: يقول إن القرار من {$decidedOn}، وقد سُجّل على أنه من {$recordedOn}.',
  'OMBUD_E_NOTICE/not-decided-yet':
    'لم يُرسل الإشعار: يقول إن القرار من {$decidedOn}، وقد سُجّل في {$recordedOn}، أي قبل ذلك.',
  'OMBUD_E_NOTICE/ends-before': 'لم يُرسل الإشعار: فيه شيء ينتهي قبل أن يبدأ.',
  'OMBUD_E_NOTICE/no-currency': 'لم يُرسل الإشعار: فيه مبلغ بغير عملة معروفة (‹ISO 4217›).',
  'OMBUD_E_NOTICE/no-reduction': 'لم يُرسل الإشعار: يتحدث عن تخفيض، وما يبقى ليس أقل.',
  'OMBUD_E_NOTICE/no-way':
    'لم يُرسل الإشعار: لا طريقة من الطرق المذكورة له متاحة هنا. يحتاج البريد الإلكتروني إلى خادم بريد، ويحتاج ‹webhook› إلى ناقل.',
  'OMBUD_E_NOTICE/second-in-letter':
    'لم يُرسل الإشعار: ما يُسأل عنه الشخص إلى جانب الرمز مكتوب في الرسالة، فمن يجد الرسالة يعرفه.',
  'OMBUD_E_NOTICE/second-unfit':
    'لم يُرسل الإشعار: المعروف عن الشخص ليس ما يسأل عنه النظام إلى جانب الرمز ({$kind})، أو هو أقل من اللازم.',
  'OMBUD_E_NOTICE/told-twice': 'القرار {$decision} مذكور مرتين في هذا الطلب: أُرسل الأول، ولم يُرسل هذا.',
  'OMBUD_E_NOTICE/shadow':
    'لم يُرسل الإشعار: سُجّل القرار على أنه اتُّخذ في الظل وبلا أثر، فلم يُبتّ به في شأن أحد.',
  'OMBUD_E_NOTICE/other-decider':
    'لم يُرسل الإشعار: بحسب ما أعلنه النظام سيقول إن شخصًا قرّر، وبحسب ما سُجّل لم يقرّر أي شخص. سجّل أن شخصًا قرّر حيث يقرّر الناس، أو أعلن أن الآلة هي التي تقرّر.',
  'OMBUD_E_CONTEST_CALENDAR/unknown': 'لا يوجد تقويم عطل "{$calendar}": استعمل واحدًا من {$known}.',
  'OMBUD_E_CONTEST_CALENDAR/beyond':
    'تقويم العطل يحوي السنوات من {$first} إلى {$last}، والسنة {$year} خارجها: اكتب الجدول من جديد.',
  'OMBUD_E_CONTEST_CASE/no-case': 'لا توجد قضية "{$case}".',
  'OMBUD_E_CONTEST_CASE/no-file': 'لا يوجد ملف "{$file}".',
  'OMBUD_E_CONTEST_CASE/no-matter': 'ليس في القضية "{$case}" ‹{$machine}› يمكن طلبه.',
  'OMBUD_E_CONTEST_CASE/no-message': 'لم يخرج أحدث إشعار في قضية من "{$system}" بالرسالة "{$message}".',
  'OMBUD_E_CONTEST_CASE/no-decision':
    'المدخل {$entry} ليس قرارًا من "{$system}" يمكن قراءته، فلا يمكن فتح قضية عنه.',
  'OMBUD_E_CONTEST_CASE/erased': 'ما قاله الشخص في القضية "{$case}" مُحي.',
  'OMBUD_E_CONTEST_MOVE/by-review': 'الاعتراض يُسند ويُبتّ فيه بمراجعته وحدها: اطلب من المراجعة "{$event}".',
  'OMBUD_E_CONTEST_MOVE/busy': 'غيّر آخرون القضية "{$case}" في اللحظة نفسها مرة بعد مرة: حاول مرة أخرى.',
  'OMBUD_E_CONTEST_MOVE/guard': 'رُفض "{$event}": يحتاج إلى "{$guard}"، وهذا غير متحقق.',
  'OMBUD_E_CONTEST_MOVE/no-such-matter': 'ليس في القضية "{$case}" شيء اسمه "{$matter}".',
  'OMBUD_E_CONTEST_MOVE/no-reviewer':
    'لا يمكن إسناد القضية إلى "{$reviewer}": لا تُسند إلا إلى من يجوز له الدخول ويراجع لهذا النظام.',
  'OMBUD_E_CONTEST_MOVE/no-such-move': '"{$event}" غير ممكن في الحالة "{$state}".',
  'OMBUD_E_CONTEST_MOVE/not-assigned': 'يتولاه شخص آخر: لا يستطيع "{$actor}" أن يقوم بـ "{$event}".',
  'OMBUD_E_CONTEST_MOVE/not-yet': '"{$event}" قبل أوانه: المهلة تمتد حتى {$deadline}.',
  'OMBUD_E_CONTEST_MOVE/not-yours': '"{$event}" في الحالة "{$state}" ليس للدور "{$by}".',
  'OMBUD_E_CONTEST_MOVE/other-search':
    'رُفض "{$event}": لا يسمّي أي بحث للمعالجة، أو يسمّي بحثًا ليس الأحدث. اقرأ ما تجده المعالجة وما تدفعه الآن، ثم أجب من جديد.',
  'OMBUD_E_CONTEST_MOVE/own-rule': '"{$actor}" وضع القاعدة أو وافق عليها، أو شارك في القرار، فلا يجيب عنه.',
  'OMBUD_E_CONTEST_MOVE/received-when':
    'لا يمكن أن يكون قد وصل في {$received}: القرار من {$from}، واليوم {$to}.',
  'OMBUD_E_CONTEST_MOVE/twice-in-a-batch':
    'القضية "{$case}" مذكورة مرتين في دفعة واحدة: أرسل الخطوة الثانية بعد الأولى.',
  'OMBUD_E_CONTEST_ENTER/not-known': 'الرمز، أو ما يرافقه، غير صحيح.',
  'OMBUD_E_CONTEST_ENTER/mistyped': 'في الرمز خطأ. فيه 16 حرفًا ورقمًا. انظر إلى الرسالة مرة أخرى من فضلك.',
  'OMBUD_E_CONTEST_ENTER/wait':
    'انتظر من فضلك ثم حاول مرة أخرى (مدة الانتظار بالثواني: {$seconds}). لم يُمنع دخولك.',
  'OMBUD_E_CONTEST_FILE/empty': 'الملف فارغ.',
  'OMBUD_E_CONTEST_FILE/not-what-it-says': 'يقول الملف إنه {$said}، وهو {$found}.',
  'OMBUD_E_CONTEST_FILE/too-large': 'حجم الملف بالبايت {$size}؛ والأقصى {$most}.',
  'OMBUD_E_CONTEST_FILE/too-many': 'بلغ عدد الملفات {$most}، وهو الأقصى.',
  'OMBUD_E_CONTEST_FILE/type': 'لا يُقبل هذا النوع من الملفات: استعمل واحدًا من {$allowed.list}.',
  'OMBUD_E_CONTEST_REMEDY/query': 'الاستعلام "{$name}" بلا شرط يمكن قراءته، أو لا يسمّي أي حقل.',
  'OMBUD_E_CONTEST_REMEDY/money': 'المبلغ ليس عددًا صحيحًا من أصغر وحدة من {$currency}، أو ليس أكبر من صفر.',
  'OMBUD_E_CONTEST_REMEDY/currency': '"{$currency}" ليست عملة يمكن الدفع بها (‹ISO 4217›).',
  'OMBUD_E_CONTEST_REMEDY/not-approved':
    'المعالجة في الحالة "{$state}": لا يُخبر أحد ولا يُحوَّل مال قبل أن يوافق عليها شخصان.',
  'OMBUD_E_CONTEST_REMEDY/not-declared':
    'المبلغ للقضية "{$case}" ليس ما وُوفق عليه: المبلغ الثابت يُدفع كما صُرّح به، وكل مبلغ بعملته.',
  'OMBUD_E_CONTEST_REMEDY/too-early':
    'المعالجة في الحالة "{$state}": يُخبر الناس ويُؤمر بمبالغهم حين يأتي وقت ذلك.',
  'OMBUD_E_CONTEST_REMEDY/ordered-twice':
    'أمر الدفع "{$order}" مذكور مرتين في طلب واحد: يُعطى كل أمر مرة واحدة.',
  'OMBUD_E_CONTEST_REMEDY/no-order': 'لم يُؤمر بمال للقضية "{$case}": لا شيء منه يُدفع أو يُرفض.',
  'OMBUD_E_CONTEST_REMEDY/settled': 'مال القضية "{$case}" معروف على أنه "{$before}"، ولا يتبعه "{$after}".',
  'OMBUD_E_CONTEST_REMEDY/other-currency':
    'أُمر من قبل بمال للقضية "{$case}" بعملة غير {$currency}: لا يمكن معرفة ما بقي أن يُؤمر به.',
  'OMBUD_E_CONTEST_REMEDY/order-changed': 'أمر الدفع "{$order}" موجود بمبلغ آخر: الأمر لا يتغير أبدًا.',
};
