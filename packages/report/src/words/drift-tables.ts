import type { DriftDetails } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { testName } from './audits.ts';
import type { DetailTable } from './detail-table.ts';
import { measuredOr } from './score-tables.ts';

function introOf(t: Telling, { before, after, exact }: DriftDetails): string {
  const given = {
    after: t.visible(after.from),
    afterN: t.count(after.n),
    from: t.visible(before.from),
    to: t.visible(before.to),
    beforeN: t.count(before.n),
  };
  return [t.say('drift/intro', given), ...(exact === false ? [t.say('scores/steps')] : [])].join(' ');
}

/** How far each column of the last period is from those before. */
export function driftTable(t: Telling, details: DriftDetails): DetailTable {
  return {
    caption: t.say('drift/caption', { after: t.visible(details.after.from) }),
    intro: introOf(t, details),
    head: [t.say('head/column'), t.say('head/stability'), t.say('head/test'), t.say('head/p-adjusted')],
    text: [2],
    rows: details.columns.map(({ column, index, test, pAdjusted }) => [
      t.short(column),
      measuredOr(t)(index),
      test === null ? '' : testName(t, test.test),
      t.probability(pAdjusted),
    ]),
  };
}

/** One column before and after: the shares of its values. */
export function driftColumnTable(
  t: Telling,
  { before, after }: DriftDetails,
  { column, bins }: DriftDetails['columns'][number],
): DetailTable {
  const share = (n: number, of: number): string => t.percent(of === 0 ? null : n / of);
  const sum = (pick: (bin: (typeof bins)[number]) => number) =>
    bins.reduce((total, bin) => total + pick(bin), 0);
  const [all, now] = [sum((bin) => bin.before), sum((bin) => bin.after)];
  return {
    caption: t.say('drift/column', { column: t.short(column) }),
    intro: '',
    head: [
      t.say('head/value'),
      t.say('periods/from-to', { first: t.visible(before.from), last: t.visible(before.to) }),
      t.visible(after.from),
    ],
    text: [],
    rows: bins.map((bin) => [
      bin.value === null ? t.say('drift/no-value') : t.short(bin.value),
      share(bin.before, all),
      share(bin.after, now),
    ]),
  };
}
