export type ExportFormat = 'csv' | 'json' | 'parquet';

const fixed = ['index', 'time', 'subject', 'decision', 'outcome', 'score', 'model', 'inputs'];

const options: Readonly<Record<ExportFormat, string>> = {
  csv: 'format csv, header true',
  json: 'format json',
  parquet: 'format parquet',
};

/**
 * The statement that writes the exported decisions. COPY takes no bound parameters, so names and values are quoted as
 * SQL asks; a quote inside is doubled. The rows were written in the order of the log, and DuckDB keeps that order.
 */
export function copyStatement(attributes: readonly string[], to: string, format: ExportFormat): string {
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
  return `copy (select ${select} from decisions) to ${literal(to)} (${options[format]})`;
}
