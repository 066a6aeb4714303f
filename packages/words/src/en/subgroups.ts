/** The search for the worst subgroup, and decisions with several classes or of numbers. */
export const subgroups = {
  'audit/worst-subgroup': 'Worst subgroup',
  'audit/worst-subgroup/asks':
    'In which group of any few columns, named by nobody beforehand, is the decision or a mistake worse than elsewhere?',
  'audit/several-classes': 'Several classes',
  'audit/several-classes/asks':
    'The decision has more than two values: how often each group is given each of them, and how right that is.',
  'audit/number-gaps': 'Number gaps',
  'audit/number-gaps/asks':
    'The numbers that were decided and that happened, by group, and how far they are apart.',
  'measure/decision': 'decision',
  'measure/outcome': 'outcome',
  'measure/error': 'error',
  'head/mean': 'Mean (interval)',
  'head/median': 'Median (interval)',
  'head/quantile': '{$share} lie below (interval)',
  'head/absolute': 'Mean absolute error (interval)',
  'head/root-mean-square': 'Root mean square error',
  'numbers/picture': 'Mean of each group ({$title})',
  'numbers/caption': '{$title}, by {$by}',
  'numbers/decision': 'The number that was decided.',
  'numbers/outcome': 'The number that happened.',
  'numbers/error': 'The number that was decided minus the one that happened: above 0, too much was decided.',
  'numbers/steps':
    'There are so many different numbers that neighbours were put together into a thousand steps for the quantiles; means are exact.',
  'head/class': 'Class',
  'head/given': 'Given to',
  'head/true-positive': 'Of those who have it, given it',
  'head/false-positive': 'Of those who do not, given it',
  'head/predictive-value': 'Of those given it, have it',
  'head/agreement': 'Decision and outcome agree',
  'head/macro-true-positive': 'Mean of the true positive rates',
  'head/macro-predictive-value': 'Mean of the predictive values',
  'head/macro-f1': 'Mean of F1',
  'head/what-rate': 'Rate',
  'classes/picture-share': 'How often each class was given, group beside group',
  'classes/picture-found': 'Of those who have the class, how many were given it, group beside group',
  'classes/dot': '{$class}: {$group}',
  'classes/caption': 'Each class against all others, by {$by}',
  'classes/intro': 'A class is a value of the decision; the outcome is told in the same words.',
  'classes/intro-shares': 'A class is a value of the decision.',
  'classes/macro': 'Means over the classes, by {$by}',
  'classes/macro-intro':
    'Each class counts the same, however many people it has; a class that nobody has, or nobody was given, is left out of the mean.',
  'classes/pairs': 'Differences between groups, class by class, by {$by}',
  'role/search': 'search',
  'reason/no-search': 'No columns were given to look for a subgroup in.',
  'reason/no-subgroup': 'No subgroup has {$least :number} people in each half.',
  'head/subgroup': 'Subgroup',
  'head/where-found': 'In the half where it was found',
  'head/asked-again': 'In the other half',
  'head/everybody-else': 'Everybody else there',
  'head/confirmed': 'Confirmed',
  'subgroups/rate': '{$rate} of {$n}',
  'subgroups/yes': 'yes',
  'subgroups/no': 'no',
  'subgroups/event-refused': 'What is counted is the negative decision.',
  'subgroups/event-chosen': 'What is counted is the positive decision.',
  'subgroups/event-false-positive':
    'What is counted is the positive decision among people for whom the outcome did not happen.',
  'subgroups/event-false-negative':
    'What is counted is the negative decision among people for whom the outcome happened.',
  'subgroups/event-happened': 'What is counted is the outcome.',
  'subgroups/searched':
    'In one half of the people, drawn by a hash, {$lookedAt} subgroups of up to {$depth} of {$columns} columns were looked at. Those that stood out most, from everybody else and from each wider group, were asked again in the other half; the chance that any is confirmed that is no worse is at most {$level}.',
  'subgroups/picture':
    'How much more often than everybody else, in the half that had no part in choosing; ✗ marks what was confirmed',
  'subgroups/some': 'These were confirmed.',
  'subgroups/none': 'None was confirmed: what stood out in one half may be chance.',
  'subgroups/columns': 'Searched: {$columns}.',
  'subgroups/not-many-columns':
    'Not searched, because there are too many columns with few values: {$columns}; name the columns to search others.',
  'subgroups/not-many-values': 'Not searched, because they have too many values for groups: {$columns}.',
  'subgroups/not-few-people':
    'Not searched, because no value has {$least} people in each half: {$columns}; put numbers into bins.',
  'subgroups/left-out':
    '{$n} more columns with few values were not searched; name the columns to search others.',
  'subgroups/all-asked': 'All {$n} subgroups that were asked again',
  'claim/subgroup-refused':
    'Of {$lookedAt} subgroups of {$columns} columns, {$group} stand out most by the negative decision: {$rate} of them got it, of everybody else {$others} (difference {$interval}). They were found in one half of the people, and this is what the other half says.',
  'claim/subgroup-chosen':
    'Of {$lookedAt} subgroups of {$columns} columns, {$group} stand out most by the positive decision: {$rate} of them got it, of everybody else {$others} (difference {$interval}). They were found in one half of the people, and this is what the other half says.',
  'claim/subgroup-false-positive':
    'Of {$lookedAt} subgroups of {$columns} columns, {$group} stand out most by false positives: {$rate} of those for whom the outcome did not happen, of everybody else {$others} (difference {$interval}). They were found in one half of the people, and this is what the other half says.',
  'claim/subgroup-false-negative':
    'Of {$lookedAt} subgroups of {$columns} columns, {$group} stand out most by false negatives: {$rate} of those for whom the outcome happened, of everybody else {$others} (difference {$interval}). They were found in one half of the people, and this is what the other half says.',
  'claim/subgroup-happened':
    'Of {$lookedAt} subgroups of {$columns} columns, {$group} stand out most by the outcome: {$rate} of them had it, of everybody else {$others} (difference {$interval}). They were found in one half of the people, and this is what the other half says.',
} as const;
