import type { Finding, GroupMeasure, Result } from '@ombud/contract';
import { visible } from '@ombud/words';

type Cell = string | number | null;

/** What a spreadsheet takes for the start of a formula, the full-width forms included. */
const formula = /^[=+\-@\t\r＝＋－＠]/u;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const shown = visible(value);
  const safe = formula.test(value) || formula.test(shown) ? `'${shown}` : shown;
  return /[",'\n\r;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function attributes(result: Result): readonly string[] {
  const names = new Set<string>();
  for (const finding of result.findings) {
    for (const entry of finding.groups) for (const name of Object.keys(entry.group)) names.add(name);
  }
  return [...names];
}

function row(finding: Finding, entry: GroupMeasure, names: readonly string[]): string {
  const { interval } = entry;
  return line([
    finding.audit,
    finding.measure,
    finding.groupBy.join(' x '),
    ...names.map((name) => (Object.hasOwn(entry.group, name) ? (entry.group[name] ?? null) : null)),
    entry.n,
    entry.events,
    entry.value,
    interval?.low ?? null,
    interval?.high ?? null,
    interval?.level ?? null,
    interval?.method ?? null,
    entry.effectiveN ?? null,
  ]);
}

/**
 * Every rate of every group as one flat table (RFC 4180): one row a group and measure, one column an attribute. No
 * cell can run as a formula when a spreadsheet opens it; hidden characters are made visible.
 */
export function renderCsv(result: Result): string {
  const names = attributes(result);
  const measures = [
    'n',
    'events',
    'value',
    'interval_low',
    'interval_high',
    'level',
    'method',
    'effective_n',
  ];
  const header = line(['audit', 'measure', 'group_by', ...names, ...measures]);
  const rows = result.findings.flatMap((finding) =>
    finding.groups.map((entry) => row(finding, entry, names)),
  );
  return header + rows.join('');
}
