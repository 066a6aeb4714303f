/** The reports on scores and on time: calibration, ranking, need at equal score, rates by period. */
export const scores = {
  'audit/calibration': 'Calibration',
  'audit/calibration/asks':
    'Whether people with the same score have the outcome equally often in every group, and whether the score is true.',
  'audit/auc': 'Ranking',
  'audit/auc/asks':
    'How often the score puts somebody with the outcome above somebody without it, inside each group and across groups.',
  'audit/need-at-equal-score': 'Need at equal score',
  'audit/need-at-equal-score/asks':
    'Whether people of different groups who have the same score need the same. If one group needs more, the score stands for something else than need.',
  'audit/over-time': 'Over time',
  'audit/over-time/asks':
    'Each rate by period, and the most likely change. Rates of single periods jump by chance; the adjusted p says whether a change is more than that.',
  'measure/false-negative-rate': 'false negative rate',
  'method/delong-logit': 'DeLong on the logit scale',
  'method/newcombe-mann-whitney': 'Newcombe for the Mann-Whitney statistic',
  'method/student': 'Student',
  'method/wald': 'Wald',
  'method/within-bands': 'normal, inside bands',
  'method/beta-mixture-sequence': 'confidence sequence (beta mixture)',
  'test/delong': 'DeLong',
  'test/delong-q': 'Cochran’s Q with DeLong variances',
  'test/within-bands-z': 'z inside bands of the score',

  'role/need': 'need',
  'reason/scores-repeated':
    'Weights and people who stand in several rows change how sure this is in a way that its methods do not know.',
  'reason/no-scores': 'Nobody has a score.',
  'reason/no-common-score':
    'No band of the score has two people of each of two groups of {$groupBy}, so nobody can be compared at the same score.',
  'reason/no-both-outcomes':
    'Fewer than two groups of {$groupBy} have people with the outcome and people without it.',
  'reason/one-period': 'The dates lie in {$periods :number} period; two are needed.',
  'reason/many-periods':
    'The dates lie in {$periods :number} periods, and at most {$most :number} can be shown. Choose a longer period.',

  'head/score': 'Score',
  'head/mean-score': 'Mean score',
  'head/difference-at-score': 'Difference at equal score (interval)',
  'head/compared-people': 'People compared',
  'head/not-comparable': 'People with nobody to compare',
  'head/with-outcome': 'With the outcome',
  'head/without-outcome': 'Without it',
  'head/auc': 'Inside the group (AUC)',
  'head/bpsn': 'Without it, against others with it (BPSN)',
  'head/bnsp': 'With it, against others without it (BNSP)',
  'head/in-the-large': 'Rate minus mean score',
  'head/slope': 'Slope',
  'head/intercept': 'Intercept',
  'head/calibration-error': 'Calibration error',
  'head/periods': 'Periods with people',
  'head/change-at': 'Most likely change',
  'head/rate-before': 'Rate before',
  'head/rate-after': 'Rate after',
  'head/may-be': 'May as well be',

  'pairs/caption': '{$title}: differences between groups by {$by}',
  'need/caption': 'How much more {$need} at the same score, by {$by}',
  'need/intro':
    'The difference of the mean {$need} inside bands of the score, so that people of about the same score are compared.',
  'need/bands': 'Mean {$need} by band of the score and {$by}',
  'need/cell': '{$mean}, {$n} people',
  'need/picture':
    'The mean {$need} in {$bands} bands of the score with about as many people each, lowest scores first; bars are 95 % intervals. If the score meant the same need for all, the lines would lie on each other.',
  'need/axis': 'Band of the score',
  'ranking/caption': 'How well the score ranks, by {$by}',
  'ranking/intro':
    'Of all pairs of one person with the outcome and one without, the share in which the first has the higher score; a tie counts half. 50 % is no better than a coin.',
  'ranking/intro-steps':
    'Of all pairs of one person with the outcome and one without, the share in which the first has the higher score; a tie counts half. 50 % is no better than a coin. There are so many different scores that neighbours were put together into a thousand steps first.',
  'calibration/caption': 'The score as a chance, by {$by}',
  'calibration/intro':
    'A score that is true has a rate equal to the mean score (difference 0), a slope of 1 and an intercept of 0. A slope below 1 says that the scores are too extreme. The calibration error is the root of the mean squared distance over the bins, without what chance makes of it.',
  'calibration/no-chance':
    'Some scores lie outside 0 to 1, so they cannot be read as a chance; the groups are compared at the same score.',
  'calibration/bins': 'Score and rate by {$by}',
  'calibration/picture':
    'How often the outcome happened in bins of the score with about as many people each; bars are 95 % intervals. Where the lines lie apart, the same score means another rate.',
  'calibration/picture-chance':
    'How often the outcome happened in bins of the score with about as many people each; bars are 95 % intervals. On the dashed line the score is true.',
  'periods/caption': '{$title}: the most likely change, by {$by}',
  'periods/intro':
    'One change is looked for at all periods at once; p is adjusted for that and for all groups of the table.',
  'periods/picture': '{$title}, a point a period; bars are 95 % intervals of the single period.',
  'periods/from-to': '{$first} to {$last}',

  'claim/need-more':
    'At the same score, {$group} have {$value} more {$need} than {$reference} on average ({$interval}): the score stands for something else than this need.',
  'claim/need-fewer':
    'At the same score, {$group} have {$value} less {$need} than {$reference} on average ({$interval}): the score stands for something else than this need.',
  'claim/need-chance':
    'At the same score, {$group} and {$reference} have the same {$need} as far as can be told ({$interval}).',
  'claim/auc-worse':
    'The score ranks {$group} worse than {$reference}: among {$group}, it puts somebody with the outcome above somebody without it less often, by {$value} ({$interval}).',
  'claim/auc-better':
    'The score ranks {$group} better than {$reference}: among {$group}, it puts somebody with the outcome above somebody without it more often, by {$value} ({$interval}).',
  'claim/auc-chance':
    'Whether the score ranks {$group} better or worse than {$reference} cannot be told ({$interval}).',
  'claim/calibration-more':
    'At the same score, the outcome happens more often to {$group} than to {$reference}, by {$value} ({$interval}).',
  'claim/calibration-fewer':
    'At the same score, the outcome happens less often to {$group} than to {$reference}, by {$value} ({$interval}).',
  'claim/calibration-chance':
    'At the same score, the outcome happens to {$group} as often as to {$reference}, as far as can be told ({$interval}).',
  'claim/rate-changed': '{$title} of {$group} changed from {$before} to {$after}, most likely in {$period}.',
} as const;
