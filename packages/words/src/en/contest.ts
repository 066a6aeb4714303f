/** Errors of `@ombud/contest`. */
export const contest = {
  'OMBUD_E_CONTEST_CALENDAR/unknown': 'There is no calendar of holidays "{$calendar}": use one of {$known}.',
  'OMBUD_E_CONTEST_CALENDAR/beyond':
    'The calendar of holidays holds the years {$first} to {$last}, and {$year} is beyond it: write the table anew.',
} as const;
