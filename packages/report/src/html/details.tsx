import type { Details, Finding } from '@ombud/contract';
import { type Section, Table } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import { groupByText } from '../text/group.ts';
import { auditTitle } from '../words/audits.ts';
import type { DetailTable } from '../words/detail-table.ts';
import { costsTable, identityTable, ll144Table, sharesTable } from '../words/detail-tables.ts';
import { adjustedTable, tribunalTable } from '../words/tribunal-tables.ts';

/** Rows of one table: a longer one goes on in the result. */
const mostRows = 40;

function cutCaption(t: Telling, caption: string, rows: number): string {
  return rows > mostRows
    ? t.say('tables/first-rows', { caption, shown: t.count(mostRows), rows: t.count(rows) })
    : caption;
}

interface ViewProps {
  readonly t: Telling;
  readonly finding: Finding;
  readonly table: DetailTable;
}

function DetailTableView({ t, finding, table }: ViewProps) {
  return (
    <>
      <h3>{t.say('page/by', { by: groupByText(t, finding.groupBy) })}</h3>
      {table.intro === '' ? '' : <p>{t.unbroken(table.intro)}</p>}
      <Table
        caption={cutCaption(t, table.caption, table.rows.length)}
        head={table.head}
        text={table.text}
        rows={table.rows.slice(0, mostRows)}
      />
    </>
  );
}

type Kind = Details['kind'];

/** The findings whose details are of one kind. */
function detailsOf<K extends Kind>(t: Telling, kind: K) {
  return t.result.findings.flatMap((finding) =>
    finding.details?.kind === kind
      ? [{ finding, details: finding.details as Extract<Details, { kind: K }> }]
      : [],
  );
}

/** Calibration against error rates: the identity, and what cannot be had at once; null when not measured. */
export function identitySection(t: Telling): Section | null {
  const found = detailsOf(t, 'identity');
  const single = found.filter(({ finding }) => finding.groupBy.length === 1);
  const shown = single.length > 0 ? single : found.slice(0, 1);
  if (shown.length === 0) return null;
  return {
    id: 'calibration',
    title: t.say('identity/title'),
    body: (
      <>
        <p>{t.say('identity/formula')}</p>
        {shown.map(({ finding, details }) => (
          <DetailTableView t={t} finding={finding} table={identityTable(t, finding, details)} />
        ))}
      </>
    ),
  };
}

/** The tables of New York City Local Law 144; null when the audit was not asked for. */
export function ll144Section(t: Telling): Section | null {
  const found = detailsOf(t, 'll144');
  if (found.length === 0) return null;
  return {
    id: 'll144',
    title: t.say('ll144/title'),
    body: (
      <>
        <p>{t.say('ll144/intro')}</p>
        {found.map(({ finding, details }) => (
          <DetailTableView t={t} finding={finding} table={ll144Table(t, finding, details)} />
        ))}
      </>
    ),
  };
}

/** What the cheapest change costs those who have one; null where no model was given. */
export function costsSection(t: Telling): Section | null {
  const found = detailsOf(t, 'costs');
  if (found.length === 0) return null;
  return {
    id: 'costs',
    title: t.say('costs/title'),
    body: (
      <>
        {found.map(({ finding, details }) => (
          <DetailTableView t={t} finding={finding} table={costsTable(t, finding, details)} />
        ))}
      </>
    ),
  };
}

/** Shares of the people in the data against a population; null when no population was given. */
export function representationSection(t: Telling): Section | null {
  const found = detailsOf(t, 'shares');
  if (found.length === 0) return null;
  return {
    id: 'representation',
    title: t.say('shares/title'),
    body: (
      <>
        {found.map(({ finding, details }) => (
          <DetailTableView t={t} finding={finding} table={sharesTable(t, finding, details)} />
        ))}
      </>
    ),
  };
}

/** A section of one kind of table; null where no finding has it. */
function tablesSection<K extends Kind>(
  t: Telling,
  kind: K,
  audit: string,
  tableOf: (t: Telling, finding: Finding, details: Extract<Details, { kind: K }>) => DetailTable,
): Section | null {
  const found = detailsOf(t, kind);
  if (found.length === 0) return null;
  return {
    id: kind,
    title: auditTitle(t, audit),
    body: (
      <>
        {found.map(({ finding, details }) => (
          <DetailTableView t={t} finding={finding} table={tableOf(t, finding, details)} />
        ))}
      </>
    ),
  };
}

/** What tribunals ask of two groups; null when the audit was not asked for. */
export const tribunalSection = (t: Telling): Section | null =>
  tablesSection(t, 'tribunal', 'tribunal', tribunalTable);

/** The gap that is left among people who are alike; null when the audit was not asked for. */
export const adjustedSection = (t: Telling): Section | null =>
  tablesSection(t, 'adjusted', 'adjusted-disparity', adjustedTable);
