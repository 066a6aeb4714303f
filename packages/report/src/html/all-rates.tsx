import { type Grouping, groupings, isRates, measuredGroups } from '@ombud/audit/answer';
import type { Finding, Result } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { groupByText } from '../text/group.ts';
import { percent, probability } from '../text/numbers.ts';
import { auditTitle } from '../words/audits.ts';
import { groupName } from '../words/sentences.ts';
import { FindingTable, FULL_ROWS } from './finding-table.tsx';
import { picturedFindings } from './rates.tsx';
import type { Section } from './section.ts';
import { Fold, Table } from './table.tsx';

/** Rows of the compact table; groupings of more groups go on in the CSV and JSON reports. */
const MOST_ROWS = 150;

function summary(finding: Finding): string {
  const measured = measuredGroups(finding);
  const [lowest] = measured;
  const highest = measured.at(-1);
  const title = `${auditTitle(finding.audit, finding.measure)}`;
  if (lowest === undefined || highest === undefined) return title;
  const { heterogeneity } = finding;
  const test =
    heterogeneity === null ? '' : `; all equal? ${heterogeneity.test}, p ${probability(heterogeneity.p)}`;
  return `${title}: ${percent(lowest.value)} to ${percent(highest.value)}${test}`;
}

/** Every rate of a large grouping, one row a group: the percent sign is in the heading, to keep the file small. */
function Compact({ result, grouping }: { readonly result: Result; readonly grouping: Grouping }) {
  const findings = grouping.findings.filter(isRates);
  const first = findings[0];
  if (first === undefined) return null;
  const values = findings.map(
    (finding) => new Map(finding.groups.map(({ group, value }) => [groupKey(group), value])),
  );
  const by = groupByText(grouping.groupBy);
  const rows = first.groups.slice(0, MOST_ROWS);
  const rest = first.groups.length - rows.length;
  return (
    <Fold title={`Every rate of all ${first.groups.length} groups by ${by}`}>
      <Table
        caption={`Rates in per cent of all groups by ${by}${rest > 0 ? `; ${rest} more are in the CSV and JSON reports` : ''}`}
        head={['Group', ...findings.map((finding) => auditTitle(finding.audit, finding.measure))]}
        rows={rows.map(({ group }) => {
          const key = groupKey(group);
          return [
            groupName(result, group),
            ...values.map((own) =>
              percent(own.get(key) ?? null)
                .replace(' %', '')
                .replace('not measured', '–'),
            ),
          ];
        })}
      />
    </Fold>
  );
}

/** Rates that are 100 % minus another one, or that another audit shows too: for crosses, the compact table has them. */
const REPEATED: ReadonlySet<string> = new Set([
  'true-positive-rate',
  'true-negative-rate',
  'false-discovery-rate',
  'false-omission-rate',
  'equalized-odds',
]);

function GroupingTables({ result, grouping }: { readonly result: Result; readonly grouping: Grouping }) {
  const crossed = grouping.groupBy.length > 1;
  const pictured = picturedFindings(result, grouping);
  const shown = grouping.findings.filter(
    (finding) =>
      finding.state === 'measured' &&
      finding.groups.length > 0 &&
      !pictured.includes(finding) &&
      !(crossed && REPEATED.has(finding.audit)),
  );
  return (
    <>
      <h3>Tables by {groupByText(grouping.groupBy)}</h3>
      {shown.map((finding) => (
        <Fold title={summary(finding)}>
          <FindingTable result={result} finding={finding} />
        </Fold>
      ))}
      {crossed || shown.some(({ groups }) => groups.length > FULL_ROWS) ? (
        <Compact result={result} grouping={grouping} />
      ) : (
        ''
      )}
    </>
  );
}

/** Every rate that was measured, by grouping; folded, because it is long. Null when nothing was measured. */
export function allRatesSection(result: Result): Section | null {
  const shown = groupings(result).filter(({ findings }) => findings.some(isRates));
  if (shown.length === 0) return null;
  return {
    id: 'tables',
    title: 'Every rate measured',
    body: (
      <>
        <p>The tables of the rates that are pictured above stand beside their pictures.</p>
        {shown.map((grouping) => (
          <GroupingTables result={result} grouping={grouping} />
        ))}
      </>
    ),
  };
}
