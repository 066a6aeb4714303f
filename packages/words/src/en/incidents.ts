/** The frame of an incident's page; what happened in each case is a document of its own, in English. */
export const incidents = {
  'incident/happened': 'What happened',
  'incident/shows': 'What the audit shows',
  'incident/further': 'Scores, subgroups, classes, numbers and time',
  'incident/compare': 'Comparison of two results',
  'incident/not-asked-no-score':
    'Not asked here: {$audits}. What was published are decisions, without the score of each person.',
  'incident/not-asked-no-outcome':
    'Not asked here: {$audits}. Nothing was published that came true or did not.',
  'incident/not-asked-no-need': 'Not asked here: {$audits}. No column says how much somebody needed.',
  'incident/not-asked-no-time': 'Not asked here: {$audits}. What was published has no dates.',
  'incident/not-asked-no-columns':
    'Not asked here: {$audits}. Nothing was published beside the columns that are compared already.',
  'incident/not-asked-yes-or-no': 'Not asked here: {$audits}. The decision is yes or no.',
  'incident/not-asked-no-number': 'Not asked here: {$audits}. The decision is no number.',
  'incident/not-asked-once':
    'Not asked here: {$audits}. One system was looked at once, so there is no second result.',
  'incident/not-asked-assumed': 'Not asked here: {$audits}. No people were counted: the rates are assumed.',
  'incident/checks': 'What the check says',
  'incident/stopped': 'What it would have stopped',
  'incident/counts': 'The counts',
  'incident/sources': 'Sources',
  'incident/run': '{$date}. Run it: {$command}',
  'incident/verdict-pass': 'The verdict: pass.',
  'incident/verdict-fail': 'The verdict: fail.',
  'incident/verdict-cannot-tell': 'The verdict: cannot tell.',
  'incident/rule': '{$verdict}: {$text}',
  'incident/audit': '{$title}: {$text}',
  'incident/no-rule': 'no rule was set.',
} as const;
