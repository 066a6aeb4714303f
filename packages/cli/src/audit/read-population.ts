import { readFile } from 'node:fs/promises';
import type { Population } from '@ombud/contract';
import { parse } from 'csv-parse/sync';
import { cliErrors } from '../errors.ts';

async function parseRows(file: string): Promise<Record<string, string>[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population-unreadable', { file }, { cause });
  });
  try {
    return parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true });
  } catch (cause) {
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population-no-csv', { file }, { cause });
  }
}

/**
 * Reads the shares of a population: `attribute,value,share`, one line a group. Shares may be counts or percentages:
 * they are scaled to sum to one within each attribute.
 */
export async function readPopulation(file: string): Promise<Population> {
  const shares: Record<string, Record<string, number>> = {};
  for (const [i, row] of (await parseRows(file)).entries()) {
    const { attribute, value, share } = row;
    const amount = Number(share);
    if (!attribute || !value || !share || !(amount >= 0))
      throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population-line', { file, line: i + 2 });
    shares[attribute] = { ...shares[attribute], [value]: amount };
  }
  if (Object.keys(shares).length === 0)
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population-empty', { file });
  return { source: file, shares };
}
