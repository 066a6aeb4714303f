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
} as const;
