/** The reports on scores and on time: calibration, ranking, need, distributions, thresholds, places, rates by period. */
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
  'audit/score-distributions': 'Score distributions',
  'audit/score-distributions/asks':
    'How the scores of each group lie beside those of the others, whatever was decided and whatever happened.',
  'audit/threshold-sweep': 'Threshold sweep',
  'audit/threshold-sweep/asks':
    'What each rate of each group would be if the decision were made at another threshold of the score.',
  'audit/ranking-exposure': 'Ranking exposure',
  'audit/ranking-exposure/asks':
    'Who has the first places when people are ranked by the score: the share of each group among the first, beside its share of all.',
  'audit/over-time': 'Over time',
  'audit/over-time/asks':
    'Each rate by period, and the most likely change. Rates of single periods jump by chance; the adjusted p says whether a change is more than that.',
  'audit/drift': 'Drift',
  'audit/drift/asks':
    'Whether the people, scores, decisions and outcomes of the last period are like those before.',
  'measure/false-negative-rate': 'false negative rate',
  'method/delong-logit': 'DeLong on the logit scale',
  'method/newcombe-mann-whitney': 'Newcombe for the Mann-Whitney statistic',
  'method/student': 'Student',
  'method/wald': 'Wald',
  'method/within-bands': 'normal, inside bands',
  'method/beside-slope': 'normal, inside narrow bands beside the slope of the score',
  'method/beta-mixture-sequence': 'confidence sequence (beta mixture)',
  'method/hedges-olkin': 'Hedges-Olkin',
  'method/welch': 'Welch',
  'method/dvoretzky-kiefer-wolfowitz': 'Dvoretzky-Kiefer-Wolfowitz band',
  'test/welch': 'Welch',
  'test/kolmogorov-smirnov': 'Kolmogorov-Smirnov',
  'test/kolmogorov-smirnov-exact': 'Kolmogorov-Smirnov, exact',
  'test/delong': 'DeLong',
  'test/delong-q': 'Cochran’s Q with DeLong variances',
  'test/within-bands-z': 'z inside bands of the score',
  'test/beside-slope-z': 'z inside narrow bands beside the slope of the score',

  'role/need': 'need',
  'reason/scores-repeated':
    'Weights and people who stand in several rows change how sure this is in a way that its methods do not know.',
  'reason/no-weighted-places':
    'Somebody who stands for others has no place of their own in a ranking, so who is among the first cannot be told with weights.',
  'reason/no-scores': 'Nobody has a score.',
  'reason/no-common-score':
    'No band of the score has two people of each of two groups of {$groupBy}, so nobody can be compared at the same score.',
  'reason/no-both-outcomes':
    'Fewer than two groups of {$groupBy} have people with the outcome and people without it.',
  'reason/no-period': 'None of the dates can be read; write them as 2026-03-17.',
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
  'head/threshold': 'Threshold',
  'head/own-threshold': 'Threshold that its decisions follow',
  'head/follow-it': 'Decisions that follow it',
  'head/mean-difference': 'Difference of the mean scores (interval)',
  'head/standardised': 'In standard deviations (interval)',
  'head/largest-distance': 'Largest distance of the shares below a score',
  'head/p-distance': 'p of that, adjusted',
  'head/moved': 'To be moved on average',
  'head/median-score': 'Median score',
  'head/among-first': 'Among the first {$first}',
  'head/column': 'Column',
  'head/value': 'Value',
  'head/stability': 'Stability index (PSI)',
  'head/test': 'Test',
  'head/periods': 'Periods with people',
  'head/change-at': 'Most likely change',
  'head/rate-before': 'Rate before',
  'head/rate-after': 'Rate after',
  'head/may-be': 'May as well be',

  'pairs/caption': '{$title}: differences between groups by {$by}',
  'need/caption': 'How much more {$need} at the same score, by {$by}',
  'need/intro':
    'The difference of the mean {$need} of people with the same score; where few people share one, inside narrow bands, without the slope of the score itself.',
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
  'scores/steps':
    'There are so many different scores that neighbours were put together into a thousand steps first.',
  'sweep/caption': 'Rates at the threshold {$threshold}, by {$by}',
  'sweep/caption-own': 'Rates at the threshold of each group, by {$by}',
  'sweep/numbers': '{$title} at each threshold, by {$by}',
  'sweep/present-at-least':
    'The decisions follow the threshold {$threshold} now: {$follows} of people get the positive decision exactly when their score is at least that.',
  'sweep/present-at-most':
    'The decisions follow the threshold {$threshold} now: {$follows} of people get the positive decision exactly when their score is at most that.',
  'sweep/no-present':
    'The decisions do not follow a threshold of the score, so none is marked. The rates of the table are those at {$threshold}, in the middle of the scores.',
  'sweep/picture':
    '{$title} of each group at every threshold of the score. Each band holds at all thresholds together with a chance of {$level}.',
  'sweep/picture-present':
    '{$title} of each group at every threshold of the score. Each band holds at all thresholds together with a chance of {$level}. The upright line is the threshold that the decisions follow now.',
  'distributions/caption': 'Where the scores lie, by {$by}',
  'distributions/intro':
    'The largest distance is that of the two shares of people with at most a score (Kolmogorov-Smirnov). To be moved on average is how far scores would have to be moved to make the two groups alike (Wasserstein).',
  'distributions/numbers': 'Share of people with at most a score, by {$by}',
  'distributions/picture':
    'The share of each group with at most a score. Where a line lies above another, that group has lower scores.',
  'exposure/caption': 'The first places by {$by}',
  'exposure/first-at-least':
    'The highest score has the first place; people with one score share their places.',
  'exposure/first-at-most': 'The lowest score has the first place; people with one score share their places.',
  'exposure/divergence':
    'Over the first {$depth} places the divergence of the shares from those of all (NDKL) is {$value}; rankings by lot give {$lot} on average, and p, the share of them that are at least as far away, is {$p}.',
  'exposure/cell': '{$share}, skew {$skew}',
  'exposure/picture':
    '{$title}: the skew of each group among so many of the first places, the logarithm of its share there over its share of all. At 0 a group has its share of the places, below 0 less; bars are intervals that hold for all groups together.',
  'exposure/axis': 'So many of the first places',
  'drift/caption': 'Drift: {$after} against the periods before',
  'drift/intro':
    '{$after} ({$afterN} people) is put beside {$from} to {$to} ({$beforeN} people). The index is 0 where nothing has moved; what chance makes of it depends on the number of people, so look at p, which is adjusted for all columns.',
  'drift/picture': '{$column}: the share of each value, before and in the last period.',
  'drift/column': '{$column} before and after',
  'drift/no-value': 'no value',
  'periods/caption': '{$title}: the most likely change, by {$by}',
  'periods/intro':
    'One change is looked for at all periods at once. Where a steady way up or down fits as well, or where the rate moves more than one change explains, no moment is named, and the two rates are those of the nearest single change. p is adjusted for that and for all groups of the table.',
  'periods/caption-weighted': '{$title} in the first and in the last period, by {$by}',
  'periods/weighted':
    'With weights each period has its rate and its interval. A change is not looked for: its test is about people who count alike.',
  'periods/passed': '{$period}, as before from {$until} on',
  'periods/rose': 'rose; no single moment',
  'periods/fell': 'fell; no single moment',
  'periods/unsteady': 'moved; no single change fits',
  'periods/picture': '{$title}, a point a period; bars are 95 % intervals of the single period.',
  'periods/from-to': '{$first} to {$last}',

  'claim/need-more':
    'At the same score, {$group} have {$value} more {$need} than {$reference} on average ({$interval}): the score stands for something else than this need.',
  'claim/need-fewer':
    'At the same score, {$group} have {$value} less {$need} than {$reference} on average ({$interval}): the score stands for something else than this need.',
  'claim/need-chance':
    'At the same score, {$group} and {$reference} have the same {$need} as far as can be told ({$interval}).',
  'claim/need-open':
    'At the same score, {$group} and {$reference} may have the same {$need}: the difference ({$interval}) leaves out equality, but among so many questions chance alone may bring such a gap.',
  'claim/auc-worse':
    'The score ranks {$group} worse than {$reference}: among {$group}, it puts somebody with the outcome above somebody without it less often, by {$value} ({$interval}).',
  'claim/auc-better':
    'The score ranks {$group} better than {$reference}: among {$group}, it puts somebody with the outcome above somebody without it more often, by {$value} ({$interval}).',
  'claim/auc-chance':
    'Whether the score ranks {$group} better or worse than {$reference} cannot be told ({$interval}).',
  'claim/auc-open':
    'The score may rank {$group} as well as {$reference}: the difference ({$interval}) leaves out equality, but among so many questions chance alone may bring such a gap.',
  'claim/calibration-more':
    'At the same score, the outcome happens more often to {$group} than to {$reference}, by {$value} ({$interval}).',
  'claim/calibration-fewer':
    'At the same score, the outcome happens less often to {$group} than to {$reference}, by {$value} ({$interval}).',
  'claim/calibration-chance':
    'At the same score, the outcome happens to {$group} as often as to {$reference}, as far as can be told ({$interval}).',
  'claim/calibration-open':
    'At the same score, the outcome may happen to {$group} as often as to {$reference}: the difference ({$interval}) leaves out equality, but among so many questions chance alone may bring such a gap.',
  'claim/own-thresholds':
    'The groups are decided about by different thresholds of the score: {$thresholds}. {$follows} of the decisions follow them.',
  'claim/own-thresholds-ends':
    'The {$n} groups are decided about by different thresholds of the score; the lowest and the highest: {$thresholds}. {$follows} of the decisions follow them.',
  'claim/threshold-at-least': '{$group} get the positive decision from {$threshold} on',
  'claim/threshold-at-most': '{$group} get the positive decision up to {$threshold}',
  'claim/rate-passed':
    '{$title} of {$group} was {$after} from {$period} on, for a while: before that and from {$until} on it was {$before}. That is more than chance, and no lasting change.',
  'claim/rate-rose':
    '{$title} of {$group} rose over time, from {$fromRate} in {$from} to {$toRate} in {$to}, by more than chance. A steady rise fits as well as a change at one moment, so no moment is named.',
  'claim/rate-fell':
    '{$title} of {$group} fell over time, from {$fromRate} in {$from} to {$toRate} in {$to}, by more than chance. A steady fall fits as well as a change at one moment, so no moment is named.',
  'claim/rate-unsteady':
    '{$title} of {$group} moved by more than chance, between {$fromRate} in {$from} and {$toRate} in {$to}. Neither one change nor a steady way up or down explains it.',
  'claim/rate-changed': '{$title} of {$group} changed from {$before} to {$after}, most likely in {$period}.',
} as const;
