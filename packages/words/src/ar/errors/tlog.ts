import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/tlog`, in Arabic. */
export const tlog: Catalogue = {
  'OMBUD_E_VERIFY_RANGE/cosignature-time': 'وقت التوقيع المشارك بثوانٍ كاملة منذ 1970.',
  'OMBUD_E_VERIFY_RANGE/no-entry':
    'لا يوجد المدخل {$index :string} في شجرة عدد مدخلاتها {$size :string}؛ رقم أول مدخل 0.',
  'OMBUD_E_VERIFY_RANGE/not-a-size':
    'يجب أن يكون حجم الشجرة هنا عددًا صحيحًا من {$least :string} فصاعدًا، لا {$size :string}.',
  'OMBUD_E_VERIFY_RANGE/not-whole':
    '.input {$what :string} .match $what index {{يجب أن يكون رقم المدخل عددًا صحيحًا من 0 إلى ‹2^53 - 1›.}} earlier-size {{يجب أن يكون حجم الشجرة السابقة عددًا صحيحًا من 0 إلى ‹2^53 - 1›.}} later-size {{يجب أن يكون حجم الشجرة اللاحقة عددًا صحيحًا من 0 إلى ‹2^53 - 1›.}} * {{يجب أن يكون حجم الشجرة عددًا صحيحًا من 0 إلى ‹2^53 - 1›.}}',
  'OMBUD_E_VERIFY_EMPTY_TREE/consistency': 'برهان الاتساق من شجرة فارغة لا يثبت شيئًا.',
  'OMBUD_E_VERIFY_HASH/length': 'عدد بايتات البصمة {$bytes :string}؛ و‹SHA-256› يعطي 32.',
  'OMBUD_E_VERIFY_PROOF/consistency-too-few': 'في برهان الاتساق بصمات أقل مما يلزم لهذين الحجمين.',
  'OMBUD_E_VERIFY_PROOF/consistency-too-many': 'في برهان الاتساق بصمات أكثر مما يلزم لهذين الحجمين.',
  'OMBUD_E_VERIFY_PROOF/from-empty': 'من شجرة فارغة يجب أن يكون برهان الاتساق فارغًا.',
  'OMBUD_E_VERIFY_PROOF/inclusion-too-few': 'في برهان الاحتواء بصمات أقل مما يلزم لهذين الحجمين.',
  'OMBUD_E_VERIFY_PROOF/inclusion-too-many': 'في برهان الاحتواء بصمات أكثر مما يلزم لهذين الحجمين.',
  'OMBUD_E_VERIFY_ROOT/consistency':
    'الشجرة التي عدد مدخلاتها {$newSize :string} لا تتابع الشجرة التي عدد مدخلاتها {$oldSize :string}: غُيّر مدخل سابق أو أُسقط أو أُدخل بين غيره.',
  'OMBUD_E_VERIFY_ROOT/empty': 'الشجرة التي حجمها 0 يجب أن يكون لها جذر الشجرة الفارغة.',
  'OMBUD_E_VERIFY_ROOT/inclusion':
    'المدخل {$index :string} ليس في هذه الشجرة التي عدد مدخلاتها {$size :string}: برهانه يؤدي إلى جذر آخر.',
  'OMBUD_E_VERIFY_ROOT/published':
    'آخر بلاطات هذا السجل لا تؤدي إلى جذر نقطة تحققه (عدد مدخلاتها {$size :string}).',
  'OMBUD_E_VERIFY_KEY/form': 'يكون مفتاح التحقق مثل ‹name+12345678+base64›؛ وهذا النص ليس كذلك.',
  'OMBUD_E_VERIFY_KEY/id':
    'يقول مفتاح التحقق الخاص بـ {$name} إن معرّفه {$said}، ومعرّف مفتاحه {$id}: حرف فيه خطأ أو ناقص؛ انسخ السطر كله من جديد.',
  'OMBUD_E_VERIFY_KEY/length':
    'عدد البايتات في مفتاح التحقق الخاص بـ {$name} هو {$bytes :string}؛ وفي مفتاح ‹Ed25519› هو 32.',
  'OMBUD_E_VERIFY_KEY/log-key-cosigns': '{$name} مفتاح سجل؛ ولا يوقّع مشاركًا إلا مفتاح شاهد (النوع 4).',
  'OMBUD_E_VERIFY_KEY/name': 'يجب ألا يكون اسم المفتاح "{$name}" فارغًا وألا يحوي مسافات أو علامة زائد.',
  'OMBUD_E_VERIFY_KEY/no-signer': 'تحتاج المذكرة إلى مفتاح واحد على الأقل يوقّعها.',
  'OMBUD_E_VERIFY_KEY/private-form':
    'تعذّرت قراءة المفتاح الخاص: يكون مثل ‹PRIVATE+KEY+name+12345678+base64›.',
  'OMBUD_E_VERIFY_KEY/private-id': 'يقول المفتاح الخاص لـ {$name} إن معرّفه {$said}، ومعرّف مفتاحه {$id}.',
  'OMBUD_E_VERIFY_KEY/same-id': 'لمفتاحين مختلفين اسمهما {$name} معرّف واحد؛ أعطِ واحدًا منهما فقط.',
  'OMBUD_E_VERIFY_KEY/type':
    'مفتاح التحقق الخاص بـ {$name} ليس مفتاح ‹Ed25519› (النوع 1) ولا مفتاح شاهد (النوع 4).',
  'OMBUD_E_VERIFY_KEY/witness-key-signs': '{$name} مفتاح شاهد؛ يوقّع مشاركًا، لكنه لا يوقّع مذكرة.',
  'OMBUD_E_VERIFY_WEAK_KEY/weak':
    'مفتاح التحقق الخاص بـ {$name} من رتبة صغيرة أو مختلطة أو ليس بصورته المعتمدة، فلا تثبت توقيعاته شيئًا؛ اطلب من صاحبه مفتاح ‹Ed25519› سليمًا.',
  'OMBUD_E_VERIFY_NOTE/last-line': 'يجب أن ينتهي آخر سطر توقيع بسطر جديد.',
  'OMBUD_E_VERIFY_NOTE/many-signatures':
    'عدد التوقيعات في المذكرة {$count :string}؛ ويُقرأ منها على الأكثر {$most :string}.',
  'OMBUD_E_VERIFY_NOTE/no-blank-line': 'في المذكرة الموقّعة سطر فارغ قبل توقيعاتها؛ وليس في هذه.',
  'OMBUD_E_VERIFY_NOTE/not-plain-text': 'يجب أن تكون المذكرة الموقّعة بترميز ‹UTF-8› بلا محارف تحكم.',
  'OMBUD_E_VERIFY_NOTE/signature-line': 'سطر التوقيع "{$line}" ليس "‹— name base64›".',
  'OMBUD_E_VERIFY_NOTE/text-to-sign': 'النص الذي يُوقَّع يجب أن ينتهي بسطر جديد وألا يحوي محارف تحكم أخرى.',
  'OMBUD_E_VERIFY_NOTE/too-long': 'عدد حروف المذكرة أكثر من {$most :string}.',
  'OMBUD_E_VERIFY_SIGNATURE/wrong': 'توقيع {$name} خاطئ: غُيّر النص بعد توقيعه، أو وقّعه مفتاح آخر.',
  'OMBUD_E_VERIFY_UNSIGNED/by-none': 'لم يوقّع هذه المذكرة أي من المفاتيح المعطاة ({$keys}).',
  'OMBUD_E_VERIFY_UNSIGNED/by-witnesses-alone': 'وقّع شهود نقطة التحقق هذه، ولم يوقّعها سجلها.',
  'OMBUD_E_VERIFY_UNSIGNED/no-key-given': 'لم يُعطَ مفتاح للتحقق من توقيعات هذه المذكرة.',
  'OMBUD_E_VERIFY_CHECKPOINT/empty-root': 'نقطة التحقق التي حجمها 0 يجب أن يكون لها جذر الشجرة الفارغة.',
  'OMBUD_E_VERIFY_CHECKPOINT/form':
    'لنقطة التحقق ثلاثة أسطر (المنشأ والحجم والجذر)، ينتهي كل منها بسطر جديد.',
  'OMBUD_E_VERIFY_CHECKPOINT/root': 'يجب أن يكون الجذر "{$text}" بصورة ‹base64› من 32 بايتًا.',
  'OMBUD_E_VERIFY_CHECKPOINT/size': 'يجب أن يكون حجم الشجرة "{$text}" عددًا صحيحًا أقل من ‹2^53›.',
  'OMBUD_E_VERIFY_ORIGIN/other-key': 'نقطة التحقق للسجل {$origin}، والمفتاح الذي وقّعها لـ {$names}.',
  'OMBUD_E_VERIFY_ORIGIN/two-logs': 'نقطتا التحقق لسجلين مختلفين، {$older} و{$newer}.',
  'OMBUD_E_VERIFY_ROLLBACK/smaller':
    'عدد مدخلات الشجرة اللاحقة {$newSize :string}، وعدد مدخلات السابقة {$oldSize :string}: أُعيد السجل إلى الوراء.',
  'OMBUD_E_VERIFY_SPLIT/two-roots':
    'لشجرتين عدد مدخلات كل منهما {$size :string} جذران مختلفان: عرض السجل تاريخين مختلفين.',
  'OMBUD_E_VERIFY_RECEIPT/extra': 'السطر الإضافي في الإيصال ليس بصورة ‹base64›.',
  'OMBUD_E_VERIFY_RECEIPT/form': 'يبدأ الإيصال بالسطر {$header} وفيه سطر فارغ قبل نقطة تحققه.',
  'OMBUD_E_VERIFY_RECEIPT/hash-line': 'السطر "{$line}" من الإيصال ليس بصورة ‹base64› من 32 بايتًا.',
  'OMBUD_E_VERIFY_RECEIPT/index-line': 'في الإيصال "{$line}" مكان سطر رقم المدخل.',
  'OMBUD_E_VERIFY_RECEIPT/many-hashes': 'لا يزيد عدد بصمات البرهان على {$most :string}.',
  'OMBUD_E_VERIFY_POLICY/itself': 'لـ {$name} المفتاح العلني للسجل نفسه؛ ولا يكون السجل شاهدًا على نفسه.',
  'OMBUD_E_VERIFY_POLICY/not-a-witness': '{$name} ليس مفتاح شاهد: مفتاح الشاهد من النوع 4 (توقيع مشارك).',
  'OMBUD_E_VERIFY_POLICY/threshold':
    'يجب أن تكون العتبة {$threshold :string} عددًا صحيحًا من 0 إلى {$witnesses :string}، أي عدد الشهود.',
  'OMBUD_E_VERIFY_WITNESSES/too-few':
    'عدد الشهود الذين وقّعوا نقطة التحقق هذه {$seen :string} من {$threshold :string} لازمين.',
  'OMBUD_E_VERIFY_TILE/empty': 'البلاطة الفارغة لا بصمة لها.',
  'OMBUD_E_VERIFY_TILE/hashes': 'بصمات {$path} ليست التي وقّعها السجل.',
  'OMBUD_E_VERIFY_TILE/index': 'رقم البلاطة عدد صحيح من 0 فصاعدًا، لا {$index :string}.',
  'OMBUD_E_VERIFY_TILE/last-too-short':
    'عدد البايتات في آخر بلاطة من المستوى {$level :string} هو {$bytes :string}، والشجرة التي عدد مدخلاتها {$size :string} تحتاج إلى بصمات عددها {$width :string}.',
  'OMBUD_E_VERIFY_TILE/length':
    'البلاطة التي عدد بصماتها {$width :string} عدد بايتاتها {$needed :string}؛ وعدد بايتات هذه {$bytes :string}.',
  'OMBUD_E_VERIFY_TILE/level': 'مستوى البلاطة عدد صحيح من 0 إلى {$most :string}، لا {$level :string}.',
  'OMBUD_E_VERIFY_TILE/path': '"{$path}" ليس مسار بلاطة ولا حزمة مدخلات.',
  'OMBUD_E_VERIFY_TILE/too-short':
    'عدد بايتات البلاطة {$index :string} من المستوى {$level :string} هو {$bytes :string}، والبصمات اللازمة عددها {$width :string}.',
  'OMBUD_E_VERIFY_TILE/width': 'عدد البصمات في البلاطة من 1 إلى 256، لا {$width :string}.',
  'OMBUD_E_VERIFY_BUNDLE/count': 'عدد المدخلات في الحزمة من 1 إلى 256، لا {$count :string}.',
  'OMBUD_E_VERIFY_BUNDLE/cut-off': 'تنتهي الحزمة في وسط مدخلها {$entry :string}.',
  'OMBUD_E_VERIFY_BUNDLE/entry': 'المدخل {$index :string} ليس الذي وقّعه السجل.',
  'OMBUD_E_VERIFY_BUNDLE/entry-too-long':
    'عدد بايتات المدخل {$entry :string} من الحزمة أكثر من {$most :string}.',
  'OMBUD_E_VERIFY_BUNDLE/width': 'عدد المدخلات في الحزمة {$count :string}، ومسارها يعد بـ {$width :string}.',
};
