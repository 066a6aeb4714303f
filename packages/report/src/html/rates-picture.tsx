import { type MeasuredGroup, measuredGroups, overallRate } from '@ombud/audit/answer';
import type { Finding, Group } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { DotPlot } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { findingTitle } from '../words/audits.ts';
import { beyondLimit, findingJudged, inOrder, limitInRates } from '../words/leading.ts';
import { groupName } from '../words/names.ts';

/** Dots in one picture; of more groups the two ends are drawn. */
const mostDots = 12;

interface Ends {
  readonly shown: readonly MeasuredGroup[];
  readonly between: number;
}

/** The lowest and the highest groups; the groups that a rule is about are always among them. */
function ends(finding: Finding, about: readonly Group[]): Ends {
  const all = measuredGroups(finding);
  if (all.length <= mostDots) return { shown: all, between: 0 };
  const half = mostDots / 2;
  const keys = new Set(about.map(groupKey));
  const named = all.filter(
    ({ group }, index) => keys.has(groupKey(group)) && index >= half && index < all.length - half,
  );
  const low = [...all.slice(0, half - named.length), ...named];
  return { shown: [...low, ...all.slice(-half)], between: all.length - mostDots };
}

interface PictureProps {
  readonly t: Telling;
  readonly finding: Finding;
}

/** The dot plot of a finding, with the limit of the first rule about it drawn in and the groups beyond it marked. */
export function RatesPicture({ t, finding }: PictureProps) {
  const rule = inOrder(t.result.verdict.assertions).find((one) => findingJudged(t, one) === finding) ?? null;
  const reference = rule === null || typeof rule.reference === 'string' ? null : rule.reference;
  const { shown, between } = ends(
    finding,
    [rule?.group ?? null, reference].filter((one) => one !== null),
  );
  const beyond = beyondLimit(rule);
  return (
    <DotPlot
      voice={t}
      title={findingTitle(t, finding)}
      dots={shown.map((measure) => ({
        label: groupName(t, measure.group),
        measure,
        beyond: beyond.has(groupKey(measure.group)),
      }))}
      overall={overallRate(finding)}
      between={between}
      limit={rule === null ? null : limitInRates(t, rule, finding)}
    />
  );
}
