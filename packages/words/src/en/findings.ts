/** Why something was not measured, not counted or cannot be told (`Reason`), and what a limit found. */
export const findings = {
  'OMBUD_E_BAD_RESULT/not-a-result':
    'This is no result of an audit by Ombud that this version can read (its schema is {$schema}). Give a result.json that Ombud wrote, or update Ombud.',
  'reason/text': '{$text}',
  'reason/audit-threw': '{$audit} failed: {$message}',
  'reason/not-given':
    '.input {$roles.count :number} .match $roles.count one {{{$audit} needs {$roles}, which was not given.}} * {{{$audit} needs {$roles}, which were not given.}}',
  'reason/no-people': 'Nobody is counted in this rate for any group of {$groupBy}.',
  'reason/one-group':
    'Only one group of {$groupBy} has people in this rate, so there is nobody to compare with.',
  'reason/no-refused': 'The model refuses nobody in these data.',
  'reason/no-reference': 'There is no group to compare with.',
  'reason/no-population': 'No population share was given for {$attribute}.',
  'reason/one-category': 'Fewer than two categories are large enough to compare.',
  'reason/nothing-to-judge': 'The audit measured nothing that this limit fits.',
  'read/none': 'nothing',
  'read/values': 'Of {$column}, read as yes: {$positive}; as no: {$negative}.',
  'read/values-more':
    '.input {$more :number} .match $more one {{Of {$column}, read as yes: {$positive}; as no: {$negative}, and {$more} more value.}} * {{Of {$column}, read as yes: {$positive}; as no: {$negative}, and {$more} more values.}}',
  'read/condition': '{$meant} held for {$yes} and did not for {$no}.',
  'notice/sounds-bad':
    'Look: "{$column}" sounds like something bad for the person. Say whether the positive decision is good or bad for them.',
  'notice/all-positive-decision':
    'Look: every value of "{$column}" was read as the positive decision: {$values.list}. If one of them means something else, say which values are positive; if not, there is nothing to compare.',
  'notice/all-negative-decision':
    'Look: every value of "{$column}" was read as the negative decision: {$values.list}. If one of them means something else, say which values are positive; if not, there is nothing to compare.',
  'notice/all-positive-outcome':
    'Look: every value of "{$column}" was read as the positive outcome: {$values.list}. If one of them means something else, say which values are positive; if not, there is nothing to compare.',
  'notice/all-negative-outcome':
    'Look: every value of "{$column}" was read as the negative outcome: {$values.list}. If one of them means something else, say which values are positive; if not, there is nothing to compare.',
  'notice/needs-bins':
    'Look: "{$column}" holds {$numbers :number} numbers, most of them of fewer than 30 people, and each is audited as a group of its own. Put it into bins, with edges such as {$edges.list}.',
  'notice/third-values-decision':
    'Look: several values of "{$column}" were read as the negative decision: {$values.list}. One that is no decision, such as withdrawn, belongs in neither: name the negative values too.',
  'notice/third-values-outcome':
    'Look: several values of "{$column}" were read as the negative outcome: {$values.list}. One that is not known yet belongs in neither: name the negative values too.',
  'notice/opposite-polarity':
    'Look: the positive decision ("{$decision}") goes with fewer, not more, of the positive outcome ("{$outcome}"). If the decision is meant to foresee the outcome, one of the two is turned round, and what is called a mistake is none.',
  'notice/twice-named':
    'Look: beside "{$column}" there is a column "{$other}". A header that names a column twice gets such a number: check which of the two is meant.',
  'notice/looks-missing':
    'Look: values of "{$column}" that look like none were counted as groups: {$values.list}. Name them as missing if they are.',
  'notice/same-but-for-case':
    'Look: values of "{$column}" that differ only in capitals or spaces are counted as different groups: {$values.list}.',
  'notice/several-decisions':
    '.input {$rows :integer} .input {$people :integer} {{Look: the {$rows} decisions are about {$people} people ("{$column}"). A person with several is one person in every interval, test and verdict.}}',
  'notice/undated':
    '.input {$people :integer} .match $people one {{Look: {$people} person has no time in "{$column}" that can be read, and is in nothing that is said about time.}} * {{Look: {$people} people have no time in "{$column}" that can be read, and are in nothing that is said about time.}}',
  'notice/of-a-later-version':
    'Look: this result was written by Ombud {$version}, which tells more than this version can: {$kinds.list}. Use that version for the whole.',
  'notice/search-many-columns':
    'Look: the worst subgroup was searched in {$searched :integer} columns and not in {$n :integer} more, because there are too many: {$columns.list}. Name the columns that matter.',
  'notice/search-many-values':
    '.input {$n :integer} .match $n one {{Look: the worst subgroup was not searched in {$n} column with too many values for groups: {$columns.list}. Put numbers that matter into bins.}} * {{Look: the worst subgroup was not searched in {$n} columns with too many values for groups: {$columns.list}. Put numbers that matter into bins.}}',
  'notice/search-few-people':
    '.input {$n :integer} .match $n one {{Look: the worst subgroup could not be searched in {$n} column, in which no value has enough people: {$columns.list}. Put numbers into bins.}} * {{Look: the worst subgroup could not be searched in {$n} columns, in which no value has enough people: {$columns.list}. Put numbers into bins.}}',
  'notice/groups-cut':
    '.input {$groups :number} .input {$listed :number} {{By {$groupBy} there are {$groups} groups; listed are {$listed}: the lowest and highest rates and those that are compared. The verdict judged all.}}',
  'reason/too-few-people': 'Too few people to tell.',
  'reason/selective-labels':
    '.input {$decision :string} .match $decision positive {{The outcome is known for one decision only: {$people :integer} people with the positive decision have none, so this rate cannot be measured. What holds is the predictive value among the others, and bounds.}} * {{The outcome is known for one decision only: {$people :integer} people with the negative decision have none, so this rate cannot be measured. What holds is the predictive value among the others, and bounds.}}',
  'reason/missing':
    'Something is missing for {$people :integer} of {$of :integer} people, in each group alike as far as chance goes.',
  'reason/missing-ignored':
    'Something is missing for {$people :integer} of {$of :integer} people, and the policy ignores it.',
  'reason/missing-survived':
    'Something is missing for {$people :integer} of {$of :integer} people; the pass holds even in the worst case.',
  'reason/missing-worst-case':
    'Something is missing for {$people :integer} of {$of :integer} people; in the worst case the limit is broken.',
  'reason/missing-differential':
    'Something is missing for {$people :integer} of {$of :integer} people, in one group more than chance explains; the limit could be broken among them.',
  'reason/unreadable':
    '{$people :integer} of {$of :integer} recorded decisions cannot be read, and the policy does not allow that.',
  'reason/erased':
    '{$people :integer} of {$of :integer} recorded decisions were erased; the pass holds whatever they were.',
  'reason/erased-could-reverse':
    '{$people :integer} of {$of :integer} recorded decisions were erased; the limit could be broken among them.',
  'reason/favourable-not-declared':
    'Nobody declared whether the positive decision is good or bad for the person, so nothing is said of adverse impact.',
  'reason/withheld': 'Said with fewer people than may be published ({$code}).',
  'reason/outside-differs':
    '{$people :integer} people are in groups too small to judge or in none that is known; taken together, {$events :integer} of them had it, and that is beyond the limit.',
  'reason/all-positive-decision':
    'Every value of "{$column}" was read as the positive decision ({$values.list}), so nothing was compared.',
  'reason/all-negative-decision':
    'Every value of "{$column}" was read as the negative decision ({$values.list}), so nothing was compared.',
  'reason/all-positive-outcome':
    'Every value of "{$column}" was read as the positive outcome ({$values.list}), so nothing was compared.',
  'reason/all-negative-outcome':
    'Every value of "{$column}" was read as the negative outcome ({$values.list}), so nothing was compared.',
  'reason/nobody-has-it': 'Nobody has it in any group, so there is no ratio.',
  'reason/pairs-not-compared': 'The audit did not compare every two groups, so this is no pass.',
  'reason/uncovered':
    'The groups that are large enough hold {$covered :integer} of {$of :integer} people; {$people :integer} ({$share :percent maximumFractionDigits=1}) are in smaller groups or in none that is known, and the policy allows {$limit :percent maximumFractionDigits=1}.',
  'left-out/text': '{$text}',
  'left-out/no-decision': 'no decision',
  'left-out/no-outcome': 'no outcome',
  'left-out/no-score': 'no score',
  'left-out/no-time': 'no time that can be read',
  'left-out/weight-0': 'a weight of 0',
  'left-out/erased': 'erased from the ledger',
  'left-out/unreadable': 'cannot be read in the ledger',
  'left-out/nobody': 'Nobody in this category.',
  'left-out/under-share':
    'Fewer than {$share} of the people; shown, but without a ratio and never the highest rate.',
  'limit/value': '{$rate} of {$group}',
  'limit/ratio': '{$rate}: the ratio of {$group} to {$reference}',
  'limit/difference': '{$rate}: the difference between {$group} and {$reference}',
  'limit/odds-ratio': '{$rate}: the odds ratio of {$group} to {$reference}',
  'limit/at-least': 'at least {$value}',
  'limit/at-most': 'at most {$value}',
  'limit/found': '{$what} is {$value}; the limit is {$limit}.',
  'limit/found-with': '{$what} is {$value} ({$facts}); the limit is {$limit}.',
  'limit/not-measured': '{$what} could not be measured; the limit is {$limit}.',
  'limit/withheld-pass':
    '{$rate}: the limit of {$limit} is kept. Its figures are withheld: published, they could give somebody away.',
  'limit/withheld-fail':
    '{$rate}: the limit of {$limit} is broken. Its figures are withheld: published, they could give somebody away.',
  'limit/withheld-cannot-tell':
    '{$rate}: it cannot be told whether the limit of {$limit} is kept. Its figures are withheld: published, they could give somebody away.',
  'limit/not-judged': '{$audit} cannot be judged: {$why}',
  'limit/worse': '{$what} was {$before} in the baseline and is {$after} now, which is surely worse.',
  'limit/worse-new': '{$what} is {$after}, beyond the limit, which it was not in the baseline.',
  'limit/worse-more':
    '.input {$n :number} .match $n one {{One more is worse than in the baseline.}} * {{{$n} more are worse than in the baseline.}}',
  'limit/worse-unlisted': 'More is beyond the limit than in the baseline.',
  'limit/rates': '{$group} against {$reference}',
  'limit/interval': '{$level} interval {$low} to {$high}',
  'limit/no-lower-end': 'no lower end',
  'limit/no-upper-end': 'no upper end',
  'limit/people-needed-pass':
    'With about {$people} people in all, spread over the groups as now, a pass would show in 80 of 100 cases, if the rates stay as they are.',
  'limit/people-needed-fail':
    'With about {$people} people in each of the two groups, a fail would show in 80 of 100 cases, if the rates stay as they are.',
  'limit/people-beyond-pass':
    'To show a pass takes more than {$people} people in all, more than there will be, if the rates stay as they are.',
  'limit/people-beyond-fail':
    'To show a fail takes more than {$people} people in each of the two groups, more than there will be, if the rates stay as they are.',
  'role/population': 'population',
  'role/strata': 'strata',
  'reference/all-others': 'all others',
  'reference/population': 'its share of the population',
} as const;
