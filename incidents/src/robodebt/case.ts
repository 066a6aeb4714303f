import { uniformStream } from '@ombud/stats';
import { countRows } from '../count-rows.ts';
import { scoreAudits } from '../further-audits.ts';
import type { Counts, Incident, PageTable, Results } from '../incident.ts';
import { people, percent } from '../numbers.ts';
import { once } from '../once.ts';
import { findingOf, rateOf, resultOf } from '../read-result.ts';
import { followAll } from './course.ts';
import { published, sources } from './facts.ts';
import { averagedDebt, averagedFortnight, trueDebt, withPenalty } from './income-test.ts';
import { knownYears } from './known-years.ts';
import { drawWorker, type Pattern, rate } from './people.ts';
import { breakerPicture, moneyPicture } from './pictures.ts';
import { collectedShare, falseAlarm, limit, main } from './scheme.ts';
import { type SweepCell, sweep, swept } from './sweep.ts';

const run = once(() => followAll(main, 1));
const cells = once(sweep);

const dollars = (cents: number): string => {
  const text = (Math.abs(cents) / 100).toLocaleString('en', { minimumFractionDigits: 2 });
  return `${cents < 0 ? '−' : ''}$${text}`;
};
const millions = (cents: number): string => `$${(cents / 1e8).toFixed(1)} million`;

const knownTable = (): PageTable => ({
  caption: `What averaging makes of an honest year at ${dollars(rate)} a fortnight`,
  head: ['the year', 'true debt', 'averaged', 'with a tenth'],
  rows: knownYears.map(({ told, year }) => {
    const debt = averagedDebt(year, rate);
    return [told, dollars(trueDebt(year, rate)), dollars(debt), debt > 0 ? dollars(withPenalty(debt)) : '–'];
  }),
});

const cellText = ({ day, collected }: SweepCell): string =>
  day === null ? 'stays closed' : `day ${day} (${percent(collected ?? 0, 2)})`;

const sweepTable = (): PageTable => ({
  caption: `When the breaker opens (median of five runs), and how much of all the money is collected by then; limit ${percent(limit, 0)} overturned, on average at most one false alarm in ${people(falseAlarm)} reviews`,
  head: ['debts that are wrong', 'who appeal', ...swept.answerDays.map((days) => `answered in ${days} days`)],
  rows: swept.irregular.flatMap((irregular) =>
    swept.appeals.map((appeals) => [
      percent(irregular, 0),
      percent(appeals, 0),
      ...cells()
        .filter((cell) => cell.irregular === irregular && cell.appeals === appeals)
        .map(cellText),
    ]),
  ),
});

/** 20,000 simulated people: whether a debt was raised, and whether anything was owed. */
const workers = once((): Counts => {
  const uniform = uniformStream(2016);
  const rows = Array.from({ length: 20_000 }, () => {
    const { pattern, year } = drawWorker(uniform);
    const yesNo = (cents: number) => (cents > 0 ? 'yes' : 'no');
    return [pattern, yesNo(averagedDebt(year, rate)), yesNo(trueDebt(year, rate))];
  });
  return countRows(['income', 'debt raised', 'money owed'], 'people', rows);
});

/** 4,000 simulated people: what was asked of each, and what each owed, in dollars. */
const amounts = once((): Counts => {
  const uniform = uniformStream(2017);
  const rows = Array.from({ length: 4000 }, () => {
    const { pattern, year } = drawWorker(uniform);
    const inDollars = (cents: number) => Math.max(0, cents) / 100;
    return [pattern, inDollars(averagedDebt(year, rate)), inDollars(trueDebt(year, rate))];
  });
  return { columns: ['income', 'debt by averaging', 'debt owed'], rows };
});

function shows(results: Results): readonly string[] {
  const wrong = findingOf(resultOf(results, 'debts'), 'false-positive-rate', ['income']);
  const of = (income: Pattern) => percent(rateOf(wrong, { income }).value);
  const totals = run();
  const { opening } = totals;
  return [
    `Of simulated people who owed nothing, ${of('part of the year')} of those who worked a part of the year were sent a debt, ${of('casual')} of those with casual work, ${of('steady')} of those with a steady income. Averaging is exact for a steady income alone.`,
    `A year of $24,811 over 366 days is ${dollars(averagedFortnight(24_811_00, 366))} a fortnight, as in Amato; there a much smaller real debt was conceded, so that nothing is claimed to be zero.`,
    `With one in three overturned (published), one in twenty appealing and an answer in six weeks, the breaker opens on day ${opening.day}, after ${people(opening.reviews)} answers of which ${people(opening.overturned)} overturned. At most ${percent(collectedShare(opening.day), 2)} of all the money is collected by then.`,
    `By then ${people(totals.people)} letters were sent. ${people(totals.appealed)} people had appealed and paid nothing meanwhile; the effects of ${people(totals.suspended)} are suspended, ${people(totals.refused)} of which had not begun and were refused to begin.`,
    `The one remedy for all pays ${dollars(totals.refunded)} back to ${people(totals.refundedTo)} people, appeal or none, to the cent what had been taken beyond what they owed. ${millions(totals.wronglyClaimed)} of claims that were wrong fall away before they are paid.`,
    `At the published scale (an input: ${people(published.people)} people and $1.763 billion) the part of it that was wrong in this simulation is ${millions((totals.wronglyClaimed / totals.claimed) * published.asserted * 100)}.`,
    `It depends: where one in a hundred appeals or the answer takes half a year, more is collected first, and where no more than a fifth is overturned it stays closed. The table says when.`,
    `Every move went through the machines of notice, effect, appeal, review and remedy: ${people(totals.entries)} entries of the ledger.`,
  ];
}

