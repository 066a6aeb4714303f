import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/cli`, in Arabic. */
export const cli: Catalogue = {
  'OMBUD_E_CANNOT_WRITE/source': 'سيُكتب التقرير فوق القرارات في "{$path}". اختر مكانًا آخر.',
  'OMBUD_E_BAD_BINS/bins-flag': '"‹--bins {$text}›" ليس عمودًا مع أرقام. اكتب مثلًا ‹--bins age=25,40,65›.',
  'OMBUD_E_BAD_BINS/bins-of-nothing':
    'يسمّي ‹--bins› العمود "{$column}"، وليس مجموعة ولا طبقة. أضفه إلى ‹--groups› أو ‹--strata›.',
  'OMBUD_E_BAD_CONFIG/flag-alone':
    'الخيار ‹--{$flag}› لا يفعل شيئًا من دون ‹--{$needs}›. أضف هذا، أو احذف ‹--{$flag}›.',
  'OMBUD_E_BAD_CONFIG/flags-apart': 'الخيار ‹--{$flag}› لا يفعل شيئًا مع ‹--{$other}›. احذف أحدهما.',
  'OMBUD_E_BAD_CONFIG/sign-no-baseline':
    'ما يُوقَّع هو النتيجة نفسها، ولا يعفيها أي خط أساس. وقّع في تشغيل، وقارن بخط الأساس في تشغيل آخر.',
  'OMBUD_E_BAD_CONFIG/against-itself':
    'يُقارَن القرار بنفسه: سمِّ قرارًا آخر بـ ‹--against-decision›، أو مصدرًا آخر بـ ‹--against›.',
  'OMBUD_E_BAD_CONFIG/empty-value':
    '"{$text}" لا يسمّي قيمة إيجابية بعد "‹=›". اكتب مثلًا ‹--decision approved=yes›.',
  'OMBUD_E_BAD_CONFIG/period-flag': '‹--period {$text}› ليس مدة. استعمل {$periods.or}.',
  'OMBUD_E_BAD_CONFIG/favourable-flag':
    '‹--favourable {$text}› ليس ‹positive› ولا ‹negative›. استعمل أحدهما.',
  'OMBUD_E_BAD_CONFIG/no-language': 'لا يتكلم ‹Ombud› اللغة "{$tag}". يتكلم: {$languages.list}.',
  'OMBUD_E_BAD_CONFIG/not-a-number': 'قيمة ‹--{$name}› هي "{$text}"، وليست رقمًا. أعطِ رقمًا.',
  'OMBUD_E_BAD_CONFIG/population-empty':
    'ملف السكان "{$file}" لا يحوي حصصًا. أعطِ ملف ‹CSV› أعمدته ‹attribute› و‹value› و‹share›.',
  'OMBUD_E_BAD_CONFIG/population-line':
    'ليس في السطر {$line :number useGrouping=never} من ملف السكان "{$file}" صفة وقيمة وحصة لا تقل عن 0. أعطِ ملف ‹CSV› أعمدته ‹attribute› و‹value› و‹share›.',
  'OMBUD_E_BAD_CONFIG/population-unreadable':
    'تعذّرت قراءة ملف السكان "{$file}". أعطِ ملف ‹CSV› أعمدته ‹attribute› و‹value› و‹share›.',
  'OMBUD_E_BAD_CONFIG/reference-flag':
    '"‹--reference {$text}›" غير مفهوم. اكتب ‹highest› أو ‹all-others›، أو مثلًا ‹sex=M›.',
  'OMBUD_E_BAD_CONFIG/verify-evidence': 'حيث يُتحقق من دليل موقّع لا يفعل {$extra.list} شيئًا: احذف ذلك.',
  'OMBUD_E_BAD_CONFIG/verify-growth': 'حيث يُتحقق من نقطتي تحقق لا يفعل {$extra.list} شيئًا: احذف ذلك.',
  'OMBUD_E_BAD_CONFIG/verify-log': 'حيث يُتحقق من سجل منشور كامل لا يفعل {$extra.list} شيئًا: احذف ذلك.',
  'OMBUD_E_BAD_CONFIG/verify-page':
    'يكتب ‹--page› الصفحة التي تتحقق، ولا يتحقق هو من شيء، فلا يفعل {$extra.list} شيئًا: اكتب الصفحة وحدها، وتحقق في تشغيل آخر.',
  'OMBUD_E_BAD_CONFIG/verify-receipt': 'حيث يُتحقق من إيصال لا يفعل {$extra.list} شيئًا: احذف ذلك.',
  'OMBUD_E_BAD_POLICY/neither-pack-nor-file':
    '"{$name}" ليس حزمة قواعد ولا ملف سياسة. الحزم هي: {$packs.list}.',
  'OMBUD_E_EXPLAIN_FLAGS/not-whole': 'يجب أن تكون قيمة {$flag} عددًا صحيحًا، و"{$value}" ليس كذلك.',
  'OMBUD_E_EXPLAIN_FLAGS/one-person': 'يُشرح شخص واحد في كل مرة: أعطِ واحدًا من ‹--row› و‹--where› و‹--entry›.',
  'OMBUD_E_EXPLAIN_FLAGS/protocol':
    '"{$value}" ليس بروتوكولًا: اكتب ‹plain› أو ‹mlflow› أو ‹open-inference:MODEL›.',
  'OMBUD_E_EXPLAIN_FLAGS/several-formats':
    'الصيغ المتعددة ({$formats.list}) تحتاج إلى مجلد توضع فيه: أعطِ ‹--out›.',
  'OMBUD_E_EXPLAIN_FLAGS/where': '"{$value}" لا يسمّي أحدًا: اكتب ‹--where COLUMN=VALUE›، مثل ‹id=4711›.',
  'OMBUD_E_LEDGER_INDEX/not-an-index': '"{$text}" ليس رقم مدخل: أعطِ عددًا صحيحًا من 0 فصاعدًا.',
  'OMBUD_E_LEDGER_INPUT/cannot-read': 'تعذّرت قراءة الملف {$file}: تحقق من اسمه.',
  'OMBUD_E_LEDGER_USAGE/not-a-port': '"{$text}" ليس منفذًا: أعطِ عددًا من 0 إلى 65535.',
  'OMBUD_E_LEDGER_USAGE/nothing-to-verify': 'لا شيء يُتحقق منه: سمِّ إيصالًا، أو نقطتي تحقق، أو سجلًا منشورًا.',
  'OMBUD_E_LEDGER_USAGE/one-checkpoint':
    'نقطة تحقق واحدة لا تثبت شيئًا: "{$file}" واحدة. سمِّ اللاحقة أيضًا، أو تحقق من سجل كامل بالخيار ‹--log›.',
  'OMBUD_E_LEDGER_USAGE/not-a-shell':
    '"{$shell}" ليس غلافًا تُكمَل فيه الأوامر هنا: سمِّ واحدًا من {$shells.list}.',
  'OMBUD_E_LEDGER_USAGE/not-an-age': '"{$text}" ليس عمرًا: أعطِ أيامًا، مثل ‹730d›.',
  'OMBUD_E_LEDGER_USAGE/role-not-named': 'لم يُسمَّ {$name}: أضف ‹--{$name} {$what}›، أو اذكره في ‹ombud.yaml›.',
  'OMBUD_E_LEDGER_USAGE/which-decision':
    'يسمّي الصف قراره بـ ‹--subject› أو بـ ‹--index›، لا بكليهما: احذف أحدهما.',
  'OMBUD_E_MISSING_ROLE/not-chosen': 'لم تُختر الأدوار، ولم يُدقَّق شيء.',
  'OMBUD_E_MISSING_ROLE/nothing-like-a-decision':
    'لا عمود في "{$source}" يشبه القرار: لا عمود له من 2 إلى 20 قيمة. سمِّ العمود بـ ‹--decision›.',
  'OMBUD_E_NO_SOURCE/no-example':
    'المثال جزء من المستودع وليس هنا. شغّل بدلًا منه "‹ombud incidents berkeley-1973›".',
  'OMBUD_E_NO_SOURCE/none-named':
    'لم يُسمَّ أي مصدر. اكتب "‹ombud audit FILE --decision COLUMN --groups COLUMN›"، أو أنشئ ‹ombud.yaml› بالأمر "‹ombud init FILE›".',
  'OMBUD_E_STOPPED/signal':
    '.input {$line :number useGrouping=never} .match $line 0 {{أوقفت الإشارة ‹{$signal}› التسجيل قبل قراءة أي صف من {$file}.}} * {{أوقفت الإشارة ‹{$signal}› التسجيل بعد السطر {$line} من {$file}. ما يليه لم يُسجَّل.}}',
  'command/OMBUD_E_BAD_CONFIG/ll144-needs-audit': 'أضف ‹--policy nyc-ll144›، أو ‹--audits ll144›.',
  'command/OMBUD_E_BAD_CONFIG/several-formats': 'أضف ‹--out FOLDER›.',
  'command/OMBUD_E_BAD_CONFIG/sign-needs-ledger': 'أو احذف ‹--sign›.',
  'command/OMBUD_E_CANNOT_WRITE/exists': 'أضف ‹--force› لتكتب فوقه، أو ‹--out› لاسم آخر.',
  'command/OMBUD_E_CONNECTION/not-confirmed':
    'اكتب "‹ombud audit SOURCE --reproduce FILE --key VKEY›"، أو شغّل هذا في طرفية تُسأل فيها.',
  'command/OMBUD_E_CONNECTION/untrusted-keys': 'أضف ‹--key VKEY›.',
  'command/OMBUD_E_LEDGER_USAGE/no-entry': 'أضف ‹--entry FILE›.',
  'command/OMBUD_E_LEDGER_USAGE/no-key': 'أضف ‹--key VKEY›.',
  'command/OMBUD_E_LEDGER_USAGE/no-tree-for-audit': 'أضف ‹--from FOLDER›.',
  'command/OMBUD_E_LEDGER_USAGE/no-tree-for-growth': 'أضف ‹--from FOLDER›.',
  'command/OMBUD_E_LEDGER_USAGE/not-loopback': 'أضف ‹--public› إن كنت تقصد ذلك.',
  'command/OMBUD_E_LEDGER_USAGE/whom-to-erase': 'اكتب ‹--subject ID›، أو ‹--older-than 730d›.',
  'help/after-error': '(‹ombud --help› يبيّن كيف يُستعمل)',
  'cli/our-fault': 'هذا خطأ منا: {$message}',
  'cli/our-fault-report': 'اضبط ‹OMBUD_DEBUG=1› لترى أين، وأبلغنا به من فضلك.',
  'cli/append/refused': 'رُفض السطر {$line :number useGrouping=never} من {$file}: {$why}.',
  'cli/usage/unknown-option':
    '.input {$near.count :number} .match $near.count 0 {{لا يوجد خيار "{$flag}".}} * {{لا يوجد خيار "{$flag}". هل قصدت {$near.or}؟}}',
  'cli/usage/unknown-command':
    '.input {$near.count :number} .match $near.count 0 {{لا يوجد أمر "{$name}".}} * {{لا يوجد أمر "{$name}". هل قصدت {$near.or}؟}}',
  'cli/usage/missing-argument': 'الناقص هو: {$name}.',
  'cli/usage/missing-value': 'الخيار "{$flags}" يحتاج إلى قيمة.',
  'cli/usage/missing-option': 'الخيار "{$flags}" لازم.',
  'cli/usage/conflict': 'الخيار "{$flags}" والخيار "{$other}" لا يجتمعان. احذف أحدهما.',
  'cli/usage/too-many': 'سُمّي أكثر مما يلزم: المتوقع {$expected}، والمعطى {$found}.',
  'cli/usage/not-a-choice': 'الخيار "{$flags}" لا يقبل "{$value}". يقبل: {$choices}.',
};
