import type { Finding, SubgroupsDetails } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { roundedShare } from '../text/rounded-share.ts';
import { auditTitle } from './audits.ts';
import type { DetailTable } from './detail-table.ts';
import { subgroupName } from './names.ts';

type Found = SubgroupsDetails['found'][number];

const rateText = (t: Telling, { events, n }: Found['people']): string =>
  t.say('subgroups/rate', { rate: t.percent(n === 0 ? null : events / n), n: t.count(n) });

const reasons = ['many-columns', 'many-values', 'few-people'] as const;

/** Which columns were searched, which were not, and why. */
function columnsText(t: Telling, details: SubgroupsDetails): readonly string[] {
  const { columns, leftOut, leftOutColumns, leastPeople } = details;
  const named = (names: readonly string[]): string => t.all(names.map((name) => t.short(name)));
  const searched = columns.length === 0 ? [] : [t.say('subgroups/columns', { columns: named(columns) })];
  // A result of an earlier version knows how many, not which.
  if (leftOutColumns === undefined)
    return leftOut === 0 ? searched : [...searched, t.say('subgroups/left-out', { n: t.count(leftOut) })];
  const left = reasons.flatMap((reason) => {
    const names = leftOutColumns.filter((one) => one.reason === reason).map(({ column }) => column);
    const given = { columns: named(names), least: t.count(leastPeople) };
    return names.length === 0 ? [] : [t.say(`subgroups/not-${reason}`, given)];
  });
  return [...searched, ...left];
}

function introOf(t: Telling, details: SubgroupsDetails): string {
  const { event, columns, depth, lookedAt, level, found } = details;
  const given = {
    columns: t.count(columns.length),
    depth: t.count(depth),
    lookedAt: t.count(lookedAt),
    level: roundedShare(t, 1 - level),
  };
  return [
    t.say(`subgroups/event-${event}`),
    t.say('subgroups/searched', given),
    t.say(found.some(({ confirmed }) => confirmed) ? 'subgroups/some' : 'subgroups/none'),
    ...columnsText(t, details),
  ].join(' ');
}

/** The subgroups that looked worst in one half, and what the other half says of them. */
export function subgroupsTable(t: Telling, finding: Finding, details: SubgroupsDetails): DetailTable {
  return {
    caption: auditTitle(t, finding.audit, finding.measure),
    intro: introOf(t, details),
    head: [
      t.say('head/subgroup'),
      t.say('head/where-found'),
      t.say('head/asked-again'),
      t.say('head/everybody-else'),
      t.say('head/difference-interval'),
      t.say('head/p-adjusted'),
      t.say('head/confirmed'),
    ],
    text: [6],
    rows: details.found.map((found) => [
      subgroupName(t, found.group),
      rateText(t, found.explored),
      rateText(t, found.people),
      rateText(t, found.others),
      `${t.points(found.difference)} (${t.range(found.interval, t.points)})`,
      t.probability(found.pHolm),
      t.say(found.confirmed ? 'subgroups/yes' : 'subgroups/no'),
    ]),
  };
}
