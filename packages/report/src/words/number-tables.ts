import type { Finding, NumbersDetails } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditTitle } from './audits.ts';
import type { DetailTable } from './detail-table.ts';
import { groupName } from './names.ts';
import { measuredOr, pairText, withInterval } from './score-tables.ts';

const quantileHeads = (t: Telling): string[] =>
  [0.1, 0.5, 0.9].map((share) =>
    share === 0.5 ? t.say('head/median') : t.say('head/quantile', { share: t.share(share) }),
  );

/** The numbers of each group. */
export function numbersTable(t: Telling, finding: Finding, details: NumbersDetails): DetailTable {
  const { what, exact } = details;
  const isError = what === 'error';
  const format = measuredOr(t);
  return {
    caption: t.say('numbers/caption', {
      title: auditTitle(t, finding.audit, finding.measure),
      by: groupByText(t, finding.groupBy),
    }),
    intro: [t.say(`numbers/${what}`), ...(exact ? [] : [t.say('numbers/steps')])].join(' '),
    head: [
      t.say('head/group'),
      t.say('head/people'),
      t.say('head/mean'),
      ...(isError ? [t.say('head/absolute'), t.say('head/root-mean-square')] : []),
      ...quantileHeads(t),
    ],
    text: [],
    rows: details.groups.map((entry) => [
      groupName(t, entry.group),
      t.count(entry.n),
      withInterval(t, entry.mean, format),
      ...(isError ? [withInterval(t, entry.absolute, format), format(entry.rootMeanSquare)] : []),
      ...entry.quantiles.map(({ of }) => withInterval(t, of, format)),
    ]),
  };
}

/** How far the numbers of two groups are apart. */
export function numberPairsTable(t: Telling, finding: Finding, details: NumbersDetails): DetailTable {
  const isError = details.what === 'error';
  const format = measuredOr(t);
  return {
    caption: t.say('pairs/caption', {
      title: auditTitle(t, finding.audit, finding.measure),
      by: groupByText(t, finding.groupBy),
    }),
    intro: '',
    head: [
      t.say('head/group-and-reference'),
      t.say('head/mean'),
      t.say('head/p-adjusted'),
      ...(isError ? [t.say('head/absolute')] : []),
      ...quantileHeads(t),
    ],
    text: [],
    rows: details.pairs.map((pair) => [
      pairText(t, pair),
      withInterval(t, pair.difference, format),
      t.probability(pair.pAdjusted),
      ...(isError ? [withInterval(t, pair.absolute, format)] : []),
      ...pair.quantiles.map(({ gap }) => withInterval(t, gap, format)),
    ]),
  };
}
