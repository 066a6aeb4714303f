/** The answer: the claims of a result as sentences, and how they name people, decisions and the verdict. */
export const answer = {
  'name/people': 'people',
  'name/people-with': '{$people} with {$group}',
  'name/everybody': 'everybody',
  'name/everybody-else': 'everybody else',
  'name/population': 'the population',
  'name/empty': '(empty)',
  'event/positive': 'got the positive decision',
  'event/positive-role': 'got the positive decision ({$meant})',
  'event/favourable': 'got the favourable decision',
  'event/favourable-role': 'got the favourable decision (not {$meant})',
  'event/outcome': 'had the positive outcome',
  'event/outcome-role': 'had the positive outcome ({$meant})',
  'meaning/favourable': 'Positive means {$meant}; for the person this is favourable.',
  'meaning/favourable-for':
    'Positive means {$meant}, for {$people} who {$decided}; for the person this is favourable.',
  'meaning/not-declared':
    'Positive means {$meant}; whether that is good or bad for the person was not declared, so nothing here is called adverse.',
  'meaning/not-declared-for':
    'Positive means {$meant}, for {$people} who {$decided}; whether that is good or bad for the person was not declared, so nothing here is called adverse.',
  'meaning/unfavourable': 'Positive means {$meant}; for the person this is unfavourable.',
  'meaning/unfavourable-for':
    'Positive means {$meant}, for {$people} who {$decided}; for the person this is unfavourable.',
  'meaning/outcome': 'The positive outcome is {$meant}.',
  'meaning/outcome-for': 'The positive outcome is {$meant}, for {$people} who {$happened}.',
  'meaning/outcome-alone': 'Positive means {$meant}.',
  'meaning/outcome-alone-for': 'Positive means {$meant}, for {$people} who {$happened}.',

  'claim/rates':
    'For every {$of} {$low}, {$lowCount} {$event}{$rank}; for every {$of} {$high}, {$highCount}{$highRank}.',
  'claim/rates-one':
    'Among {$low} ({$lowN}), {$lowCount} {$event}{$rank}; among {$high} ({$highN}), {$highCount}{$highRank}.',
  'claim/rates-few':
    'Of the {$lowN} {$low}, {$lowCount} {$event}{$rank}; of the {$highN} {$high}, {$highCount}{$highRank}.',
  'claim/rates-titled': '{$title}: {$lowRate} for {$low}{$rank}; {$highRate} for {$high}.',
  'claim/rank-lowest': ', the lowest of {$groups} groups by {$by}',
  'claim/rank-highest': ', the highest',
  'claim/rank-same': ' as well',
  'claim/rank-same-highest': ' as well, the highest',
  'claim/differs': 'This difference is larger than chance alone explains.',
  'claim/differs-by': 'This difference is larger than chance alone explains: {$comparison}.',
  'claim/may-be-chance': 'This difference cannot be told apart from chance.',
  'claim/may-be-chance-by': 'This difference cannot be told apart from chance: {$comparison}.',
  'claim/may-be-one-of-many':
    '.input {$questions :number} .match $questions 1 {{This difference may still be chance: {$comparison}. Its interval leaves out equality, but it is called larger than chance only where that is so at {$needed}.}} * {{This difference may still be chance: {$comparison}. Its interval leaves out equality, but this audit asks {$questions} such questions, of which chance brings one too easily: it is called larger than chance only where that is so at {$needed}.}}',
  'claim/small-groups':
    '.input {$small :number} .match $small 1 {{One group of fewer than {$few} people is in the tables, not in this sentence.}} * {{{$small} groups of fewer than {$few} people are in the tables, not in this sentence.}}',
  'claim/more-attributes':
    '.input {$n :number} .match $n one {{{$n} more attribute is in the tables.}} * {{{$n} more attributes are in the tables.}}',
  'claim/strata-reverse-less':
    "Taken all together, {$group} {$event} less often than {$reference}. Among {$people} of the same {$strata} it is the other way round: the strata reverse the answer (Simpson's paradox). Look at who is in which before you judge.",
  'claim/strata-reverse-more':
    "Taken all together, {$group} {$event} more often than {$reference}. Among {$people} of the same {$strata} it is the other way round: the strata reverse the answer (Simpson's paradox). Look at who is in which before you judge.",
  'claim/strata-explain-less':
    'Taken all together, {$group} {$event} less often than {$reference}. Among {$people} of the same {$strata} most of that difference goes away: it is {$inside}, against {$together} all together. Look at who is in which before you judge.',
  'claim/strata-explain-more':
    'Taken all together, {$group} {$event} more often than {$reference}. Among {$people} of the same {$strata} most of that difference goes away: it is {$inside}, against {$together} all together. Look at who is in which before you judge.',
  'claim/strata-comparable':
    'Only {$comparable} of {$of} could be compared so: those in a {$strata} that has both groups.',
  'claim/strata-incomparable':
    'No {$strata} has both {$group} and {$reference}, so like cannot be compared with like.',
  'claim/gap-inside-strata':
    'Among {$people} of the same {$strata}, the difference between {$group} and {$reference} in that decision is {$inside}; all together it is {$together}.',
  'claim/gap-inside-strata-interval':
    'Among {$people} of the same {$strata}, the difference between {$group} and {$reference} in that decision is {$inside} ({$interval}); all together it is {$together}.',
  'claim/gap-adjusted':
    'Among {$people} alike in {$strata}, by logistic regression, {$left} is what is left of the difference between {$group} and {$reference} in that decision; all together it is {$together}.',
  'claim/gap-adjusted-interval':
    'Among {$people} alike in {$strata}, by logistic regression, {$left} ({$interval}) is what is left of the difference between {$group} and {$reference} in that decision; all together it is {$together}.',
  'claim/wider-together':
    'Taken together, {$by} show a wider gap: from {$lowCount} in every {$of} ({$low}) to {$highCount} ({$high}).',
  'claim/mistakes-denied':
    'Mistakes are not spread evenly either. Where the positive outcome happened, the decision was negative all the same for {$highCount} of every {$of} {$high} and for {$lowCount} of every {$of} {$low}.',
  'claim/mistakes-wrongly':
    'Mistakes are not spread evenly either. Where the positive outcome did not happen, the decision was positive all the same for {$highCount} of every {$of} {$high} and for {$lowCount} of every {$of} {$low}.',
  'claim/people-more':
    'At the rate of {$reference} ({$rate}), about {$people} more of the {$n} {$group} would be among those who {$event}.',
  'claim/people-fewer':
    'At the rate of {$reference} ({$rate}), about {$people} fewer of the {$n} {$group} would be among those who {$event}.',
  'claim/in-tables': 'What was measured has no sentence here; the tables of the report tell it: {$audits}.',
  'claim/nothing-measured': 'No gap between groups could be measured.',
  'claim/not-measured': '{$title} by {$by}: {$why}',

  'compared/ratio-first': 'the first rate is {$value} times the second',
  'compared/ratio-second': 'the second rate is {$value} times the first',
  'compared/difference-first': 'the first rate differs from the second by {$value}',
  'compared/difference-second': 'the second rate differs from the first by {$value}',
  'compared/odds-ratio-first': 'the first odds are {$value} times the second',
  'compared/odds-ratio-second': 'the second odds are {$value} times the first',
  'compared/with-interval': '{$comparison} ({$interval})',
  'compared/interval': '{$level} interval {$range}',

  'verdict/pass': 'Pass',
  'verdict/fail': 'Fail',
  'verdict/cannot-tell': 'Cannot tell',
  'verdict/none': 'No limit was set, so there is no verdict.',
  'verdict/all-pass':
    '.input {$n :number} .match $n one {{Pass: every rule of the policy is met ({$n} rule).}} * {{Pass: every rule of the policy is met ({$n} rules).}}',
  'verdict/says-pass': 'Pass. {$tally}',
  'verdict/says-fail': 'Fail: the policy is not met. {$tally}',
  'verdict/says-cannot-tell':
    'Cannot tell: what was counted does not say whether the policy is met. That is not a pass. {$tally}',
  'verdict/warned-cannot-tell':
    'Cannot tell: what was counted does not say whether the policy is met. That is not a pass; the policy asks only to be warned of it. {$tally}',
  'verdict/only-warnings':
    'Cannot tell: every rule of the policy only warns, so none of them can be passed. {$tally}',
  'verdict/tally':
    '.input {$n :number} .match $n one {{Of {$n} rule, {$passed} passed, {$failed} failed and {$open} cannot be told.}} * {{Of {$n} rules, {$passed} passed, {$failed} failed and {$open} cannot be told.}}',
  'verdict/tally-warned':
    '.input {$n :number} .input {$warned :number} .match $n $warned one one {{Of {$n} rule, {$passed} passed, {$failed} failed, {$warned} only warns and {$open} cannot be told.}} * one {{Of {$n} rules, {$passed} passed, {$failed} failed, {$warned} only warns and {$open} cannot be told.}} * * {{Of {$n} rules, {$passed} passed, {$failed} failed, {$warned} only warn and {$open} cannot be told.}}',
  'verdict/warning': '{$verdict} (warning)',
  'verdict/warning-only': '{$verdict} (warning only)',
  'rule/title': '{$audit} by {$by}: {$limit}',
  'rule/title-measure': '{$audit} ({$measure}) by {$by}: {$limit}',
  'rule/title-group': '{$audit} by {$by}, {$group}: {$limit}',
  'rule/title-measure-group': '{$audit} ({$measure}) by {$by}, {$group}: {$limit}',
  'rule/measure-ratio': 'ratio',
  'rule/measure-difference': 'difference',
  'rule/measure-odds-ratio': 'odds-ratio',
  'rule/measure-value': 'value',

  'state/measured': 'measured',
  'state/cannot-tell': 'cannot tell',
  'state/not-applicable': 'not applicable',
  'state/error': 'error',

  'number/percent': '{$value} %',
  'number/points': '{$value} points',
  'number/range': '{$low} to {$high}',
  'number/not-measured': 'not measured',
  'number/no-limit': 'no limit',
} as const;
