/** Errors of `@ombud/stats`. */
export const stats = {
  'OMBUD_E_STATS_COUNTS/cell': 'A cell has {$value :string} people. Give counts of 0 or more.',
  'OMBUD_E_STATS_COUNTS/effective-n':
    'The effective number of people is {$value :string}. Give a number of 0 or more.',
  'OMBUD_E_STATS_COUNTS/expected-rate': 'The expected rate is {$value :string}. Give a number from 0 to 1.',
  'OMBUD_E_STATS_COUNTS/hypothesis-weight': 'A rule has the weight {$value :string}. Give a number above 0.',
  'OMBUD_E_STATS_COUNTS/impossible':
    'Got {$events :string} events among {$n :string} people. Give counts with 0 <= events <= n.',
  'OMBUD_E_STATS_COUNTS/limit': `.input {$measure :string}
.match $measure
ratio {{The limit of a ratio is {$value :string}. Give a number above 0, for example 0.8.}}
* {{The limit of a difference is {$value :string}. Give a number strictly between -1 and 1, for example -0.05.}}`,
  'OMBUD_E_STATS_COUNTS/not-whole-people': `.input {$test :string}
.match $test
exact-binomial {{The exact binomial test counts whole people without weights, but got {$events :string} of {$n :string}. Give whole numbers with 0 <= events <= n.}}
fisher-exact {{Fisher's exact test counts whole people without weights, but got {$events :string} of {$n :string}. Give whole numbers with 0 <= events <= n.}}
* {{The exact test counts whole people without weights, but got {$events :string} of {$n :string}. Give whole numbers with 0 <= events <= n.}}`,
  'OMBUD_E_STATS_COUNTS/quantile':
    'The share of a quantile is {$share :string}. Give a number from 0 to 1, for example 0.5 for the median.',
  'OMBUD_E_STATS_COUNTS/share': 'Got a count or share of {$value :string}. Give numbers of 0 or more.',
  'OMBUD_E_STATS_COUNTS/value':
    '{$n :string} people have the value {$value :string}. Give finite values, and counts of 0 or more.',
  'OMBUD_E_STATS_COUNTS/variance': 'Got a variance of {$value :string}. Give a number of 0 or more.',
  'OMBUD_E_STATS_COUNTS/weight': 'A stratum has the weight {$value :string}. Give a number of 0 or more.',
  'OMBUD_E_STATS_LEVEL/not-between-0-and-1':
    'The confidence level is {$level :string}. Give a number strictly between 0 and 1, for example 0.95.',
  'OMBUD_E_STATS_SHAPE/bins':
    'The reference has {$reference :number} bins, the other sample {$current :number}. Give the same bins for both.',
  'OMBUD_E_STATS_SHAPE/counts-and-shares':
    'Got {$counts :number} counts and {$shares :number} shares. Give as many shares as there are counts.',
  'OMBUD_E_STATS_SHAPE/not-square':
    'A table of true and given classes must have as many columns as it has rows ({$rows :number}). Give every class its row and its column.',
  'OMBUD_E_STATS_SHAPE/ragged-table':
    'The rows of the table do not all have the same length. Give each row a count for every column.',
  'OMBUD_E_STATS_SHAPE/p-values-and-weights':
    'Got {$values :number} p-values and {$weights :number} weights. Give as many weights as there are p-values.',
  'OMBUD_E_STATS_SHAPE/strata':
    'The strata do not all have the same groups and a weight each. Give as many values as there are groups or strata.',
} as const;
