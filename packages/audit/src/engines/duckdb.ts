import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { OmbudError } from '../errors.ts';
import type { GroupRole } from '../result.ts';
import { csvDialect } from '../sources/csv-dialect.ts';
import type { FileSource } from '../sources/source.ts';
import type { ReadOptions } from '../spec.ts';
import { translateError } from './duckdb-errors.ts';
import { identifier, literal, momentsSql, plainSql, type Select, weightedSql } from './duckdb-sql.ts';
import {
  type BinaryQuery,
  type CellQuery,
  type Column,
  type Engine,
  mostCells,
  type Progress,
  type RawCell,
  type RawCells,
} from './engine.ts';

/** How a column's value is written in SQL: as it is, and as a number. */
interface Relation {
  readonly from: string;
  readonly columns: readonly Column[];
  readonly value: (column: string) => string;
  readonly number: (column: string) => string;
}

const numericType = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U[A-Z]*INT|FLOAT|DOUBLE|DECIMAL)/;
/** Types whose values arrive as plain JavaScript values; others are read as text. */
const plainType = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U[A-Z]*INT|FLOAT|DOUBLE|VARCHAR|BOOLEAN|ENUM)/;

const fileList = (files: readonly string[]): string => `[${files.map(literal).join(', ')}]`;

function csvRelation(source: FileSource, options: ReadOptions | undefined): Relation {
  const dialect = csvDialect(source.files, options);
  const columns = dialect.columns.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  const encoding = dialect.encoding === 'utf-8' ? '' : `, encoding=${literal(dialect.encoding)}`;
  const from =
    `read_csv(${fileList(source.files)}, auto_detect=false, header=${dialect.header}, delim=${literal(dialect.delimiter)}, ` +
    `quote='"', escape='"', columns={${columns}}, strict_mode=true, null_padding=false${encoding})`;
  return {
    from,
    columns: dialect.columns.map((name) => ({ name, type: 'VARCHAR', numeric: false })),
    value: identifier,
    number: (column) => `TRY_CAST(TRIM(${identifier(column)}) AS DOUBLE)`,
  };
}

async function describe(connection: DuckDBConnection, from: string): Promise<Column[]> {
  const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
  return reader.getRowsJS().map((row) => {
    const type = String(row[1]);
    return { name: String(row[0]), type, numeric: numericType.test(type) };
  });
}

async function parquetRelation(connection: DuckDBConnection, source: FileSource): Promise<Relation> {
  const from = `read_parquet(${fileList(source.files)}, union_by_name=true)`;
  const columns = await describe(connection, from);
  const types = new Map(columns.map((column) => [column.name, column.type]));
  return {
    from,
    columns,
    value: (column) =>
      plainType.test(types.get(column) ?? '') ? identifier(column) : `CAST(${identifier(column)} AS VARCHAR)`,
    number: (column) => `TRY_CAST(${identifier(column)} AS DOUBLE)`,
  };
}

async function jsonRelation(connection: DuckDBConnection, source: FileSource): Promise<Relation> {
  // One level deep: every value stays JSON, so a late text in a column of numbers is a value and not an error.
  const from = `read_json(${fileList(source.files)}, maximum_depth=1, sample_size=100000, union_by_name=true)`;
  const columns = await describe(connection, from);
  const value = (column: string) => `(CAST(${identifier(column)} AS JSON)->>'$')`;
  return { from, columns, value, number: (column) => `TRY_CAST(${value(column)} AS DOUBLE)` };
}

function relationOf(
  connection: DuckDBConnection,
  source: FileSource,
  options: ReadOptions | undefined,
): Promise<Relation> | Relation {
  switch (source.format) {
    case 'csv':
      return csvRelation(source, options);
    case 'parquet':
      return parquetRelation(connection, source);
    case 'json':
      return jsonRelation(connection, source);
  }
}

const toText = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** Group label of a bin: "under 25", "25 to under 40", "65 and over". */
function binSql(relation: Relation, role: GroupRole): string {
  if (!role.bins) return relation.value(role.column);
  const x = relation.number(role.column);
  const { bins } = role;
  const arms = bins.map((edge, i) => {
    const label = i === 0 ? `under ${edge}` : `${bins[i - 1]} to under ${edge}`;
    return `WHEN ${x} < ${edge} THEN ${literal(label)}`;
  });
  return `CASE WHEN ${x} IS NULL OR isnan(${x}) THEN NULL ${arms.join(' ')} ELSE ${literal(`${bins.at(-1)} and over`)} END`;
}

function binarySql(relation: Relation, role: BinaryQuery | null): string {
  if (role === null) return 'NULL';
  if (role.threshold === null) return relation.value(role.column);
  return `(${relation.number(role.column)} ${role.threshold.operator} ${role.threshold.value})`;
}

function selectOf(relation: Relation, query: CellQuery, median: number | null): Select {
  const keys = [
    ...query.groups.map((role) => binSql(relation, role)),
    ...query.strata.map((role) => binSql(relation, role)),
    binarySql(relation, query.decision),
    binarySql(relation, query.outcome),
    query.score === null || median === null ? 'NULL' : `(${relation.number(query.score)} > ${median})`,
  ];
  return {
    from: relation.from,
    keys,
    count: query.count === null ? null : relation.number(query.count),
    weight: query.weight === null ? null : relation.number(query.weight),
    subject: query.subject === null ? null : `CAST(${relation.value(query.subject)} AS VARCHAR)`,
    limit: mostCells + 1,
  };
}

