import { readFileSync } from 'node:fs';
import type { Population } from '@ombud/contract';
import { OmbudError } from '@ombud/table';
import { parse } from 'csv-parse/sync';

const bad = (file: string, what: string): OmbudError =>
  new OmbudError('OMBUD_E_BAD_CONFIG', `The population "${file}" ${what}.`, {
    todo: 'Give a CSV with the columns attribute, value and share.',
  });

function parseRows(file: string): Record<string, string>[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw bad(file, 'cannot be read');
  }
  try {
    return parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true });
  } catch (cause) {
    throw bad(file, `is not delimited text (${(cause as Error).message})`);
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
      throw bad(file, `has no attribute, value and share of at least 0 in line ${i + 2}`);
    shares[attribute] = { ...shares[attribute], [value]: amount };
  }
  if (Object.keys(shares).length === 0) throw bad(file, 'holds no shares');
  return { source: file, shares };
}
