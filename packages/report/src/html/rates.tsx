import {
  findingOf,
  type Grouping,
  groupings,
  headline,
  type MeasuredGroup,
  measuredGroups,
  overallRate,
} from '@ombud/audit/answer';
import type { Finding } from '@ombud/contract';
import { DotPlot, Fold, type Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditAsks, findingTitle } from '../words/audits.ts';
import { groupName } from '../words/names.ts';
import { FindingTable } from './finding-table.tsx';

/** Dots in one picture; of more groups the two ends are drawn. */
const mostDots = 12;

function ends(finding: Finding): { readonly shown: readonly MeasuredGroup[]; readonly between: number } {
  const all = measuredGroups(finding);
  if (all.length <= mostDots) return { shown: all, between: 0 };
  const half = mostDots / 2;
  return { shown: [...all.slice(0, half), ...all.slice(-half)], between: all.length - mostDots };
}

interface FindingProps {
  readonly t: Telling;
  readonly finding: Finding;
}

/** The dot plot of a finding and, folded under it, its table. */
export function RatesPicture({ t, finding }: FindingProps) {
  const { shown, between } = ends(finding);
  const title = findingTitle(t, finding);
  return (
    <>
      <DotPlot
        voice={t}
        title={title}
        dots={shown.map((measure) => ({ label: groupName(t, measure.group), measure }))}
        overall={overallRate(finding)}
        between={between}
      />
      <Fold title={t.say('page/numbers', { title })}>
        <FindingTable t={t} finding={finding} />
      </Fold>
    </>
  );
}

const byAttribute = (t: Telling): readonly Finding[] =>
  groupings(t.result)
    .filter(({ groupBy }) => groupBy.length === 1)
    .flatMap((grouping) => headline(t.result, grouping) ?? []);

/** Who got the decision: a dot plot for each attribute; null when nothing was measured. */
export function ratesSection(t: Telling): Section | null {
  const shown = byAttribute(t);
  if (shown.length === 0) return null;
  return {
    id: 'rates',
    title: t.say(shown[0]?.audit === 'base-rate' ? 'rates/who-happened' : 'rates/who-decided'),
    body: (
      <>
        {shown.map((finding) => (
          <>
            <h3>{t.say('page/by', { by: groupByText(t, finding.groupBy) })}</h3>
            <RatesPicture t={t} finding={finding} />
          </>
        ))}
      </>
    ),
  };
}

const errorRates = ['false-positive-rate', 'false-negative-rate', 'positive-predictive-value'];

const errorFindings = (grouping: Grouping): readonly Finding[] =>
  errorRates.flatMap((measure) => {
    const finding = findingOf(grouping, measure);
    return finding === null || measuredGroups(finding).length === 0 ? [] : [finding];
  });

/** The findings of a grouping whose picture, and so whose table, is in a section of its own. */
export function picturedFindings(t: Telling, grouping: Grouping): readonly Finding[] {
  if (grouping.groupBy.length !== 1) return [];
  const first = headline(t.result, grouping);
  return first === null ? errorFindings(grouping) : [first, ...errorFindings(grouping)];
}

/** Who was decided about wrongly: dot plots of the error rates; null without decisions and outcomes. */
export function errorsSection(t: Telling): Section | null {
  const shown = groupings(t.result)
    .filter(({ groupBy }) => groupBy.length === 1)
    .map(({ groupBy, findings }) => ({ groupBy, findings: errorFindings({ groupBy, findings }) }))
    .filter(({ findings }) => findings.length > 0);
  if (shown.length === 0) return null;
  return {
    id: 'errors',
    title: t.say('rates/wrongly'),
    body: (
      <>
        {shown.map(({ groupBy, findings }) => (
          <>
            <h3>{t.say('rates/mistakes-by', { by: groupByText(t, groupBy) })}</h3>
            {findings.map((finding) => (
              <>
                <p>{auditAsks(t, finding.measure) ?? auditAsks(t, finding.audit) ?? ''}</p>
                <RatesPicture t={t} finding={finding} />
              </>
            ))}
          </>
        ))}
      </>
    ),
  };
}
