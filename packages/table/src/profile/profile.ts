import type { ReadOptions } from '@ombud/contract';
import { byCode } from '@ombud/kernel';
import { missingReader } from '../missing.ts';
import { openSource } from '../sources/open-source.ts';

/** What the first rows say of a column. */
export interface ColumnProfile {
  readonly name: string;
  /** Rows of the sample with a value. */
  readonly filled: number;
  readonly missing: number;
  /** Distinct values with their number, most frequent first; at most `mostShown`. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly distinct: number;
  /** Every value is a number. */
  readonly numeric: boolean;
  readonly least: number | null;
  readonly greatest: number | null;
}

/** What the first rows of a source say of its columns. */
export interface Profile {
  readonly source: string;
  /** Rows that were looked at; the file may have more. */
  readonly sampled: number;
  readonly columns: readonly ColumnProfile[];
}

const sampleRows = 20_000;
const mostShown = 50;

/** Profiles one column of the sample. @param raw values as the source holds them */
export function profileColumn(name: string, raw: readonly (string | null)[]): ColumnProfile {
  const read = missingReader();
  const counts = new Map<string, number>();
  let filled = 0;
  for (const value of raw) {
    const text = read(value);
    if (text === null) continue;
    filled += 1;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const numbers = [...counts.keys()].map(Number);
  const numeric = numbers.length > 0 && numbers.every(Number.isFinite);
  const values = [...counts]
    .sort(([a, x], [b, y]) => y - x || byCode(a, b))
    .slice(0, mostShown)
    .map(([value, rows]) => ({ value, rows }));
  return {
    name,
    filled,
    missing: raw.length - filled,
    values,
    distinct: counts.size,
    numeric,
    least: numeric ? numbers.reduce((a, b) => Math.min(a, b)) : null,
    greatest: numeric ? numbers.reduce((a, b) => Math.max(a, b)) : null,
  };
}

/**
 * Looks at the first rows of a source.
 * @throws OmbudError when it cannot be read
 */
export async function profile(source: string, read?: ReadOptions): Promise<Profile> {
  const engine = await openSource(source, { read });
  try {
    const rows = await engine.sample(sampleRows);
    const columns = engine.columns.map(({ name }, i) =>
      profileColumn(
        name,
        rows.map((row) => row[i] ?? null),
      ),
    );
    return { source, sampled: rows.length, columns };
  } finally {
    await engine.close();
  }
}
