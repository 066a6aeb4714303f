/**
 * A notice of a decision, for the person: what was decided and from when, how, why, on what data, what to do when it is wrong.
 * Short sentences and usual words; a test measures that a child of twelve can read it.
 */
export const noticeLetter = {
  'notice-letter/title-debt': 'Our decision about money that we paid you',
  'notice-letter/title-refusal': 'Our decision about what you asked us for',
  'notice-letter/title-reduction': 'Our decision about your payments',
  'notice-letter/title-grade': 'Our decision about your grade',
  'notice-letter/subject': 'A letter for you from {$office}',
  'notice-letter/date': 'Date: {$date}',
  'notice-letter/reference': 'Our reference: {$reference}',

  'notice-letter/decision': 'What we decided',
  'notice-letter/decision-debt':
    'On {$date} we decided that you must pay back {$amount}. It is about the time from {$from} to {$to}.',
  'notice-letter/decision-refusal': 'On {$date} we decided to say no to this: {$what}.',
  'notice-letter/decision-reduction':
    'On {$date} we decided to change this: {$what}. You get {$before} now. You will get {$after}.',
  'notice-letter/decision-grade': 'On {$date} we decided that your grade in {$subject} is {$grade}.',
  'notice-letter/starts': 'This starts on {$date}.',
  'notice-letter/ends': 'It ends on {$date}.',
  'notice-letter/no-end': 'It has no end date.',

  'notice-letter/machine': 'A computer was used',
  'notice-letter/machine-used': 'We used a computer. The program is called {$system}.',
  'notice-letter/role-decided': 'It decided by itself. No person looked at it first.',
  'notice-letter/role-proposed': 'It worked out an answer. Then a person decided.',
  'notice-letter/role-scored': 'It gave you a score. A person looked at the score and decided.',

  'notice-letter/reasons': 'Why',
  'notice-letter/ground': 'The rule that we used says:',

  'notice-letter/data': 'What we know about you, and who told us',
  'notice-letter/data-what': 'What',
  'notice-letter/data-value': 'What we have',
  'notice-letter/data-source': 'Who told us',
  'notice-letter/data-more':
    '.input {$n :number} .match $n one {{We used {$n} more fact. It is on the page of your case.}} * {{We used {$n} more facts. They are on the page of your case.}}',
  'notice-letter/correction':
    'Is one of these facts wrong, old or not there? Tell us, and we must check it. You can do it on the page of your case, by phone or by post.',

  'notice-letter/review': 'Ask a person to look again',
  'notice-letter/review-right':
    'You can ask us to look at this again. It is free. It will be done by a person who had no part in it. You will not be treated worse because you asked.',
  'notice-letter/review-until':
    'Please ask by {$date}. If you are late, tell us why, and a person will read it.',
  'notice-letter/review-how': 'Use the page of your case, phone {$phone}, or write to {$post}.',
  'notice-letter/review-visit': 'Or come to {$place}.',
  'notice-letter/review-answer':
    '.input {$days :number} .match $days one {{We must answer you within {$days} day.}} * {{We must answer you within {$days} days.}}',
  'notice-letter/represent':
    'Somebody can do this for you: a friend, a lawyer, or a group that helps people.',

  'notice-letter/effect': 'What happens until you have an answer',
  'notice-letter/effect-suspended':
    'If you ask us to look again, our decision stops until you have an answer.',
  'notice-letter/effect-suspended-debt':
    'If you ask us to look again, you do not have to pay until you have an answer.',
  'notice-letter/effect-on-request': 'If you ask by {$date}, our decision stops until you have an answer.',
  'notice-letter/effect-by-order':
    'Our decision goes on while we look. A court or a reviewer can stop it. You can ask for that.',
  'notice-letter/effect-none': 'Our decision goes on while we look.',
  'notice-letter/effect-waivable':
    'You can tell us not to stop it. If it stops and we were right, you may have to pay back what you got in that time.',

  'notice-letter/regulator': 'You can also complain to {$name}, {$contact}.',

  'notice-letter/access': 'The page of your case',
  'notice-letter/access-address': 'Go to this page:',
  'notice-letter/access-code': 'Type this code:',
  'notice-letter/access-safe': 'Do not show the code to others. You will also be asked for {$second}.',
  'notice-letter/second-date-of-birth': 'your date of birth',
  'notice-letter/second-postcode': 'your postcode',
  'notice-letter/second-reference': 'the last six digits of your number with us',
  'notice-letter/second-word': 'the word that we agreed on with you',
  'notice-letter/access-picture': 'Picture code that opens the page of your case',
} as const;
