/** Errors of `@ombud/contest`. */
export const contest = {
  'OMBUD_E_NOTICE/unsigned':
    'No notice of "{$system}" can be sent in "{$language}": nobody whose mother tongue it is has signed its sentences.',
  'OMBUD_E_NOTICE/changed':
    'No notice of "{$system}" can be sent in "{$language}": {$reviewer} signed its sentences on {$on}, and one of them is another since. Have them read again.',
  'OMBUD_E_NOTICE/untranslated':
    'No notice of "{$system}" can be sent in "{$language}": the catalogue lacks {$keys.count :number} sentences, first {$keys.list}.',
  'OMBUD_E_NOTICE/lacks': 'The notice is not sent: it lacks what "{$pack}" asks for: {$parts.list}.',
  'OMBUD_E_NOTICE/blaming-words':
    'The notice is not sent: it says {$words.or}, which blames a person before anybody looked. Say what happened instead.',
  'OMBUD_E_NOTICE/words-unchecked':
    'The notice is not sent: there is no list of words that blame for the language "{$language}".',
  'OMBUD_E_NOTICE/hard-to-read':
    'The notice is not sent: it is written for school grade {$grade}, and {$highest :number} is the highest allowed. Use shorter sentences and usual words.',
  'OMBUD_E_NOTICE/too-long':
    'The notice is not sent: it takes {$lines :number} lines, and {$most :number} fit on one page. Shorten the reasons, or the names of the data.',
  'OMBUD_E_CONTEST_CALENDAR/unknown': 'There is no calendar of holidays "{$calendar}": use one of {$known}.',
  'OMBUD_E_CONTEST_CALENDAR/beyond':
    'The calendar of holidays holds the years {$first} to {$last}, and {$year} is beyond it: write the table anew.',
} as const;
