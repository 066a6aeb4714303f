import { groupings, headline, measuredGroups, overallRate } from '@ombud/audit/answer';
import type { Finding } from '@ombud/contract';
import { HeatKey, HeatMap, type Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditTitle } from '../words/audits.ts';
import { groupName } from '../words/names.ts';
import { RatesPicture } from './rates.tsx';

/** Largest heat map, in cells; a larger grouping is shown by its ends and its table. */
const mostCells = 400;

const values = (finding: Finding, name: string): readonly string[] => [
  ...new Set(finding.groups.map(({ group }) => group[name] ?? '')),
];

/** Whether a finding is a cross of two attributes that fits into a heat map. */
function fitsHeatMap(finding: Finding): boolean {
  const [one, other] = finding.groupBy;
  if (one === undefined || other === undefined || finding.groupBy.length !== 2) return false;
  return values(finding, one).length * values(finding, other).length <= mostCells;
}

/** The rates of a cross; the longer attribute runs down the page, which has room, the shorter one across. */
function Cross({ t, finding }: { readonly t: Telling; readonly finding: Finding }) {
  const [one = '', other = ''] = finding.groupBy;
  const [down, across] =
    values(finding, one).length >= values(finding, other).length ? [one, other] : [other, one];
  const cells = new Map(
    finding.groups.map((entry) => [JSON.stringify([entry.group[down], entry.group[across]]), entry]),
  );
  const columns = values(finding, across);
  const corner = groupByText(t, [down]);
  return (
    <HeatMap
      voice={t}
      caption={t.say('chart/heat-caption', {
        title: auditTitle(t, finding.audit, finding.measure),
        rows: corner,
        columns: groupByText(t, [across]),
      })}
      corner={corner}
      columns={columns.map((value) => groupName(t, { [across]: value }))}
      rows={values(finding, down).map((row) => ({
        label: groupName(t, { [down]: row }),
        cells: columns.map((column) => cells.get(JSON.stringify([row, column]))),
      }))}
      overall={overallRate(finding) ?? 0}
    />
  );
}

function Intersection({ t, finding }: { readonly t: Telling; readonly finding: Finding }) {
  return (
    <>
      <h3>{t.say('page/by', { by: groupByText(t, finding.groupBy) })}</h3>
      {fitsHeatMap(finding) ? <Cross t={t} finding={finding} /> : <RatesPicture t={t} finding={finding} />}
    </>
  );
}

/** Groups by two and more attributes at once: a heat map of each cross, or the two ends of a larger one. */
export function intersectionsSection(t: Telling): Section | null {
  const found = groupings(t.result)
    .filter(({ groupBy }) => groupBy.length > 1)
    .flatMap((grouping) => {
      const finding = headline(t.result, grouping);
      return finding === null || measuredGroups(finding).length < 2 ? [] : [finding];
    });
  if (found.length === 0) return null;
  return {
    id: 'intersections',
    title: t.say('crossed/title'),
    body: (
      <>
        <p>{t.say('crossed/intro')}</p>
        {found.some(fitsHeatMap) ? <HeatKey voice={t} /> : ''}
        {found.map((finding) => (
          <Intersection t={t} finding={finding} />
        ))}
      </>
    ),
  };
}
