import { type Grouping, groupings, isRates, measuredGroups } from '@ombud/audit/answer';
import type { Finding, GroupMeasure } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { Fold, type Section, Table } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditTitle, testName } from '../words/audits.ts';
import { groupName } from '../words/names.ts';
import { FindingTable, fullRows, intervalsText } from './finding-table.tsx';

/** Rows of the compact table; groupings of more groups go on in the CSV and JSON reports. */
const mostRows = 150;

function summary(t: Telling, finding: Finding): string {
  const measured = measuredGroups(finding);
  const [lowest] = measured;
  const highest = measured.at(-1);
  const title = auditTitle(t, finding.audit, finding.measure);
  if (lowest === undefined || highest === undefined) return title;
  const { heterogeneity } = finding;
  const given = { title, low: t.percent(lowest.value), high: t.percent(highest.value) };
  if (heterogeneity === null) return t.say('tables/range', given);
  return t.say('tables/range-test', {
    ...given,
    test: testName(t, heterogeneity.test),
    p: t.probability(heterogeneity.p),
  });
}

/** A rate, of how many people it is, and its interval, each on its line: without them a reader takes 2 of 102 for 2 in 100. */
function cellText(t: Telling, entry: GroupMeasure | undefined): string {
  if (entry === undefined) return '–';
  const { value, events, n, interval } = entry;
  return [
    value === null ? '–' : t.barePercent(value),
    t.say('tables/events-of', { events: t.count(events), n: t.count(n) }),
    ...(interval === null ? [] : [t.range(interval, t.barePercent)]),
  ].join('\n');
}

/** Every rate of a large grouping, one row a group: the percent sign is in the heading, to keep the file small. */
function Compact({ t, grouping }: { readonly t: Telling; readonly grouping: Grouping }) {
  const findings = grouping.findings.filter((finding) => isRates(finding) && !isRepeat(t, grouping, finding));
  const first = findings[0];
  if (first === undefined) return null;
  const entries = findings.map(
    (finding) => new Map(finding.groups.map((entry) => [groupKey(entry.group), entry])),
  );
  const by = groupByText(t, grouping.groupBy);
  const rows = first.groups.slice(0, mostRows);
  const rest = first.groups.length - rows.length;
  const caption =
    rest > 0
      ? t.say('tables/every-caption-cut', { by, rest: t.count(rest) })
      : t.say('tables/every-caption', { by });
  return (
    <Fold title={t.say('tables/every-rate', { groups: t.count(first.groups.length), by })}>
      <Table
        caption={[caption, ...intervalsText(t, first)].join('; ')}
        label={caption}
        head={[
          t.say('head/group'),
          ...findings.map((finding) => auditTitle(t, finding.audit, finding.measure)),
        ]}
        rows={rows.map(({ group }) => {
          const key = groupKey(group);
          return [groupName(t, group), ...entries.map((own) => cellText(t, own.get(key)))];
        })}
      />
    </Fold>
  );
}

/** Rates that are 100 % minus another one, or that another audit shows too: for crosses, the compact table has them. */
const repeated: ReadonlySet<string> = new Set([
  'true-positive-rate',
  'true-negative-rate',
  'false-discovery-rate',
  'false-omission-rate',
  'equalized-odds',
]);

/** Whether another finding of the grouping shows the same column of rates: each rate is shown once. */
export function isRepeat(t: Telling, { findings }: Grouping, finding: Finding): boolean {
  const has = (audit: string) => findings.some((other) => other.audit === audit && isRates(other));
  if (finding.audit === 'selection-rate')
    return t.result.roles.favourable === 'positive' && has('adverse-impact');
  return finding.audit === 'equalized-odds' && has(finding.measure);
}

function GroupingTables({ t, grouping }: { readonly t: Telling; readonly grouping: Grouping }) {
  const crossed = grouping.groupBy.length > 1;
  const shown = grouping.findings.filter(
    (finding) =>
      finding.state === 'measured' &&
      finding.groups.length > 0 &&
      !isRepeat(t, grouping, finding) &&
      !(crossed && repeated.has(finding.audit)),
  );
  return (
    <>
      <h3>{t.say('tables/by', { by: groupByText(t, grouping.groupBy) })}</h3>
      {crossed && shown.length > 0 ? <p class="on-paper">{t.say('tables/on-paper')}</p> : ''}
      {shown.map((finding) => (
        <Fold title={summary(t, finding)} printed={crossed ? 'none' : 'all'}>
          <FindingTable t={t} finding={finding} />
        </Fold>
      ))}
      {crossed || shown.some(({ groups }) => groups.length > fullRows) ? (
        <Compact t={t} grouping={grouping} />
      ) : (
        ''
      )}
    </>
  );
}

/** Every rate that was measured, by grouping; folded, because it is long. Null when nothing was measured. */
export function allRatesSection(t: Telling): Section | null {
  const shown = groupings(t.result).filter(({ findings }) => findings.some(isRates));
  if (shown.length === 0) return null;
  return {
    id: 'tables',
    title: t.say('tables/title'),
    body: (
      <>
        {shown.map((grouping) => (
          <GroupingTables t={t} grouping={grouping} />
        ))}
      </>
    ),
  };
}
