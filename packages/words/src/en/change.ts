/** What changed between two audits. */
export const change = {
  'change/title': 'What changed',
  'change/verdict': 'The verdict was “{$before}”, and is “{$after}” now.',
  'change/verdict-same': 'The verdict is as it was: “{$state}”.',
  'change/sides': 'Before: {$before} ({$rowsBefore} rows). After: {$after} ({$rowsAfter} rows).',
  'change/paired':
    '{$people} people are in both, and each is compared with themselves. Only before: {$before}; only after: {$after}; they are left out of what changed.',
  'change/regrouped':
    '.input {$n :number} .match $n one {{One of them is in another group before than after, and is counted on each side in the group of that side.}} * {{{$n} of them are in another group before than after, and are counted on each side in the group of that side.}}',
  'change/unnamed':
    'Rows that name no person cannot be matched and are left out as well: {$before} before, {$after} after.',
  'change/same-counts':
    'Both count exactly the same: their fingerprints are equal. Unless two samples of different people came out alike, they are of the same decisions.',
  'change/unpaired': 'The two are compared as two samples of different people.',
  'change/gap-wider':
    '{$rate}: the gap between {$group} and {$reference} grew, from {$before} to {$after} (change {$change}; {$level} interval {$interval}; p {$p}).',
  'change/gap-narrower':
    '{$rate}: the gap between {$group} and {$reference} shrank, from {$before} to {$after} (change {$change}; {$level} interval {$interval}; p {$p}).',
  'change/gap-turned':
    '{$rate}: the gap between {$group} and {$reference} turned round, from {$before} to {$after} (change {$change}; {$level} interval {$interval}; p {$p}).',
  'change/rate-up':
    '{$rate} of {$group} rose, from {$before} to {$after} (change {$change}; {$level} interval {$interval}; p {$p}).',
  'change/rate-down':
    '{$rate} of {$group} fell, from {$before} to {$after} (change {$change}; {$level} interval {$interval}; p {$p}).',
  'change/more':
    '.input {$n :number} .match $n one {{One more surely changed.}} * {{{$n} more surely changed.}}',
  'change/not-sure':
    '.input {$n :number} .match $n one {{Of one other gap or rate nobody can say that it changed.}} * {{Of {$n} other gaps and rates nobody can say that they changed.}}',
  'change/none-sure':
    '.input {$n :number} .match $n one {{One gap or rate was compared, and nobody can say that it changed.}} * {{{$n} gaps and rates were compared, and of none can anybody say that it changed.}}',
  'change/nothing-compared': 'No rate of any group is in both, so that nothing was compared.',
  'change/not-judged': 'not judged',
  'change/rule': '{$title}: {$before}, now {$after}.',
  'change/gap': '{$rate}: {$group} less {$reference}',
  'change/rate': '{$rate}: {$group}',
  'change/before': 'Before',
  'change/after': 'After',
  'change/what': 'What',
  'change/head': 'Change',
  'change/lead': 'What surely changed',
  'change/picture': 'Change of the gaps between groups; ✗ marks those that surely grew or turned round',
  'change/gaps-table': 'Each gap and each rate, the surest change first.',
  'change/rules-table': 'Each rule, before and after.',
  'change/intervals':
    'Each {$level} interval holds for itself alone; p is adjusted for everything that was compared.',
  'reason/other-meaning': 'The {$role} does not mean the same in both: a change may be one of meaning.',
  'reason/other-favourable':
    'What the positive decision is for the person, good or bad, was not said alike in both: what is favourable in one is not in the other, and rules about it are not comparable.',
  'reason/other-weights':
    'People do not count alike in both: rows are weighted, or stand for several, in one alone or by another column.',
  'reason/other-groups':
    'These attributes are in one of the two alone, and are not compared: {$columns.list}.',
  'reason/not-compared':
    'Only rates, their gaps and the rules are compared. These were measured in both and are not compared: {$audits.list}. Their numbers stand in both reports.',
  'reason/no-match': 'No person of one is in the other, so that nobody can be compared with themselves.',
  'reason/other-rows':
    'Some times could not be read one by one as the audit read them, so that people are not matched.',
  'reason/weighted':
    'People are not matched where a row is weighted or stands for several: the two are two samples.',
  'reason/not-files': 'People are matched between two files only; of another source the two are two samples.',
  'reason/repeated': 'Some people are there several times, so that people cannot be matched one to one.',

  'baseline/held':
    'Held against the baseline of {$date}. Rules that fail as they did then: {$known}; surely worse or for more groups: {$worse}; new failures: {$fresh}.',
  'baseline/held-until':
    'Held against the baseline of {$date}, which ends on {$expires}. Rules that fail as they did then: {$known}; surely worse or for more groups: {$worse}; new failures: {$fresh}.',
  'baseline/expired': 'The baseline of {$date} ended on {$expires}, and excuses nothing.',
  'baseline/known': 'Fails, as the baseline of {$date} already did',
  'baseline/worse': 'Fails, worse than in the baseline of {$date}',
  'baseline/open': 'Cannot tell; it failed in the baseline of {$date}',
  'baseline/verdict-known':
    'Fails, as the baseline of {$date} already did; nothing new and nothing surely worse. {$tally}',
  'baseline/verdict-worse': 'Fail: worse than in the baseline of {$date}. {$tally}',
  'baseline/verdict-new': 'Fail: something fails that did not in the baseline of {$date}. {$tally}',
} as const;
