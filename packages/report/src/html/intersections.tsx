import { groupings, headline, measuredGroups, overallRate } from '@ombud/audit/answer';
import type { Finding } from '@ombud/contract';
import { sameGroup } from '@ombud/kernel';
import { HeatKey, HeatMap, type Section } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditTitle } from '../words/audits.ts';
import { groupName } from '../words/names.ts';
import { RatesPicture } from './rates-picture.tsx';

/** Largest heat map, in cells; a larger grouping is shown by its ends and its table. */
const mostCells = 400;

/** The first number of a bin's name, the open lower bin before all others; null where it names no number. */
function placeOfBin(value: string): number | null {
  const number = /-?\d+(?:\.\d+)?/.exec(value)?.[0];
  if (number === undefined) return null;
  return /^\s*(?:<|≤|under\b|below\b)/i.test(value) ? Number(number) - 0.5 : Number(number);
}

/** Values of an attribute; bins stand in the order of their numbers. */
function values(finding: Finding, name: string): readonly string[] {
  const found = [...new Set(finding.groups.map(({ group }) => group[name] ?? ''))];
  const places = new Map(found.map((value) => [value, placeOfBin(value)]));
  if (![...places.values()].every((place) => place !== null)) return found;
  return found.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** What the cells are compared with: the one group with which the audit compares all others, else everybody. */
function comparedWith(t: Telling, finding: Finding): { readonly rate: number; readonly name: string } {
  const references = finding.comparisons.map(({ reference }) => reference);
  const [first] = references;
  const shared =
    typeof first === 'object' && references.every((one) => typeof one === 'object' && sameGroup(one, first));
  const own = shared ? finding.groups.find(({ group }) => sameGroup(group, first)) : undefined;
  if (own !== undefined && own.value !== null) return { rate: own.value, name: groupName(t, own.group) };
  return { rate: overallRate(finding) ?? 0, name: t.say('name/everybody') };
}

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
  const reference = comparedWith(t, finding);
  return (
    <HeatMap
      voice={t}
      caption={t.say('chart/heat-caption', {
        title: auditTitle(t, finding.audit, finding.measure),
        rows: corner,
        columns: groupByText(t, [across]),
        reference: reference.name,
        rate: t.percent(reference.rate),
      })}
      corner={corner}
      columns={columns.map((value) => groupName(t, { [across]: value }))}
      rows={values(finding, down).map((row) => ({
        label: groupName(t, { [down]: row }),
        cells: columns.map((column) => cells.get(JSON.stringify([row, column]))),
      }))}
      overall={reference.rate}
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
