import type { Population } from '@ombud/contract';
import { isOmbudError } from '@ombud/kernel';
import { allRows, type Row } from '@ombud/table';
import { cliErrors } from '../errors.ts';

async function rowsOf(file: string): Promise<readonly Row[]> {
  try {
    return await allRows({ file });
  } catch (cause) {
    if (isOmbudError(cause) && cause.code !== 'OMBUD_E_NO_SOURCE') throw cause;
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population-unreadable', { file }, { cause });
  }
}

const textOf = (row: Row, column: string): string =>
  'values' in row ? String(row.values[column] ?? '').trim() : '';

/**
 * Reads the shares of a population: rows of `attribute`, `value`, `share`, one for each group, in any format. Shares may
 * be counts or percentages: they are scaled to sum to one within each attribute.
 */
export async function readPopulation(file: string): Promise<Population> {
  const shares: Record<string, Record<string, number>> = {};
  for (const row of await rowsOf(file)) {
    const [attribute, value, share] = ['attribute', 'value', 'share'].map((column) => textOf(row, column));
    const amount = Number(share);
    if (!attribute || !value || !share || !(amount >= 0))
      throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population-line', { file, line: row.line });
    shares[attribute] = { ...shares[attribute], [value]: amount };
  }
  if (Object.keys(shares).length === 0)
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population-empty', { file });
  return { source: file, shares };
}
