/** Errors of `@ombud/explain`. */
export const explain = {
  'OMBUD_E_RECOURSE_RULES/no-such-column':
    '.input {$near.count :number} .match $near.count 0 {{The rules of recourse name the column "{$column}", which the model does not have: write it as the model does.}} * {{The rules of recourse name the column "{$column}", which the model does not have. Did you mean {$near.or}?}}',
  'OMBUD_E_RECOURSE_RULES/empty-range':
    'The lowest value of "{$column}" in the rules of recourse is above its highest: turn them round.',
  'OMBUD_E_RECOURSE_RULES/not-finite':
    'A number in the rules of recourse for "{$column}" is not a number: give a plain finite one.',
  'OMBUD_E_RECOURSE_RULES/bad-cost':
    'The cost of changing "{$column}" must be a finite number of at least 0, and time needs a most above 0.',
  'OMBUD_E_RECOURSE_RULES/bad-step':
    'The step of "{$column}" in the rules of recourse must be above 0, for example 1 for whole numbers.',
  'OMBUD_E_RECOURSE_RULES/no-such-category':
    'The rules of recourse give "{$column}" the value "{$value}", which the model does not know: it knows {$near}.',
  'OMBUD_E_RECOURSE_RULES/no-categories':
    '"{$column}" is a number in the model, so the rules of recourse give it a range and not a list of values.',
  'OMBUD_E_RECOURSE_RULES/not-a-number-column':
    '"{$column}" is a category in the model: it has no up and down, no range, no step, and it follows nothing; list its values.',
  'OMBUD_E_RECOURSE_RULES/follows-itself':
    '"{$column}" cannot follow itself: name the column that moves it, or time.',
  'OMBUD_E_RECOURSE_RULES/moved-twice':
    '"{$column}" would be moved by two things at once: let it follow one column, and do not also list it as one that the person changes.',
  'OMBUD_E_RECOURSE_RULES/follower-of-follower':
    '"{$column}" follows a column that itself follows another: name what moves them both.',
  'OMBUD_E_RECOURSE_RULES/bad-ratio':
    'The ratio by which "{$column}" follows must be a finite number other than 0.',
  'OMBUD_E_RECOURSE_RULES/time-is-a-column':
    'The model has a column called "time", so waiting cannot have that name as well: rename the column, or leave waiting out.',
  'OMBUD_E_RECOURSE_RULES/no-lever':
    '"{$column}" follows "{$follows}", which nobody can change: list it among the columns, or declare time.',
  'OMBUD_E_EXPLAIN_CUTOFF/never-reached':
    'The cut-off {$cutoff} is no value that the model can give on this scale: a probability lies between 0 and 1.',
  'OMBUD_E_EXPLAIN_ROW/wrong-length':
    'The row has {$found :number} values and the model reads {$expected :number}: give one for each column of the model.',
  'OMBUD_E_EXPLAIN_ROW/linear-missing':
    'A linear model cannot read the missing value in "{$column}": give a value.',
  'OMBUD_E_REASONS/no-text':
    'There is no sentence for the reason "{$column}" in the language {$language}: declare one under reasons.',
  'OMBUD_E_REASONS/no-such-column':
    '.input {$near.count :number} .match $near.count 0 {{A reason is declared for "{$column}", which the model does not have: write it as the model does.}} * {{A reason is declared for "{$column}", which the model does not have. Did you mean {$near.or}?}}',
  'OMBUD_E_REASONS/hidden-in-others':
    '"{$column}" may not simply be told, and one text tells it together with columns that may: what they add could hide it. Give it a text of its own.',
  'OMBUD_E_REASONS/bad-most': 'The number of reasons must be a whole number of at least 1: {$most} is not.',
} as const;
