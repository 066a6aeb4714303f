import { findingOf, type Grouping, groupings, measuredGroups } from '@ombud/audit/answer';
import type { Finding } from '@ombud/contract';
import type { Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditAsks } from '../words/audits.ts';
import { RatesPicture } from './rates-picture.tsx';

const errorRates = ['false-positive-rate', 'false-negative-rate', 'positive-predictive-value'];

const errorFindings = (grouping: Grouping): readonly Finding[] =>
  errorRates.flatMap((measure) => {
    const finding = findingOf(grouping, measure);
    return finding === null || measuredGroups(finding).length === 0 ? [] : [finding];
  });

/** Who was decided about wrongly: dot plots of the error rates; null without decisions and outcomes. */
export function errorsSection(t: Telling, pictured: Finding | null): Section | null {
  const shown = groupings(t.result)
    .filter(({ groupBy }) => groupBy.length === 1)
    .map((grouping) => ({
      groupBy: grouping.groupBy,
      findings: errorFindings(grouping).filter((finding) => finding !== pictured),
    }))
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
