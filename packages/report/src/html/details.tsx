import type { Finding, Result } from '@ombud/contract';
import { groupByText } from '../text/group.ts';
import { type DetailTable, identityTable, ll144Table, sharesTable } from '../words/detail-tables.ts';
import type { Section } from './section.ts';
import { Table, unbroken } from './table.tsx';

/** Rows of one table: a longer one goes on in the result. */
const MOST_ROWS = 40;

function cutCaption(caption: string, rows: number): string {
  return rows > MOST_ROWS ? `${caption}; the first ${MOST_ROWS} of ${rows}` : caption;
}

function DetailTableView({ finding, table }: { finding: Finding; table: DetailTable }) {
  return (
    <>
      <h3>By {groupByText(finding.groupBy)}</h3>
      {table.intro === '' ? '' : <p>{unbroken(table.intro)}</p>}
      <Table
        caption={cutCaption(table.caption, table.rows.length)}
        head={[...table.head]}
        text={[...table.text]}
        rows={table.rows.slice(0, MOST_ROWS).map((row) => [...row])}
      />
    </>
  );
}

/** Calibration against error rates: the identity, and what cannot be had at once; null when not measured. */
export function identitySection(result: Result): Section | null {
  const found = result.findings.flatMap((finding) =>
    finding.details?.kind === 'identity' ? [{ finding, details: finding.details }] : [],
  );
  const shown = found.filter(({ finding }) => finding.groupBy.length === 1);
  const used = shown.length > 0 ? shown : found.slice(0, 1);
  if (used.length === 0) return null;
  return {
    id: 'calibration',
    title: 'What cannot be had at once',
    body: (
      <>
        <p>
          For every group the four numbers are tied together: false positive rate = p/(1−p) × (1−PPV)/PPV ×
          (1−FNR), with p the base rate, PPV the positive predictive value and FNR the false negative rate
          (Chouldechova 2017).
        </p>
        {used.map(({ finding, details }) => (
          <DetailTableView finding={finding} table={identityTable(result, finding, details)} />
        ))}
      </>
    ),
  };
}

/** The tables of New York City Local Law 144; null when the audit was not asked for. */
export function ll144Section(result: Result): Section | null {
  const found = result.findings.flatMap((finding) =>
    finding.details?.kind === 'll144' ? [{ finding, details: finding.details }] : [],
  );
  if (found.length === 0) return null;
  return {
    id: 'll144',
    title: 'New York City Local Law 144',
    body: (
      <>
        <p>
          These are the figures that the rule (6 RCNY 5-301) asks to be published. The rule sets no threshold,
          so there is nothing here to pass or fail. An impact ratio is a rate over the highest rate.
        </p>
        {found.map(({ finding, details }) => (
          <DetailTableView finding={finding} table={ll144Table(result, finding, details)} />
        ))}
      </>
    ),
  };
}

/** Shares of the people in the data against a population; null when no population was given. */
export function representationSection(result: Result): Section | null {
  const found = result.findings.flatMap((finding) =>
    finding.details?.kind === 'shares' ? [{ finding, details: finding.details }] : [],
  );
  if (found.length === 0) return null;
  return {
    id: 'representation',
    title: 'Who is in the data',
    body: (
      <>
        {found.map(({ finding, details }) => (
          <DetailTableView finding={finding} table={sharesTable(result, finding, details)} />
        ))}
      </>
    ),
  };
}
