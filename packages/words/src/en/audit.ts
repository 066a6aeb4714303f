/** Errors of `@ombud/audit`: audits, policies, evidence. `command/...` is what the command adds. */
export const audit = {
  'OMBUD_E_BAD_CONFIG/at-no-ledger':
    'A size of a ledger was named, and this source is none. Leave it out, or write ledger:DIR#SYSTEM.',
  'command/OMBUD_E_BAD_CONFIG/at-no-ledger': 'The flag is --at.',
  'OMBUD_E_BAD_CONFIG/shadow-no-ledger':
    'Decisions without effect are marked in a ledger, and this source is none. Leave that out, or write ledger:DIR#SYSTEM.',
  'command/OMBUD_E_BAD_CONFIG/shadow-no-ledger': 'The flag is --shadow.',
  'OMBUD_E_BAD_CONFIG/people-no-ledger':
    'Decisions that people made are marked in a ledger, and this source is none. Leave that out, or write ledger:DIR#SYSTEM.',
  'command/OMBUD_E_BAD_CONFIG/people-no-ledger': 'The flag is --people.',
  'OMBUD_E_BAD_CONFIG/depth':
    'The depth {$depth} is not a whole number of at least 1. Two is usual: pairs of attributes.',
  'OMBUD_E_BAD_CONFIG/level': 'The level {$level} is not between 0.5 and 1. The usual one is 0.95.',
  'OMBUD_E_BAD_CONFIG/no-audit':
    '.input {$near.count :number} .match $near.count 0 {{There is no audit "{$audit}". The audits are: {$audits.list}.}} * {{There is no audit "{$audit}". Did you mean {$near.or}?}}',
  'OMBUD_E_BAD_CONFIG/no-checkpoint':
    'Evidence is about a checkpoint, and this source is no ledger. Audit ledger:DIR#SYSTEM, or do not sign.',
  'command/OMBUD_E_BAD_CONFIG/no-checkpoint': 'The flag is --sign.',
  'OMBUD_E_BAD_CONFIG/reference-no-group':
    'The reference names "{$name}", which is not one of the groups. The groups are: {$groups.list}.',
  'OMBUD_E_BAD_CONFIG/seed': 'The seed {$seed} is not a whole number of at least 0. For example 1.',
  'OMBUD_E_NO_SUCH_VALUE/reference':
    '.input {$near.count :number} .match $near.count 0 {{The reference "{$name}={$value}" is nobody in the data. It holds: {$values.list}.}} * {{The reference "{$name}={$value}" is nobody in the data. Did you mean {$near.or}?}}',
  'OMBUD_E_BAD_POLICY/beyond-1':
    '{$limit} of "{$audit}" could not be broken, since rates lie between 0 and 1. Write 0.05 for five points.',
  'OMBUD_E_BAD_POLICY/ratio-of-0':
    '{$limit} of "{$audit}" is 0, which no ratio can break. Write 0.8 for four fifths.',
  'OMBUD_E_BAD_POLICY/limit': '{$limit} of "{$audit}" is not a number of at least 0.',
  'OMBUD_E_BAD_POLICY/no-audit':
    '.input {$near.count :number} .match $near.count 0 {{The policy asserts on "{$audit}", which is no audit. The audits are: {$audits.list}.}} * {{The policy asserts on "{$audit}", which is no audit. Did you mean {$near.or}?}}',
  'OMBUD_E_BAD_POLICY/no-group':
    'The policy judges "{$audit}" by {$name}, which is not one of the groups. The groups are: {$groups.list}.',
  'OMBUD_E_BAD_POLICY/no-limit':
    'The assertion on "{$audit}" sets no limit. Set minRatio, maxRatio, maxDifference, minValue or maxValue.',
  'OMBUD_E_BAD_POLICY/no-pack':
    '.input {$near.count :number} .match $near.count 0 {{There is no rule pack "{$pack}". The packs are: {$packs.list}.}} * {{There is no rule pack "{$pack}". Did you mean {$near.or}?}}',
  'OMBUD_E_BAD_POLICY/not-measured':
    '.input {$measures.count :number} .match $measures.count 0 {{The audit "{$audit}" measures no {$measure}, so {$limit} cannot be asserted. It measures nothing that a limit fits.}} * {{The audit "{$audit}" measures no {$measure}, so {$limit} cannot be asserted. It measures: {$measures.list}.}}',
  'OMBUD_E_BAD_POLICY/pack-judge':
    'The rule pack "{$pack}" cannot be judged by "{$judge}". Write :point or :interval, or nothing.',
  'OMBUD_E_FAVOURABLE/not-declared':
    'The policy ({$asks}) is about who gets what is good, and nobody declared whether {$column} = {$positive.or} is good or bad for the person. Declare data.favourable: positive or negative.',
  'command/OMBUD_E_FAVOURABLE/not-declared': 'The flag is --favourable.',
  'OMBUD_E_BAD_EVIDENCE/no-audit':
    'The envelope does not hold an audit of a ledger by Ombud. Give the envelope that was written when an audit was signed.',
} as const;
