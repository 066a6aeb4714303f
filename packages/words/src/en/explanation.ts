/**
 * An explanation of one decision. The letter (`letter/`) is for the person: short sentences and usual words; a test measures
 * that a child of eleven can read it. The page (`explanation/`) is for whoever works with the system.
 */
export const explanation = {
  'letter/title': 'Why we decided as we did, and what could change it',
  'letter/about-system':
    'A computer program helped us to decide. It is called {$system}. The answer was not the one you hoped for.',
  'letter/about': 'A computer program helped us to decide. The answer was not the one you hoped for.',
  'letter/decided': 'We decided on {$date}.',
  'letter/good': 'A computer program helped us to decide. The answer was in your favour.',
  'letter/component':
    'This letter is about one part of how we decide: {$component}. You did not pass this part.',
  'letter/why': 'Why',
  'letter/why-text':
    '.input {$people :number} .match $people one {{We looked at what counted most against you. To find it, we put you next to one person who was only just accepted.}} * {{We looked at what counted most against you. To find it, we put you next to {$people} people who were only just accepted.}}',
  'letter/why-all':
    '.input {$people :number} .match $people one {{We looked at what counted most against you. To find it, we put you next to one other person.}} * {{We looked at what counted most against you. To find it, we put you next to {$people} other people.}}',
  'letter/why-none': 'No single thing stood out. Many small things added up.',
  'letter/reason': '{$text} (yours: {$value})',
  'letter/reason-missing': '{$text} (we have no value for you)',
  'letter/reason-plain': '{$text}',
  'letter/also': 'These counted too, but less:',
  'letter/change': 'What could change the answer',
  'letter/change-why-not':
    'The list above shows what counted. It does not show what would help. That is here.',
  'letter/one-plan': 'This would have changed the answer, if all else had stayed the same:',
  'letter/plans':
    'Each of these would have changed the answer, if all else had stayed the same. One of them is enough:',
  'letter/plan-joined': '{$changes}.',
  'letter/at-most': '{$label}: down from {$from} to {$to} or less',
  'letter/at-least': '{$label}: up from {$from} to {$to} or more',
  'letter/between': '{$label}: from {$from} to between {$low} and {$high}',
  'letter/exactly': '{$label}: from {$from} to {$to}',
  'letter/wait': 'wait {$to} {$unit}',
  'letter/none-exact':
    '.input {$changes :number} .match $changes one {{We tried every change of one thing that you could make. None of them would have changed the answer. We did not try two changes at once.}} * {{We tried every change of up to {$changes} things that you could make. None of them would have changed the answer. We did not try more than {$changes} at once.}}',
  'letter/none-any':
    'We checked all the changes that you could make, in any number. None of them would have changed the answer.',
  'letter/none-found': 'We looked for a change that would help. We did not find one. There may still be one.',
  'letter/none-human': 'You can still ask for a person to look at your case.',
  'letter/unknown': 'We do not know your {$labels}. So we could not look for a change there.',
  'letter/limits': 'What this letter cannot tell you',
  'letter/limits-program':
    'It tells you how the program works. It does not say that the program is right, or fair.',
  'letter/limits-promise': 'It is not a promise. We may look at other things too when you ask again.',
  'letter/limits-wrong': 'If a fact about you is wrong, tell us. Then we must look again.',
  'letter/limits-version':
    'It is true with this model, on this date: model {$version}, {$date}. When we change the model, it ends.',
  'letter/limits-until': 'It ends on {$date} at the latest.',
  'letter/contact': 'Do you want to ask or to complain? Write to {$contact}.',
  'letter/number': 'Number of this letter: {$number}',

  'explanation/title': 'Explanation of a decision',
  'explanation/title-system': 'Explanation of a decision by {$system}',
  'explanation/answer-unfavourable':
    'The model gives {$value}; the decision turns at {$cutoff}. The answer is not in the person’s favour.',
  'explanation/answer-favourable':
    'The model gives {$value}; the decision turns at {$cutoff}. The answer is in the person’s favour.',
  'explanation/reasons': 'Principal reasons',
  'explanation/reasons-none': 'No column alone carries a twentieth of what spoke against the person.',
  'explanation/reasons-favourable':
    'The decision is the favourable one, so there is nothing to give reasons for.',
  'explanation/reason': '{$code}: {$text} ({$contribution})',
  'explanation/reason-plain': '{$text} ({$contribution})',
  'explanation/also': 'These counted as well, each less:',
  'explanation/blocked': 'A human must look before anything is sent',
  'explanation/blocked-protected':
    '"{$column}" counted against the person, and the law does not allow to decide by it. Leaving it out of the letter would hide that.',
  'explanation/blocked-third-person':
    '"{$column}" counted against the person, and it is about somebody else: it may not simply be told.',
  'explanation/blocked-secret': '"{$column}" counted against the person, and it is declared a secret.',
  'explanation/blocked-safety':
    '"{$column}" counted against the person, and telling it could put somebody in danger.',
  'explanation/stability':
    '.input {$same :number} .match $same one {{Under {$tried :number} other sensible backgrounds the same reasons come out once.}} * {{Under {$tried :number} other sensible backgrounds the same reasons come out {$same} times.}}',
  'explanation/waterfall': 'What moved the score',
  'explanation/waterfall-caption':
    'From the baseline of {$baseline} to the score of {$score}; bars to the right speak for the favourable decision. The longest {$shown :number} of {$all :number}.',
  'explanation/rest': '{$n :number} others together',
  'explanation/table': 'All contributions',
  'explanation/column': 'Column',
  'explanation/value': 'Value',
  'explanation/contribution': 'Contribution',
  'explanation/error': 'Standard error',
  'explanation/missing': 'missing',
  'explanation/recourse': 'What would change the decision',
  'explanation/recourse-not-asked':
    'Nothing was asked: the decision is the favourable one, or no rules are declared.',
  'explanation/plan': 'Plan {$n :number}: {$changes} (cost {$cost}; then the model gives {$value})',
  'explanation/proof-exact':
    '.input {$changes :number} .match $changes one {{Looked at: all values of each changeable column alone. Exact.}} * {{Looked at: all values of all combinations of at most {$changes} columns. Exact.}}',
  'explanation/proof-optimiser':
    'Looked at: any number of changes, by a mixed-integer program with a margin of {$margin} on the score.',
  'explanation/proof-bound':
    'Looked at: any number of changes. Even the best of each change together does not reach the cut-off.',
  'explanation/proof-search':
    'Heuristic: {$asked :number} rows were asked. A plan that was found is true; that none was found proves nothing.',
  'explanation/state-none-exists': 'No such change exists, as far as that reaches.',
  'explanation/state-none-found': 'No such change was found. That proves nothing.',
  'explanation/moves': '{$column} moves with it, from {$from} to {$to}',
  'explanation/method': 'Method',
  'explanation/method-text':
    'Shapley values ({$method}) of the raw score, against {$rows :number} people ({$people}); fingerprint {$fingerprint}.',
  'explanation/people-just-accepted': 'those nearest above the cut-off',
  'explanation/people-all': 'all of the background',
  'explanation/people-training': 'the training data, as the model file counts them',
  'explanation/model':
    'Model file {$digest}, format {$format}, version {$version}. Made {$date} by Ombud {$ombud}.',
  'explanation/footer':
    'Made by Ombud {$version} from the explanation alone; the same explanation gives the same page.',
  'explanation/cannot':
    'It describes the model, not the world: what moved the score need not be what causes anything.',
  'explanation/letter-blocked':
    'No letter is written: {$columns} counted, and may not simply be told. A human decides what is sent.',
} as const;
