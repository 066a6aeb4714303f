// Writes the table of public holidays that deadlines are counted by, from date-holidays (data CC-BY-3.0), which is too
// large to be loaded at run time. Run where date-holidays 3.37.0 is installed: node tools/holidays.mjs FIRST LAST
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const Holidays = createRequire(join(process.cwd(), 'x'))('date-holidays');
const [first = 2024, last = 2036] = process.argv.slice(2).map(Number);
const calendars = {
  'GB-ENG': ['GB', 'ENG'],
  'GB-SCT': ['GB', 'SCT'],
  'GB-NIR': ['GB', 'NIR'],
  IE: ['IE'],
  NO: ['NO'],
  NL: ['NL'],
  DE: ['DE'],
  FR: ['FR'],
  ES: ['ES'],
  US: ['US'],
  CA: ['CA'],
  AU: ['AU'],
};
const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
const table = Object.fromEntries(
  Object.entries(calendars).map(([id, place]) => {
    const calendar = new Holidays(...place);
    const dates = years.flatMap((year) =>
      calendar
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10)),
    );
    return [id, [...new Set(dates)].sort()];
  }),
);
const body = Object.entries(table).map(
  ([id, dates]) => `  '${id}':\n    '${dates.map((d) => d.replaceAll('-', '')).join(' ')}',`,
);
writeFileSync(
  join(import.meta.dirname, '..', 'packages', 'contest', 'src', 'time', 'holidays-table.ts'),
  `/**
 * Public holidays by calendar, ${first} to ${last}, as YYYYMMDD. Written by tools/holidays.mjs from date-holidays 3.37.0 (data
 * CC-BY-3.0, https://github.com/commenthol/date-holidays). Days that hold in part of a country only are not in its calendar.
 */
export const firstYear = ${first};
export const lastYear = ${last};

export const holidayTable = {
${body.join('\n')}
} as const;
`,
);
