/** The frame of an incident's page; what happened in each case is a document of its own, in English. */
export const incidents = {
  'incident/happened': 'What happened',
  'incident/shows': 'What the audit shows',
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
