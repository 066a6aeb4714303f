import type { Result } from '@ombud/contract';
import { groupByText } from '../text/group.ts';
import { count, percent } from '../text/numbers.ts';
import { visibleShort } from '../text/visible.ts';
import { auditTitle } from '../words/audits.ts';
import { leftOutText, reasonSentence } from '../words/reasons.ts';
import { STATE_WORDS } from '../words/verdict.ts';
import type { Section } from './section.ts';
import { Table } from './table.tsx';

/** Who was counted and who was not, with every text that was read as missing. */
export function coverageSection({ coverage }: Result): Section {
  const share = coverage.rows > 0 ? ` (${percent(coverage.counted / coverage.rows)})` : '';
  const missing = coverage.missing.filter(({ rows }) => rows > 0);
  return {
    id: 'coverage',
    title: 'Who was counted',
    body: (
      <>
        <p>
          {count(coverage.counted)} of {count(coverage.rows)} people were counted{share}. Nothing missing was
          replaced by a default value; somebody whose value for one attribute is missing still counts by the
          others.
        </p>
        {coverage.excluded.length === 0 ? (
          ''
        ) : (
          <Table
            caption="People left out, and why"
            head={['Reason', 'People']}
            rows={coverage.excluded.map(({ reason, rows }) => [leftOutText(reason), count(rows)])}
          />
        )}
        {missing.length === 0 ? (
          <p>No value was missing in any column that was used.</p>
        ) : (
          <Table
            caption="Missing values, a column at a time"
            head={['Column', 'People', 'Texts read as missing']}
            text={[2]}
            rows={missing.map(({ column, rows, markers }) => [
              visibleShort(column),
              count(rows),
              (markers ?? [])
                .map(({ value, rows: times }) => `“${visibleShort(value)}” (${count(times)})`)
                .join(', '),
            ])}
          />
        )}
      </>
    ),
  };
}

/** Audits that were not measured, each with its reason; null when all were. */
export function unmeasuredSection({ findings }: Result): Section | null {
  const open = findings.filter(({ state }) => state !== 'measured');
  if (open.length === 0) return null;
  return {
    id: 'unmeasured',
    title: 'What was not measured',
    body: (
      <Table
        caption="Audits without a measurement, and why"
        head={['Audit', 'By', 'State', 'Reason']}
        text={[1, 2, 3]}
        rows={open.map(({ audit, measure, groupBy, state, reason }) => [
          visibleShort(auditTitle(audit, measure)),
          groupByText(groupBy),
          STATE_WORDS[state],
          reason === null ? '' : reasonSentence(reason),
        ])}
      />
    ),
  };
}
