/** What tribunals ask of two groups, and what is left of a gap among people who are alike. */
export const tribunal = {
  'audit/tribunal': 'What a tribunal asks',
  'audit/tribunal/asks':
    'How many people a group is short of, in people and in standard deviations, and whether one person would turn it round.',
  'audit/adjusted-disparity': 'Adjusted disparity',
  'audit/adjusted-disparity/asks':
    'The difference that is left when people are alike in the strata, by logistic regression.',
  'test/logit': 'logistic regression',
  'method/delta': 'delta method',
  'method/exact-conditional': 'exact conditional',

  'head/shortfall': 'Short by (people)',
  'head/standard-deviations': 'Standard deviations',
  'head/exact-p': 'Exact p',
  'head/mid-p': 'Mid-p',
  'head/one-person': 'One person more',
  'head/cohens-h': 'Cohen’s h',
  'head/phi': 'Phi',
  'head/pooled': 'Pooled over strata',
  'head/crude-difference': 'Difference',
  'head/adjusted-difference': 'Difference among people alike',

  'tribunal/caption': 'What a tribunal asks, by {$by}',
  'tribunal/intro':
    'Courts look closer beyond 2 or 3 standard deviations. A difference that one person turns round is no evidence.',
  'tribunal/turns-round': 'turns the order round (ratio {$ratio})',
  'tribunal/stays': 'leaves the order (ratio {$ratio})',
  'tribunal/pooled':
    '.input {$n :integer} .match $n one {{odds ratio {$ratio}, exact p {$p}, mid-p {$midP}, {$n} stratum}} * {{odds ratio {$ratio}, exact p {$p}, mid-p {$midP}, {$n} strata}}',

  'adjusted/caption': 'The difference among people who are alike, by {$by}',
  'adjusted/intro-logit':
    '.input {$n :integer} {{Logistic regression over {$n} people with {$variables}; compared with {$reference}. A difference that is left is no proof of unfairness, and none that is left is no proof of fairness.}}',
  'adjusted/intro-firth':
    '.input {$n :integer} {{Logistic regression with the penalty of Firth, because some group has few people on one side, over {$n} people with {$variables}; compared with {$reference}. A difference that is left is no proof of unfairness, and none that is left is no proof of fairness.}}',
  'adjusted/tainted':
    'Look: "{$column}" itself differs by group (Cramér’s V {$v}): to hold it alike may hide what one looks for.',

  'reason/no-regression-of-weights':
    'There are weights, or people with several rows: this regression is not made for them.',
  'reason/no-fit':
    'The variables say the same as one another, or as the group, so that nobody can tell them apart.',
} as const;
