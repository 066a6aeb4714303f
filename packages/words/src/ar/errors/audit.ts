import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/audit`, in Arabic. */
export const audit: Catalogue = {
  'OMBUD_E_BAD_CONFIG/at-no-ledger':
    'سُمّي حجم سجل، وهذا المصدر ليس سجلًا. احذف ذلك، أو اكتب ‹ledger:DIR#SYSTEM›.',
  'command/OMBUD_E_BAD_CONFIG/at-no-ledger': 'الخيار هو ‹--at›.',
  'OMBUD_E_BAD_CONFIG/shadow-no-ledger':
    'القرارات التي بلا أثر تُعلَّم في سجل، وهذا المصدر ليس سجلًا. احذف ذلك، أو اكتب ‹ledger:DIR#SYSTEM›.',
  'command/OMBUD_E_BAD_CONFIG/shadow-no-ledger': 'الخيار هو ‹--shadow›.',
  'OMBUD_E_BAD_CONFIG/people-no-ledger':
    'القرارات التي اتخذها أشخاص تُعلَّم في سجل، وهذا المصدر ليس سجلًا. احذف ذلك، أو اكتب ‹ledger:DIR#SYSTEM›.',
  'command/OMBUD_E_BAD_CONFIG/people-no-ledger': 'الخيار هو ‹--people›.',
  'OMBUD_E_BAD_CONFIG/depth': 'العمق {$depth} ليس عددًا صحيحًا لا يقل عن 1. المعتاد اثنان: أزواج من الصفات.',
  'OMBUD_E_BAD_CONFIG/level': 'المستوى {$level} ليس بين ‹0.5› و1. المعتاد ‹0.95›.',
  'OMBUD_E_BAD_CONFIG/no-audit':
    '.input {$near.count :number} .match $near.count 0 {{لا يوجد تدقيق "{$audit}". التدقيقات هي: {$audits.list}.}} * {{لا يوجد تدقيق "{$audit}". هل قصدت {$near.or}؟}}',
  'OMBUD_E_BAD_CONFIG/no-checkpoint':
    'الدليل يخص نقطة تحقق، وهذا المصدر ليس سجلًا. دقّق ‹ledger:DIR#SYSTEM›، أو لا توقّع.',
  'command/OMBUD_E_BAD_CONFIG/no-checkpoint': 'الخيار هو ‹--sign›.',
  'OMBUD_E_BAD_CONFIG/reference-no-group':
    'يسمّي المرجع "{$name}"، وليس من المجموعات. المجموعات هي: {$groups.list}.',
  'OMBUD_E_BAD_CONFIG/seed': 'البذرة {$seed} ليست عددًا صحيحًا لا يقل عن 0. مثال ذلك 1.',
  'OMBUD_E_NO_SUCH_VALUE/reference':
    '.input {$near.count :number} .match $near.count 0 {{المرجع "‹{$name}={$value}›" ليس أحدًا في البيانات. فيها: {$values.list}.}} * {{المرجع "‹{$name}={$value}›" ليس أحدًا في البيانات. هل قصدت {$near.or}؟}}',
  'OMBUD_E_BAD_POLICY/beyond-1':
    'لا يمكن تجاوز {$limit} على "{$audit}"، لأن المعدلات تقع بين 0 و1. اكتب ‹0.05› لخمس نقاط.',
  'OMBUD_E_BAD_POLICY/ratio-of-0':
    '{$limit} على "{$audit}" هو 0، ولا تتجاوزه أي نسبة. اكتب ‹0.8› لأربعة أخماس.',
  'OMBUD_E_BAD_POLICY/limit': '{$limit} على "{$audit}" ليس عددًا لا يقل عن 0.',
  'OMBUD_E_BAD_POLICY/no-audit':
    '.input {$near.count :number} .match $near.count 0 {{تضع السياسة قاعدة على "{$audit}"، وليس تدقيقًا. التدقيقات هي: {$audits.list}.}} * {{تضع السياسة قاعدة على "{$audit}"، وليس تدقيقًا. هل قصدت {$near.or}؟}}',
  'OMBUD_E_BAD_POLICY/no-group':
    'تحكم السياسة على "{$audit}" حسب {$name}، وليس من المجموعات. المجموعات هي: {$groups.list}.',
  'OMBUD_E_BAD_POLICY/no-limit':
    'القاعدة على "{$audit}" لا تضع حدًا. ضع ‹minRatio› أو ‹maxRatio› أو ‹maxDifference› أو ‹minValue› أو ‹maxValue›.',
  'OMBUD_E_BAD_POLICY/no-pack':
    '.input {$near.count :number} .match $near.count 0 {{لا توجد حزمة قواعد "{$pack}". الحزم هي: {$packs.list}.}} * {{لا توجد حزمة قواعد "{$pack}". هل قصدت {$near.or}؟}}',
  'OMBUD_E_BAD_POLICY/not-measured':
    '.input {$measures.count :number} .match $measures.count 0 {{التدقيق "{$audit}" لا يقيس {$measure}، فلا يمكن وضع {$limit} عليه. لا يقيس شيئًا يصلح له حد.}} * {{التدقيق "{$audit}" لا يقيس {$measure}، فلا يمكن وضع {$limit} عليه. ما يقيسه: {$measures.list}.}}',
  'OMBUD_E_BAD_POLICY/pack-judge':
    'لا يُحكم على حزمة القواعد "{$pack}" بـ "{$judge}". اكتب ‹:point› أو ‹:interval›، أو لا تكتب شيئًا.',
  'OMBUD_E_FAVOURABLE/not-declared':
    'السياسة ({$asks}) تعنى بمن ينال ما هو حسن، ولم يصرّح أحد هل {$column} = {$positive.or} حسن أم سيئ للشخص. صرّح بـ ‹data.favourable› على أنه ‹positive› أو ‹negative›.',
  'command/OMBUD_E_FAVOURABLE/not-declared': 'الخيار هو ‹--favourable›.',
  'OMBUD_E_BAD_EVIDENCE/no-audit':
    'المظروف لا يحوي تدقيق سجل من ‹Ombud›. أعطِ المظروف الذي كُتب حين وُقّع تدقيق.',
};
