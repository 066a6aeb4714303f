/** Errors of the attributions in `@ombud/explain`, and what their pictures say. */
export const attributions = {
  'OMBUD_E_ATTRIBUTION/group-twice':
    'The column "{$column}" is in "{$group}" and in another group as well: put it in one.',
  'OMBUD_E_ATTRIBUTION/missing-value':
    'The column "{$column}" has no value, and a linear model cannot answer without one: give a value.',
  'OMBUD_E_ATTRIBUTION/no-background':
    'This explanation compares people with a background, and none was given: give at least one row.',
  'OMBUD_E_ATTRIBUTION/no-column':
    'The group "{$group}" names the column "{$column}", which the model does not read: name columns of the model.',
  'OMBUD_E_ATTRIBUTION/no-cover':
    'The model file ({$format}) does not say how many people went through each node, so the model can be explained only against a background: give one.',
  'OMBUD_E_ATTRIBUTION/no-output':
    'The model has {$outputs :number} outputs and number {$output} was asked for: count from 0.',
  'OMBUD_E_ATTRIBUTION/row':
    'A row holds {$found :number} values and the model reads {$expected :number}: give one value a column.',
  'OMBUD_E_ATTRIBUTION/too-few-rounds':
    'At least 2 rounds are needed to tell how sure the values are, and {$rounds :number} were asked for: ask for more.',
  'OMBUD_E_ATTRIBUTION/too-large':
    'A tree of the model has {$nodes :number} splits and {$players :number} columns on one path, more than can be explained from its counts: give a background.',
  'explain/number': '{$value :number maximumFractionDigits=3}',
  'explain/signed': '{$value :number signDisplay=exceptZero maximumFractionDigits=3}',
  'explain/column-and-value': '{$column} = {$value}',
  'explain/others':
    '.input {$count :number} .match $count one {{{$count} other column}} * {{{$count} other columns}}',
  'explain/baseline': 'start {$baseline :number maximumFractionDigits=3}',
  'explain/margin': 'score {$margin :number maximumFractionDigits=3}',
  'explain/axis': 'what the column adds to the score',
  'explain/low': 'low value',
  'explain/high': 'high value',
  'explain/missing': 'no value',
  'explain/waterfall/title':
    'What moved the score from {$baseline :number maximumFractionDigits=3} to {$margin :number maximumFractionDigits=3}',
  'explain/waterfall/description':
    'A bar a column, the largest first; the largest is {$column} with {$by :number signDisplay=exceptZero maximumFractionDigits=3}.',
  'explain/beeswarm/title':
    '.input {$people :number} .match $people one {{What each column adds to the score of {$people} person}} * {{What each column adds to the score of {$people} people}}',
  'explain/beeswarm/description':
    'A row a column and a dot a person; dots to the right raise the score, dots to the left lower it.',
  'explain/dependence/title':
    '.input {$people :number} .match $people one {{What {$column} adds to the score of {$people} person}} * {{What {$column} adds to the score of {$people} people}}',
  'explain/dependence/description':
    '.input {$missing :number} .match $missing 0 {{A dot a person: what {$column} is, and what it adds to the score.}} * {{A dot a person: what {$column} is, and what it adds to the score; {$missing} without a value stand at the edge.}}',
} as const;
