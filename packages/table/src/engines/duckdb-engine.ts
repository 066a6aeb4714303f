import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { tableErrors } from '../errors.ts';
import { translateError } from './duckdb-errors.ts';
import { binarySql, binSql } from './duckdb-keys.ts';
import type { Relation } from './duckdb-relation.ts';
import { distinctSql, readScoreRow, scoresSql, steppedSql } from './duckdb-scores.ts';
import { literal, medianSql, momentsSql, plainSql, type Select, weightedSql } from './duckdb-sql.ts';
import {
  type CellQuery,
  type Column,
  type Engine,
  mostCells,
  type Progress,
  type RawCell,
  type RawCells,
  type RawScores,
  type ScoreQuery,
} from './engine.ts';

const toText = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** Rows whose person is not known are not all one person: each stands alone. */
function personSql(relation: Relation, column: string, missing: readonly string[]): string {
  const text = `TRIM(CAST(${relation.value(column)} AS VARCHAR))`;
  return `CASE WHEN lower(${text}) IN (${['', ...missing].map(literal).join(', ')}) THEN NULL ELSE ${text} END`;
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
    subject: query.subject === null ? null : personSql(relation, query.subject, query.missing),
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
      weightless: Number(row[s + 9]),
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
  for (const { raw, least, unreadable, fractional } of rows) {
    if (unreadable > 0 || !Number.isFinite(raw.n)) throw tableErrors.error(code, 'not-number', { column });
    if (least !== null && least < 0) throw tableErrors.error(code, 'negative', { column, value: least });
    if (fractional) throw tableErrors.error('OMBUD_E_BAD_COUNT', 'not-whole', { column });
  }
}

/** Asks a relation the one question, through DuckDB in this process. */
export class DuckDbEngine implements Engine {
  readonly columns: readonly Column[];
  readonly #connection: DuckDBConnection;
  readonly #relation: Relation;
  readonly #location: string;
  readonly #progress: Progress | undefined;

  constructor(
    connection: DuckDBConnection,
    relation: Relation,
    location: string,
    progress: Progress | undefined,
  ) {
    this.columns = relation.columns;
    this.#connection = connection;
    this.#relation = relation;
    this.#location = location;
    this.#progress = progress;
  }

  async sample(rows: number): Promise<(string | null)[][]> {
    const values = this.columns.map((column) => this.#relation.value(column.name)).join(', ');
    const answer = await this.#ask(`SELECT ${values} FROM ${this.#relation.from} LIMIT ${rows}`);
    return answer.map((row) => row.map(toText));
  }

  async cells(query: CellQuery): Promise<RawCells> {
    const sampleMedian = query.score === null ? null : await this.#median(query.score, query.count);
    const select = selectOf(this.#relation, query, sampleMedian);
    // Sums of weights depend on their order in the last digit; one thread keeps to the order of the file.
    if (query.weight !== null) await this.#ask('SET threads = 1');
    if (select.subject !== null) return this.#clustered(select, query, sampleMedian);
    const rows = (await this.#ask(select.weight === null ? plainSql(select) : weightedSql(select))).map(
      (row) => readRow(row, query),
    );
    refuseBadCounts(rows, query);
    const moments =
      query.weight === null ? null : rows.map(({ sumSquares }, i) => ({ i, j: i, sum: sumSquares }));
    return { cells: rows.map(({ raw }) => raw), sampleMedian, moments, people: null };
  }

  async scores(query: ScoreQuery): Promise<RawScores> {
    const [row] = await this.#ask(distinctSql(this.#relation, query));
    const exact = Number(row?.[0] ?? 0) <= query.steps;
    // Sums of fractions depend on their order in the last digit; one thread keeps to the order of the file.
    if (query.need !== null || !exact) await this.#ask('SET threads = 1');
    const sql = exact ? scoresSql(this.#relation, query) : steppedSql(this.#relation, query);
    const answer = await this.#ask(sql);
    return { exact, cells: answer.map((each) => readScoreRow(each, query)) };
  }

  close(): void {
    this.#connection.closeSync();
  }

  async #clustered(select: Select, query: CellQuery, sampleMedian: number | null): Promise<RawCells> {
    const { prepare, cells, pairs, people, cleanUp } = momentsSql(select);
    for (const sql of prepare) await this.#ask(sql);
    const rows = (await this.#ask(cells)).map((row) => readRow(row, query));
    refuseBadCounts(rows, query);
    const moments = (await this.#ask(pairs)).map((row) => ({
      i: Number(row[0]),
      j: Number(row[1]),
      sum: Number(row[2]),
    }));
    const [counted] = await this.#ask(people);
    for (const sql of cleanUp) await this.#ask(sql);
    return { cells: rows.map(({ raw }) => raw), sampleMedian, moments, people: Number(counted?.[0] ?? 0) };
  }

  async #median(score: string, count: string | null): Promise<number | null> {
    const [row] = await this.#ask(
      medianSql(
        this.#relation.from,
        this.#relation.number(score),
        count === null ? null : this.#relation.number(count),
      ),
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
      throw translateError(cause as Error, this.#location);
    } finally {
      clearInterval(timer);
    }
  }
}
