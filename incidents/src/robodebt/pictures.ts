import { type Line, linesPicture } from '../lines-picture.ts';
import { percent } from '../numbers.ts';
import type { Totals } from './course.ts';
import { published } from './facts.ts';
import { type SweepCell, swept } from './sweep.ts';

/** Days from the opening until everybody has their money back and no false debt stands; assumed. */
const remedyDays = 90;

/** Wrong money asked for by the end of each week, in millions, at the published scale. */
function claimedByWeek({ wronglyClaimed, claimed, opening }: Totals): readonly [Line, Line] {
  const perWeek = ((wronglyClaimed / claimed) * published.asserted) / 1e6 / published.weeks;
  const weeks = Array.from({ length: published.weeks + 1 }, (_, week) => week);
  const [opened, ended] = [opening.day / 7, (opening.day + remedyDays) / 7];
  return [
    { name: 'without it', colour: '#b35806', points: weeks.map((week) => [week, week * perWeek]) },
    {
      name: 'with the breaker',
      colour: '#1a5a92',
      dash: '7 3',
      points: [
        [0, 0],
        [opened, opened * perWeek],
        [ended, opened * perWeek],
        [ended, 0],
        [published.weeks, 0],
      ],
    },
  ];
}

/** Money wrongly claimed over the years, with and without. */
export const moneyPicture = (totals: Totals): string =>
  linesPicture({
    title: 'Money wrongly claimed',
    x: { label: 'weeks since the first letter', ticks: [0, 50, 100, 150, 200, 226], show: String },
    y: {
      label: 'million Australian dollars, at the published scale (an input)',
      ticks: [0, 250, 500, 750],
      show: String,
    },
    panels: [{ title: '', lines: claimedByWeek(totals) }],
  });

const looks = [
  { colour: '#51585f', dash: '2 3' },
  { colour: '#b35806', dash: '7 3' },
  { colour: '#1a5a92' },
  { colour: '#1b1f24', dash: '12 4' },
] as const;

/** On which day the breaker opens, by how soon appeals are answered; a panel for each share of wrong debts. */
export const breakerPicture = (cells: readonly SweepCell[]): string =>
  linesPicture({
    title: 'When the breaker opens',
    x: { label: 'days from an appeal to its answer', ticks: [0, 90, 180, 365], show: String },
    y: { label: 'day since the first letter', ticks: [0, 350, 700], show: String },
    panels: swept.irregular
      .filter((irregular) => cells.some((cell) => cell.irregular === irregular && cell.day !== null))
      .map((irregular) => ({
        title: `${percent(irregular, 0)} of the debts are wrong`,
        lines: swept.appeals.map((appeals, index) => ({
          name: `${percent(appeals, 0)} appeal`,
          ...(looks[index] ?? looks[0]),
          points: cells
            .filter((cell) => cell.irregular === irregular && cell.appeals === appeals)
            .flatMap(({ answerDays, day }) => (day === null ? [] : [[answerDays, day] as const])),
        })),
      })),
  });
