import type { Finding, SubgroupsDetails } from '@ombud/contract';
import type { Telling } from '../telling.ts';
import { roundedShare } from '../text/rounded-share.ts';
import { auditTitle } from './audits.ts';
import type { DetailTable } from './detail-table.ts';
import { subgroupName } from './names.ts';

type Found = SubgroupsDetails['found'][number];

const rateText = (t: Telling, { events, n }: Found['people']): string =>
  t.say('subgroups/rate', { rate: t.percent(n === 0 ? null : events / n), n: t.count(n) });

function introOf(t: Telling, details: SubgroupsDetails): string {
  const { event, columns, depth, lookedAt, leftOut, level, found } = details;
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
    ...(leftOut === 0 ? [] : [t.say('subgroups/left-out', { n: t.count(leftOut) })]),
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
