/** Errors of `@ombud/contest`. */
export const contest = {
  'OMBUD_E_NOTICE/unsigned':
    'No notice of "{$system}" can be sent in "{$language}": nobody whose mother tongue it is has signed its sentences.',
  'OMBUD_E_NOTICE/changed':
    'No notice of "{$system}" can be sent in "{$language}": {$reviewer} signed its sentences on {$on}, and one of them is another since. Have them read again.',
  'OMBUD_E_NOTICE/untranslated':
    'No notice of "{$system}" can be sent in "{$language}": the catalogue lacks {$keys.count :number} sentences, first {$keys.list}.',
  'OMBUD_E_NOTICE/lacks': 'The notice is not sent: it lacks what "{$pack}" asks for: {$parts.list}.',
  'OMBUD_E_NOTICE/no-reasons':
    'The notice is not sent: it gives no reason. Say why this person was decided about so.',
  'OMBUD_E_NOTICE/blaming-words':
    'The notice is not sent: it says {$words.or}, which blames a person before anybody looked. Say what happened instead.',
  'OMBUD_E_NOTICE/words-unchecked':
    'The notice is not sent: there is no list of words that blame for the language "{$language}".',
  'OMBUD_E_NOTICE/hard-to-read':
    'The notice is not sent: it is written for school grade {$grade}, and {$highest :number} is the highest allowed. Use shorter sentences and usual words.',
  'OMBUD_E_NOTICE/too-long':
    'The notice is not sent: it takes {$lines :number} lines, and {$most :number} fit on one page. Shorten the reasons, or the names of the data.',
  'OMBUD_E_NOTICE/other-kind':
    'The notice is not sent: it tells of a "{$said}", and the system declared that it decides on a "{$kind}".',
  'OMBUD_E_NOTICE/other-decision':
    'The notice is not sent: what was recorded is "{$decision}", and the letter would say something else.',
  'OMBUD_E_NOTICE/other-day':
    'The notice is not sent: it says that the decision is of {$decidedOn}, and it was recorded as of {$recordedOn}.',
  'OMBUD_E_NOTICE/not-decided-yet':
    'The notice is not sent: it says that the decision is of {$decidedOn}, and it was recorded on {$recordedOn}, before that.',
  'OMBUD_E_NOTICE/ends-before': 'The notice is not sent: something in it ends before it starts.',
  'OMBUD_E_NOTICE/no-currency': 'The notice is not sent: an amount in it is in no currency (ISO 4217).',
  'OMBUD_E_NOTICE/no-reduction':
    'The notice is not sent: it tells of a reduction, and what is left is not less.',
  'OMBUD_E_NOTICE/no-way':
    'The notice is not sent: none of the ways that are named for it is open here. An e-mail needs a mail server, a webhook a carrier.',
  'OMBUD_E_NOTICE/second-in-letter':
    'The notice is not sent: what the person is asked for beside the code stands in the letter, so that whoever finds the letter knows it.',
  'OMBUD_E_NOTICE/second-unfit':
    'The notice is not sent: what is known of the person is not what the system asks for beside the code ({$kind}), or too little of it.',
  'OMBUD_E_NOTICE/told-twice':
    'The decision {$decision} stands twice in this request: the first is sent, this one is not.',
  'OMBUD_E_NOTICE/shadow':
    'The notice is not sent: the decision was recorded as made in the shadow, without an effect. Nobody was decided about by it.',
  'OMBUD_E_NOTICE/other-decider':
    'The notice is not sent: as the system is declared it would say that a person decided, and none did as it was recorded. Record with "by": "person" what people decide, or declare that the machine decides.',
  'OMBUD_E_CONTEST_CALENDAR/unknown': 'There is no calendar of holidays "{$calendar}": use one of {$known}.',
  'OMBUD_E_CONTEST_CALENDAR/beyond':
    'The calendar of holidays holds the years {$first} to {$last}, and {$year} is beyond it: write the table anew.',
  'OMBUD_E_CONTEST_CASE/no-case': 'There is no case "{$case}".',
  'OMBUD_E_CONTEST_CASE/no-file': 'There is no file "{$file}".',
  'OMBUD_E_CONTEST_CASE/no-matter': 'The case "{$case}" has no {$machine} that can be asked for.',
  'OMBUD_E_CONTEST_CASE/no-message':
    'The newest notice of a case of "{$system}" did not leave as "{$message}".',
  'OMBUD_E_CONTEST_CASE/no-decision':
    'Entry {$entry} is no decision of "{$system}" that can be read, so no case can be opened about it.',
  'OMBUD_E_CONTEST_CASE/erased': 'What the person said in the case "{$case}" was erased.',
  'OMBUD_E_CONTEST_MOVE/by-review':
    'An appeal is assigned and decided by its review alone: ask the review for "{$event}".',
  'OMBUD_E_CONTEST_MOVE/busy':
    'Others changed the case "{$case}" at the same moment, again and again: try again.',
  'OMBUD_E_CONTEST_MOVE/guard': '"{$event}" is refused: it needs "{$guard}", and that does not hold.',
  'OMBUD_E_CONTEST_MOVE/no-such-matter': 'The case "{$case}" has nothing called "{$matter}".',
  'OMBUD_E_CONTEST_MOVE/no-reviewer':
    'The case cannot be given to "{$reviewer}": only to somebody who may log in and reviews for this system.',
  'OMBUD_E_CONTEST_MOVE/no-such-move': '"{$event}" is not possible in the state "{$state}".',
  'OMBUD_E_CONTEST_MOVE/not-assigned': 'Somebody else handles it: "{$actor}" cannot do "{$event}".',
  'OMBUD_E_CONTEST_MOVE/not-yet': '"{$event}" comes too early: the time runs until {$deadline}.',
  'OMBUD_E_CONTEST_MOVE/not-yours': '"{$event}" in the state "{$state}" is not for the role "{$by}".',
  'OMBUD_E_CONTEST_MOVE/other-search':
    '"{$event}" is refused: it names no search of the remedy, or one that is not the newest. Read what the remedy finds and pays now, and answer again.',
  'OMBUD_E_CONTEST_MOVE/own-rule':
    '"{$actor}" made or approved the rule, or took part in the decision, and does not answer for it.',
  'OMBUD_E_CONTEST_MOVE/received-when':
    'It cannot have come on {$received}: the decision is of {$from}, and today is {$to}.',
  'OMBUD_E_CONTEST_MOVE/twice-in-a-batch':
    'The case "{$case}" stands twice in one batch: send the second move after the first.',
  'OMBUD_E_CONTEST_ENTER/not-known': 'The code, or what goes with it, is not right.',
  'OMBUD_E_CONTEST_ENTER/mistyped':
    'There is a mistake in the code. It has 16 letters and digits. Please look at the letter again.',
  'OMBUD_E_CONTEST_ENTER/wait': 'Please wait {$seconds} seconds and try again. You are not locked out.',
  'OMBUD_E_CONTEST_FILE/empty': 'The file is empty.',
  'OMBUD_E_CONTEST_FILE/not-what-it-says': 'The file says that it is {$said}, and it is {$found}.',
  'OMBUD_E_CONTEST_FILE/too-large': 'The file has {$size} bytes; {$most} are the most.',
  'OMBUD_E_CONTEST_FILE/too-many': 'There are {$most} files already, which is the most.',
  'OMBUD_E_CONTEST_FILE/type': 'This kind of file cannot be taken: use one of {$allowed.list}.',
  'OMBUD_E_CONTEST_REMEDY/query': 'The query "{$name}" has no condition that can be read, or names no field.',
  'OMBUD_E_CONTEST_REMEDY/money':
    'The amount is no whole number of the smallest unit of {$currency}, or is not more than nothing.',
  'OMBUD_E_CONTEST_REMEDY/currency': '"{$currency}" is no currency in which somebody can be paid (ISO 4217).',
  'OMBUD_E_CONTEST_REMEDY/not-approved':
    'The remedy stands at "{$state}": before two people have approved it nobody is told and no money moves.',
  'OMBUD_E_CONTEST_REMEDY/not-declared':
    'The sum for the case "{$case}" is not what was approved: a flat sum is paid as it was declared, and every sum in its currency.',
  'OMBUD_E_CONTEST_REMEDY/too-early':
    'The remedy stands at "{$state}": people are told, and their own sums ordered, when it comes to that.',
  'OMBUD_E_CONTEST_REMEDY/ordered-twice':
    'The payment order "{$order}" stands twice in one request: each is given once.',
  'OMBUD_E_CONTEST_REMEDY/no-order':
    'No money was ordered for the case "{$case}": nothing of it can be paid or refused.',
  'OMBUD_E_CONTEST_REMEDY/settled':
    'The money of the case "{$case}" is known as "{$before}", and "{$after}" does not follow from it.',
  'OMBUD_E_CONTEST_REMEDY/other-currency':
    'Money was ordered for the case "{$case}" before, in another currency than {$currency}: what is left to order cannot be told.',
  'OMBUD_E_CONTEST_REMEDY/order-changed':
    'The payment order "{$order}" exists with another amount: an order never changes.',
} as const;
