import { basename } from 'node:path';

export type Format = 'csv' | 'parquet' | 'json';

const formats: Readonly<Record<string, Format>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  txt: 'csv',
  psv: 'csv',
  data: 'csv',
  test: 'csv',
  parquet: 'parquet',
  pq: 'parquet',
  json: 'json',
  ndjson: 'json',
  jsonl: 'json',
};

/** The format that a file name promises, looking through `.gz` and `.zst`; null where it promises none. */
export function formatOf(file: string): Format | null {
  const name = file.toLowerCase().replace(/\.(gz|zst)$/, '');
  return formats[name.slice(name.lastIndexOf('.') + 1)] ?? null;
}

/** What rows are written in. `json` is an array or one object a line: its first character says which. */
export type RowFormat = 'csv' | 'json' | 'ndjson' | 'parquet';

/** Where rows are read from, and how. */
/** The first character that is no blank, after a byte-order mark. */
const firstCharacter = (head: Uint8Array): string => new TextDecoder().decode(head).trimStart().slice(0, 1);

/** The format that a content shows by its first bytes. */
export function formatOfContent(head: Uint8Array): RowFormat {
  if (new TextDecoder('latin1').decode(head.subarray(0, 4)) === 'PAR1') return 'parquet';
  const first = firstCharacter(head);
  return first === '[' ? 'json' : first === '{' ? 'ndjson' : 'csv';
}

/** Whether a file's name has no ending, so that only its content can say what it is. */
export const hasNoEnding = (file: string): boolean => !basename(file).slice(1).includes('.');
