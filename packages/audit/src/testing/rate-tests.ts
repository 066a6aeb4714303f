import type { Cell } from '@ombud/table';
import { expect, test } from 'vitest';
import type { Audit } from '../audits/audit.ts';
import { cellsOf, compas, contextOf, type TestCell } from './cells.ts';

type Counts = readonly [events: number, n: number];

/** Known answers of one rate on the published counts of COMPAS. */
interface RateCase {
  readonly id: string;
  readonly counts: { readonly Black: Counts; readonly White: Counts };
  /** Black and White as published, with the places that were published. */
  readonly published?: readonly [string, string];
  readonly highest: 'Black' | 'White';
  /** A decision and outcome that this rate's denominator leaves out. */
  readonly outside: Pick<Cell, 'decision' | 'outcome'>;
}

/** The four things that hold for every rate audit. */
export function testRate(audit: Audit, { id, counts, published, highest, outside }: RateCase): void {
  const lowest = highest === 'Black' ? 'White' : 'Black';
  const other: TestCell = { groups: ['Other'], ...outside, n: 7 };

  test(`counts the ${id.replaceAll('-', ' ')} of COMPAS from the published table`, () => {
    const [finding, ...more] = audit.run(compas, contextOf(compas));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ audit: id, measure: id, groupBy: ['race'], state: 'measured' });
    const groups = finding?.groups ?? [];
    expect(groups.map(({ group, events, n, value }) => [group.race, events, n, value])).toEqual(
      (['Black', 'White'] as const).map((race) => [race, ...counts[race], counts[race][0] / counts[race][1]]),
    );
    if (published === undefined) return;
    const places = published[0].length - '0.'.length;
    expect(groups.map(({ value }) => value?.toFixed(places))).toEqual(published);
  });

  test('compares with the group that has the highest rate', () => {
    const [finding] = audit.run(compas, contextOf(compas));
    expect(finding?.comparisons.map(({ measure, group, reference }) => [measure, group, reference])).toEqual([
      ['ratio', { race: lowest }, { race: highest }],
      ['difference', { race: lowest }, { race: highest }],
    ]);
    const [[a, m], [b, n]] = [counts[lowest], counts[highest]];
    const [ratio, difference] = finding?.comparisons ?? [];
    expect(ratio?.value).toBeCloseTo((a * n) / (m * b), 12);
    expect(difference?.value).toBeCloseTo(a / m - b / n, 12);
  });

  test('a group with nobody in the denominator has no rate and is compared with nobody', () => {
    const cells = cellsOf(['race'], [...compas.cells, other]);
    const [finding] = audit.run(cells, contextOf(cells));
    expect(finding?.groups.find(({ group }) => group.race === 'Other')).toMatchObject({
      group: { race: 'Other' },
      n: 0,
      events: 0,
      value: null,
      interval: null,
    });
    expect(finding?.comparisons).toHaveLength(2);
  });

  test('with people in one group only it cannot tell, and says why', () => {
    const cells = cellsOf(['race'], [...compas.cells.filter(({ groups }) => groups[0] === 'Black'), other]);
    const [finding] = audit.run(cells, contextOf(cells));
    expect(finding).toMatchObject({ state: 'cannot-tell', reason: { code: 'one-group' }, comparisons: [] });
  });
}
