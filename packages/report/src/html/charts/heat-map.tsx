import { overallRate } from '@ombud/audit/answer';
import type { Finding, GroupMeasure, Result } from '@ombud/contract';
import { groupByText } from '../../text/group.ts';
import { count, percent } from '../../text/numbers.ts';
import { groupName } from '../../words/sentences.ts';
import { unbroken } from '../table.tsx';

/** Upper ends of the steps: a cell's rate over the rate of everybody. Four fifths and its inverse are two of them. */
const STEPS: readonly (readonly [limit: number, words: string])[] = [
  [0.5, 'under half'],
  [0.8, 'under four fifths'],
  [0.95, 'a little lower'],
  [1 / 0.95, 'about the same'],
  [1.25, 'a little higher'],
  [2, 'over five fourths'],
  [Number.POSITIVE_INFINITY, 'over twice'],
];

/** Which of the seven steps a rate falls in against everybody's; the middle one when everybody's is 0. */
function step(value: number, overall: number): number {
  if (overall === 0) return 3;
  return STEPS.findIndex(([limit]) => value / overall < limit);
}

function Cell({ entry, overall }: { readonly entry: GroupMeasure | undefined; readonly overall: number }) {
  if (entry === undefined || entry.value === null) return <td class="h-">nobody</td>;
  const { value, interval, n } = entry;
  const unsure = interval !== null && (interval.low ?? 0) <= overall && (interval.high ?? 1) >= overall;
  return (
    <td class={`h${step(value, overall)}`}>
      {unsure ? '≈ ' : ''}
      {unbroken(percent(value))}
      <small>of {count(n)}</small>
    </td>
  );
}

function values(finding: Finding, name: string): readonly string[] {
  return [...new Set(finding.groups.map(({ group }) => group[name] ?? ''))];
}

/** Largest heat map, in cells; a larger grouping is shown by its ends and its table. */
const MOST_CELLS = 400;

/** Whether a finding is a cross of two attributes that fits into a heat map. */
export function fitsHeatMap(finding: Finding): boolean {
  const [one, other] = finding.groupBy;
  if (one === undefined || other === undefined || finding.groupBy.length !== 2) return false;
  return values(finding, one).length * values(finding, other).length <= MOST_CELLS;
}

/**
 * The rates of a cross of two attributes as a coloured table: a real table, with the number printed in each cell, so
 * that colour only repeats what is written.
 */
export function HeatMap({ result, finding, title }: { result: Result; finding: Finding; title: string }) {
  const [one = '', other = ''] = finding.groupBy;
  // The longer attribute runs down the page, which has room; the shorter one across.
  const [down, across] =
    values(finding, one).length >= values(finding, other).length ? [one, other] : [other, one];
  const overall = overallRate(finding) ?? 0;
  const cells = new Map(
    finding.groups.map((entry) => [JSON.stringify([entry.group[down], entry.group[across]]), entry]),
  );
  const columns = values(finding, across);
  const caption = `${title}, by ${groupByText([down])} (rows) and ${groupByText([across])} (columns)`;
  return (
    <section class="r" aria-label={caption} tabindex={0}>
      <table class="hm">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{groupByText([down])}</th>
            {columns.map((value) => (
              <th scope="col">{groupName(result, { [across]: value })}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values(finding, down).map((row) => (
            <tr>
              <th scope="row">{groupName(result, { [down]: row })}</th>
              {columns.map((column) => (
                <Cell entry={cells.get(JSON.stringify([row, column]))} overall={overall} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the colours of every heat map mean. */
export function HeatKey() {
  return (
    <>
      <p class="soft">
        Each cell is coloured by how its rate compares with the rate of everybody together. ≈ marks a cell
        whose interval includes that rate: the data cannot tell it apart.
      </p>
      <ul class="key">
        {STEPS.map(([, words], index) => (
          <li class={`h${index}`}>{words}</li>
        ))}
      </ul>
    </>
  );
}
