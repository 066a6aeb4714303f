import {
  findingOf,
  type Grouping,
  groupings,
  headline,
  type MeasuredGroup,
  measuredGroups,
  overallRate,
} from '@ombud/audit/answer';
import type { Finding, Result } from '@ombud/contract';
import { groupByText } from '../text/group.ts';
import { auditTitle, auditWords } from '../words/audits.ts';
import { groupName } from '../words/sentences.ts';
import { DotPlot } from './charts/dot-plot.tsx';
import { FindingTable } from './finding-table.tsx';
import type { Section } from './section.ts';
import { Fold } from './table.tsx';

/** Dots in one picture; of more groups the two ends are drawn. */
const MOST_DOTS = 12;

function ends(finding: Finding): { readonly shown: readonly MeasuredGroup[]; readonly between: number } {
  const all = measuredGroups(finding);
  if (all.length <= MOST_DOTS) return { shown: all, between: 0 };
  const half = MOST_DOTS / 2;
  return { shown: [...all.slice(0, half), ...all.slice(-half)], between: all.length - MOST_DOTS };
}

/** The dot plot of a finding and, folded beside it, its table. */
export function RatesPicture({ result, finding }: { readonly result: Result; readonly finding: Finding }) {
  const { shown, between } = ends(finding);
  const title = `${auditTitle(finding.audit, finding.measure)} by ${groupByText(finding.groupBy)}`;
  return (
    <>
      <DotPlot
        title={title}
        dots={shown.map((measure) => ({ label: groupName(result, measure.group), measure }))}
        overall={overallRate(finding)}
        between={between}
      />
      <Fold title={`The numbers: ${title}`}>
        <FindingTable result={result} finding={finding} />
      </Fold>
    </>
  );
}

function byAttribute(result: Result): readonly { grouping: Grouping; finding: Finding }[] {
  return groupings(result)
    .filter(({ groupBy }) => groupBy.length === 1)
    .flatMap((grouping) => {
      const finding = headline(result, grouping);
      return finding === null ? [] : [{ grouping, finding }];
    });
}

/** Who got the decision: a dot plot for each attribute; null when nothing was measured. */
export function ratesSection(result: Result): Section | null {
  const shown = byAttribute(result);
  if (shown.length === 0) return null;
  return {
    id: 'rates',
    title: shown[0]?.finding.audit === 'base-rate' ? 'For whom the outcome happened' : 'Who got the decision',
    body: (
      <>
        {shown.map(({ finding }) => (
          <>
            <h3>By {groupByText(finding.groupBy)}</h3>
            <RatesPicture result={result} finding={finding} />
          </>
        ))}
      </>
    ),
  };
}

const ERRORS = ['false-positive-rate', 'false-negative-rate', 'positive-predictive-value'];

function errorFindings(grouping: Grouping): readonly Finding[] {
  return ERRORS.flatMap((measure) => {
    const finding = findingOf(grouping, measure);
    return finding === null || measuredGroups(finding).length === 0 ? [] : [finding];
  });
}

/** The findings of a grouping whose picture, and so whose table, is in a section of its own. */
export function picturedFindings(result: Result, grouping: Grouping): readonly Finding[] {
  if (grouping.groupBy.length !== 1) return [];
  const first = headline(result, grouping);
  return first === null ? errorFindings(grouping) : [first, ...errorFindings(grouping)];
}

/** Who was decided about wrongly: dot plots of the error rates; null without decisions and outcomes. */
export function errorsSection(result: Result): Section | null {
  const shown = groupings(result)
    .filter(({ groupBy }) => groupBy.length === 1)
    .map((grouping) => ({ grouping, findings: errorFindings(grouping) }))
    .filter(({ findings }) => findings.length > 0);
  if (shown.length === 0) return null;
  return {
    id: 'errors',
    title: 'Who was decided about wrongly',
    body: (
      <>
        {shown.map(({ grouping, findings }) => (
          <>
            <h3>Mistakes by {groupByText(grouping.groupBy)}</h3>
            {findings.map((finding) => (
              <>
                <p>{auditWords(finding.measure)?.asks ?? auditWords(finding.audit)?.asks ?? ''}</p>
                <RatesPicture result={result} finding={finding} />
              </>
            ))}
          </>
        ))}
      </>
    ),
  };
}
