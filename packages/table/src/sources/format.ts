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
