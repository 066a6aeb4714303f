/** What came of an incident that was run against a server. */
export const staged = {
  'staged/robodebt-part':
    'A part of the scheme, so that it takes less than a minute: one in {$share :number} of its letters, with an answer in six weeks and one in five appealing, for which nothing was published. {$letters :number} letters went out before the breaker opened.',
  'staged/robodebt-appeals':
    '{$appealed :number} people entered the code of their letter, without script, and appealed with their pay slips. The effect was suspended at once for those in time; {$late :number} came after the month, were refused by no machine, and were admitted by a human.',
  'staged/robodebt-breaker':
    'After {$answers :number} answers, of which {$overturned :number} overturned, the breaker opened on day {$day :number}. No letter followed, and {$held :number} effects that had not begun were refused to begin.',
  'staged/robodebt-remedy':
    'One remedy for all stopped {$suspended :number} effects and took {$cancelled :number} back, each confirmed by the deciding system. {$taken} had been collected beyond what was owed; the bank got signed orders for {$refunded}, to {$refundedTo :number} people, appeal or none. Each was ordered twice and paid once.',
  'staged/robodebt-known':
    'The known answers were among them: half a year at $2,000 was asked for {$half}, and $1,200 by turns for {$turns}; both owed nothing and paid nothing.',
  'staged/ofqual-recorded':
    '{$pupils :number} grades were recorded and audited before results day, by type and by cohort; the verdict: {$verdict}.',
  'staged/ofqual-appeals':
    '{$twoBelow :number} lie two or more below the teacher’s. A part of these, {$told :number} pupils, were told; {$appealed :number} appealed, and a human who read what the teacher had seen overturned {$overturned :number}.',
  'staged/ofqual-remedy':
    'The remedy found all {$found :number} by what was recorded, appeal or none. For the {$cancelled :number} with a case the grade was taken back; {$withoutCase :number} had not been told yet, and the search names them.',
  'staged/williams-fromMatch': 'An arrest straight from the match: refused ({$guard}).',
  'staged/williams-withoutEvidence':
    'One person confirms the match, and names no other evidence: refused ({$guard}).',
  'staged/williams-byOne':
    'An arrest when one person has confirmed it with other evidence: refused ({$guard}).',
  'staged/williams-byOneTwice': 'The same person confirms it once more: refused ({$guard}).',
  'staged/williams-byTwo-done':
    'An arrest when a second person has confirmed it with other evidence: it may begin.',
  'staged/entries': 'Every step came over HTTP and is in the ledger: {$entries :number} entries.',
} as const;
