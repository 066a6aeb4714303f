import type { AuditSpec, BinarySpec, Coverage, ValuesRead } from '@ombud/contract';
import { byCode } from '@ombud/kernel';
import type { Cell } from './cells.ts';
import type { RawCell } from './engines/engine.ts';
import type { Readers, Rows } from './normalise.ts';

/** Who was counted, who was not and why, and what is missing in which column. */
export function coverageOf(
  spec: AuditSpec,
  raw: readonly RawCell[],
  cells: readonly Cell[],
  rows: readonly Rows[],
  readers: Readers,
): Coverage {
  const sum = (condition: (cell: Cell) => boolean, of: keyof Rows = 'all') =>
    cells.reduce((total, cell, i) => total + (condition(cell) ? (rows[i]?.[of] ?? 0) : 0), 0);
  const all = sum(() => true);
  const first = spec.decision ? 'decision' : spec.outcome ? 'outcome' : 'score';
  const isKnown = (cell: Cell) =>
    (first === 'decision' ? cell.decision : first === 'outcome' ? cell.outcome : cell.aboveMedian) !== null;
  const [known, weightless] = [sum(isKnown), sum(isKnown, 'weightless')];
  const columns = [
    ...(spec.decision
      ? [
          {
            column: spec.decision.column,
            at: (cell: RawCell) => cell.decision,
            read: (v: string | null) => readers.decision(readers.text(v)),
          },
        ]
      : []),
    ...(spec.outcome
      ? [
          {
            column: spec.outcome.column,
            at: (cell: RawCell) => cell.outcome,
            read: (v: string | null) => readers.outcome(readers.text(v)),
          },
        ]
      : []),
    ...spec.groups.map(({ column }, i) => ({
      column,
      at: (cell: RawCell) => cell.groups[i] ?? null,
      read: readers.text,
    })),
    ...(spec.strata ?? []).map(({ column }, i) => ({
      column,
      at: (cell: RawCell) => cell.strata[i] ?? null,
      read: readers.text,
    })),
  ];
  const missing = columns.flatMap(({ column, at, read }) => {
    const texts = new Map<string, number>();
    let without = 0;
    for (const cell of raw) {
      const text = at(cell);
      if (read(text) !== null) continue;
      without += cell.rows;
      const shown = text?.trim() ?? '';
      if (shown !== '') texts.set(shown, (texts.get(shown) ?? 0) + cell.rows);
    }
    if (without === 0) return [];
    const markers = [...texts].sort(([a], [b]) => byCode(a, b)).map(([value, n]) => ({ value, rows: n }));
    return [markers.length > 0 ? { column, rows: without, markers } : { column, rows: without }];
  });
  const unscored = spec.score === undefined ? 0 : sum((cell) => cell.aboveMedian === null);
  if (spec.score !== undefined && unscored > 0) missing.push({ column: spec.score, rows: unscored });
  const excluded = [
    { reason: { code: `no-${first}`, params: {} }, rows: all - known },
    { reason: { code: 'weight-0', params: {} }, rows: weightless },
  ].filter((part) => part.rows > 0);
  return { rows: all, counted: known - weightless, excluded, missing };
}

/** Values that are listed for each side; the rest are counted. */
const mostRead = 20;

/** Which values of a decision or outcome were read as yes and which as no, the most frequent first. */
export function readOf(
  role: ValuesRead['role'],
  { column }: BinarySpec,
  counts: ReadonlyMap<string, number>,
  read: (value: string | null) => boolean | null,
): ValuesRead {
  const sorted = [...counts].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1));
  const side = (yes: boolean) =>
    sorted.filter(([value]) => read(value) === yes).map(([value, rows]) => ({ value, rows }));
  const [positive, negative] = [side(true), side(false)];
  return {
    role,
    column,
    positive: positive.slice(0, mostRead),
    negative: negative.slice(0, mostRead),
    more: Math.max(0, positive.length - mostRead) + Math.max(0, negative.length - mostRead),
  };
}
