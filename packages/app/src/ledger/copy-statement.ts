export type ExportFormat = 'csv' | 'json' | 'parquet';

const fixed = ['index', 'time', 'subject', 'decision', 'outcome', 'score', 'model', 'inputs'];

const options: Readonly<Record<ExportFormat, string>> = {
  csv: 'format csv, header true',
  json: 'format json',
  // Small row groups, since the writer holds one in memory.
  parquet: 'format parquet, row_group_size 20480',
};

/** A file with a row of JSON on each line, none longer than so many bytes. */
interface RowsFile {
  readonly file: string;
  readonly mostBytes: number;
}

/**
 * The statement that writes the exported decisions. COPY takes no bound parameters, so names and values are quoted as
 * SQL asks; a quote inside is doubled. The rows were written in the order of the log, and DuckDB keeps that order.
 */
export function copyStatement(
  { file, mostBytes }: RowsFile,
  attributes: readonly string[],
  to: string,
  format: ExportFormat,
): string {
  const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const literal = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const pointer = (name: string) => literal(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  const taken = new Set(fixed);
  const columns = attributes.map((name) => {
    const shown = taken.has(name.toLowerCase()) ? `attribute_${name}` : name;
    taken.add(shown.toLowerCase());
    return `json_extract_string(attributes, ${pointer(name)}) as ${identifier(shown)}`;
  });
  const select = [...fixed.map(identifier), ...columns].join(', ');
  const from = `read_json(${literal(file)}, format = 'newline_delimited', maximum_object_size = ${mostBytes}, columns = {
    index: 'BIGINT', time: 'VARCHAR', subject: 'VARCHAR', decision: 'VARCHAR', outcome: 'VARCHAR', score: 'DOUBLE',
    model: 'VARCHAR', inputs: 'VARCHAR', attributes: 'VARCHAR' })`;
  return `copy (select ${select} from ${from}) to ${literal(to)} (${options[format]})`;
}