/** Columns of an answer after the keys: rows, n, and the checks of counts and weights. */
interface Checked {
  readonly raw: RawCell;
  readonly sumSquares: number;
  readonly least: number | null;
  readonly unreadable: number;
  readonly fractional: boolean;
}

function readRow(row: readonly unknown[], query: CellQuery): Checked {
  const g = query.groups.length;
  const s = g + query.strata.length;
  const above = row[s + 2];
  return {
    raw: {
      groups: row.slice(0, g).map(toText),
      strata: row.slice(g, s).map(toText),
      decision: toText(row[s]),
      outcome: toText(row[s + 1]),
      aboveMedian: typeof above === 'boolean' ? above : null,
      rows: Number(row[s + 3]),
      n: Number(row[s + 4]),
    },
    sumSquares: Number(row[s + 5]),
    least: row[s + 6] === null ? null : Number(row[s + 6]),
    unreadable: Number(row[s + 7]),
    fractional: row[s + 8] === true,
  };
}

function refuseBadCounts(rows: readonly Checked[], query: CellQuery): void {
  const column = query.count ?? query.weight;
  if (column === null) return;
  const code = query.count === null ? 'OMBUD_E_BAD_WEIGHT' : 'OMBUD_E_BAD_COUNT';
  const what = query.count === null ? 'weight' : 'count';
  for (const { least, unreadable, fractional } of rows) {
    if (unreadable > 0)
      throw new OmbudError(code, `The ${what} column "${column}" has a value that is not a number.`);
    if (least !== null && least < 0)
      throw new OmbudError(code, `The ${what} column "${column}" has a negative value, ${least}.`);
    if (fractional)
      throw new OmbudError(code, `The count column "${column}" has a value that is not a whole number.`);
  }
}

class DuckDbEngine implements Engine {
  readonly columns: readonly Column[];
  readonly #connection: DuckDBConnection;
  readonly #relation: Relation;
  readonly #source: FileSource;
  readonly #progress: Progress | undefined;

  constructor(
    connection: DuckDBConnection,
    relation: Relation,
    source: FileSource,
    progress: Progress | undefined,
  ) {
    this.columns = relation.columns;
    this.#connection = connection;
    this.#relation = relation;
    this.#source = source;
    this.#progress = progress;
  }

  async sample(rows: number): Promise<(string | null)[][]> {
    const values = this.columns.map((column) => this.#relation.value(column.name)).join(', ');
    const answer = await this.#ask(`SELECT ${values} FROM ${this.#relation.from} LIMIT ${rows}`);
    return answer.map((row) => row.map(toText));
  }

  async cells(query: CellQuery): Promise<RawCells> {
    const sampleMedian = query.score === null ? null : await this.#median(query.score);
    const select = selectOf(this.#relation, query, sampleMedian);
    if (select.subject !== null) return this.#clustered(select, query, sampleMedian);
    const rows = (await this.#ask(select.weight === null ? plainSql(select) : weightedSql(select))).map(
      (row) => readRow(row, query),
    );
    refuseBadCounts(rows, query);
    const moments =
      query.weight === null ? null : rows.map(({ sumSquares }, i) => ({ i, j: i, sum: sumSquares }));
    return { cells: rows.map(({ raw }) => raw), sampleMedian, moments };
  }

  close(): void {
    this.#connection.closeSync();
  }

  async #clustered(select: Select, query: CellQuery, sampleMedian: number | null): Promise<RawCells> {
    const { prepare, cells, pairs, cleanUp } = momentsSql(select);
    for (const sql of prepare) await this.#ask(sql);
    const rows = (await this.#ask(cells)).map((row) => readRow(row, query));
    refuseBadCounts(rows, query);
    const moments = (await this.#ask(pairs)).map((row) => ({
      i: Number(row[0]),
      j: Number(row[1]),
      sum: Number(row[2]),
    }));
    for (const sql of cleanUp) await this.#ask(sql);
    return { cells: rows.map(({ raw }) => raw), sampleMedian, moments };
  }

  async #median(score: string): Promise<number | null> {
    const [row] = await this.#ask(
      `SELECT median(${this.#relation.number(score)}) FROM ${this.#relation.from}`,
    );
    const value = row?.[0];
    return value === null || value === undefined ? null : Number(value);
  }

  async #ask(sql: string): Promise<unknown[][]> {
    const report = this.#progress;
    const timer = report && setInterval(() => report(this.#connection.progress.percentage), 100);
    try {
      const reader = await this.#connection.runAndReadAll(sql);
      return reader.getRowsJS() as DuckDBValue[][];
    } catch (cause) {
      throw translateError(cause as Error, this.#source.location);
    } finally {
      clearInterval(timer);
    }
  }
}

/**
 * Opens files with DuckDB in this process. Nothing is loaded from elsewhere: extensions are never fetched.
 * @param progress called about ten times a second with 0 to 100 while a query runs
 * @throws OmbudError when the files cannot be read
 */
export async function openDuckDb(
  source: FileSource,
  read?: ReadOptions,
  progress?: Progress,
): Promise<Engine> {
  // Loaded only here: what needs no engine (help, reports of a result) must not wait for it.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'false',
    temp_directory: join(tmpdir(), `ombud-${process.pid}`),
  });
  const connection = await instance.connect();
  if (progress) await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
  try {
    return new DuckDbEngine(connection, await relationOf(connection, source, read), source, progress);
  } catch (cause) {
    throw cause instanceof OmbudError ? cause : translateError(cause as Error, source.location);
  }
}
