import { groupings, headline, measuredGroups } from '@ombud/audit/answer';
import type { Finding, Result } from '@ombud/contract';
import { groupByText } from '../text/group.ts';
import { auditTitle } from '../words/audits.ts';
import { fitsHeatMap, HeatKey, HeatMap } from './charts/heat-map.tsx';
import { RatesPicture } from './rates.tsx';
import type { Section } from './section.ts';

function Intersection({ result, finding }: { readonly result: Result; readonly finding: Finding }) {
  const title = auditTitle(finding.audit, finding.measure);
  return (
    <>
      <h3>By {groupByText(finding.groupBy)}</h3>
      {fitsHeatMap(finding) ? (
        <HeatMap result={result} finding={finding} title={title} />
      ) : (
        <RatesPicture result={result} finding={finding} />
      )}
    </>
  );
}

/** Groups by two and more attributes at once: a heat map of each cross, or the two ends of a larger one. */
export function intersectionsSection(result: Result): Section | null {
  const found = groupings(result)
    .filter(({ groupBy }) => groupBy.length > 1)
    .flatMap((grouping) => {
      const finding = headline(result, grouping);
      return finding === null || measuredGroups(finding).length < 2 ? [] : [finding];
    });
  if (found.length === 0) return null;
  return {
    id: 'intersections',
    title: 'Where attributes meet',
    body: (
      <>
        <p>A system can treat each attribute evenly and still treat a combination of them badly.</p>
        {found.some(fitsHeatMap) ? <HeatKey /> : ''}
        {found.map((finding) => (
          <Intersection result={result} finding={finding} />
        ))}
      </>
    ),
  };
}