const incomes: Readonly<Record<Pattern, string>> = {
  'part of the year': 'people who worked a part of the year',
  casual: 'people with casual work',
  steady: 'people with a steady income',
};

export const robodebt: Incident = {
  id: 'robodebt',
  title: 'Robodebt',
  date: '2015 to 2019',
  year: 2019,
  sentence: 'A year spread evenly finds debts that nobody owes.',
  happened: [
    'The Australian government compared a year of income from the tax office, spread evenly over 26 fortnights, with the fortnights that people had reported.',
    'The difference was called a debt, a tenth was added, and whoever could not disprove it with old pay slips had to pay.',
    'Averaging tells nothing of a fortnight: who worked half the year and was paid in the other half had reported rightly and owed nothing.',
    'About 433,000 people were asked for $1.763 billion; $751 million were taken from about 381,000 of them before the court approved a settlement in 2021.',
    'Of those who appealed to the tribunal by 2018, a third had their debt set aside; it changed nothing for the others.',
  ],
  counts:
    'The law of the income test is published and computed to the cent. The people are simulated: how many worked a part of the year, casually or steadily is assumed. Letters go out evenly over 226 weeks, whoever is wronged appeals as often as whoever is not, appeals come evenly over 91 days, collection begins 33 days after the letter in 26 equal parts. The scale and the share that was overturned are published and are inputs.',
  audits: [
    {
      id: 'debts',
      title: 'Debts raised against people who owe nothing',
      get counts() {
        return workers();
      },
      spec: {
        decision: { column: 'debt raised', positive: ['yes'] },
        outcome: { column: 'money owed', positive: ['yes'] },
        favourable: 'negative',
        groups: [{ column: 'income' }],
        count: 'people',
        policy: {
          use: [],
          assertions: [
            {
              audit: 'false-positive-rate',
              level: 'error',
              judge: 'interval',
              maxDifference: 0.05,
              source: 'incident robodebt',
            },
          ],
          whenCannotTell: 'error',
        },
        system: {
          id: 'income-averaging',
          title: 'Averaging of incomes',
          purpose: 'Find who was paid more than the law gives',
        },
        wording: {
          people: 'people',
          decided: 'were sent a debt',
          groups: { income: incomes },
        },
      },
    },
    {
      id: 'amounts',
      title: 'What was asked beside what was owed, in dollars',
      get counts() {
        return amounts();
      },
      spec: {
        decision: { column: 'debt by averaging', condition: { operator: '>', value: 0 } },
        outcome: { column: 'debt owed', condition: { operator: '>', value: 0 } },
        favourable: 'negative',
        groups: [{ column: 'income' }],
        audits: ['false-positive-rate', 'number-gaps'],
        policy: {
          use: [],
          assertions: [
            {
              audit: 'false-positive-rate',
              level: 'error',
              judge: 'interval',
              maxDifference: 0.05,
              source: 'incident robodebt',
            },
          ],
          whenCannotTell: 'error',
        },
        wording: {
          people: 'people',
          decided: 'were sent a debt',
          groups: { income: incomes },
        },
      },
    },
  ],
  shows,
  further: {
    asked: [
      { audit: 'number-gaps', table: { of: 'amounts', groupBy: ['income'], measure: 'error' } },
      // The breaker counts every answer as it comes, by the sequence that over-time draws.
      { audit: 'over-time' },
    ],
    notAsked: [
      {
        audits: scoreAudits,
        because: 'no-score',
      },
      { audits: ['worst-subgroup'], because: 'no-columns' },
      { audits: ['several-classes'], because: 'yes-or-no' },
      { audits: ['drift', 'compare'], because: 'once' },
    ],
  },
  tables: () => [knownTable(), sweepTable()],
  pictures: () => [
    {
      file: 'money.svg',
      alt: 'Money wrongly claimed over the weeks: without the breaker it grows for four years, with it it ends within weeks.',
      svg: moneyPicture(run()),
    },
    {
      file: 'breaker.svg',
      alt: 'The day on which the breaker opens, by how soon appeals are answered, how many appeal and how many debts are wrong.',
      svg: breakerPicture(cells()),
    },
  ],
  stopped: [
    'Evidence that is coarser than the test: a year cannot establish a fortnight. The audit shows it before the first letter, on people whose fortnights are known.',
    'Payment suspended while an appeal is open, a person who answers it and rates the decision, a count of the answers that stops the rest, and one remedy for everybody and not for those alone who appealed.',
    'It does not find a rule that is wrong for fewer than a fifth of those who appeal, and it is slow where answers are slow: how long an answer may take is the first thing to declare.',
  ],
  sources,
};
