import { readFileSync } from 'node:fs';
import type { Population } from '@ombud/contract';
import { parse } from 'csv-parse/sync';
import { cliErrors } from '../errors.ts';

function parseRows(file: string): Record<string, string>[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population', { file });
  }
  try {
    return parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true });
  } catch (cause) {
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population-text', { file, why: (cause as Error).message });
  }
}

/**
 * Reads the shares of a population: `attribute,value,share`, one line a group. Shares may be counts or percentages:
 * they are scaled to sum to one within each attribute.
 */
export function readPopulation(file: string): Population {
  const shares: Record<string, Record<string, number>> = {};
  for (const [i, row] of parseRows(file).entries()) {
    const { attribute, value, share } = row;
    const amount = Number(share);
    if (!attribute || !value || !share || !(amount >= 0))
      throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population-line', { file, line: i + 2 });
    shares[attribute] = { ...shares[attribute], [value]: amount };
  }
  if (Object.keys(shares).length === 0) throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'population', { file });
  return { source: file, shares };
}
