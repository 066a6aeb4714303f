import { textOf } from '@ombud/kernel';
import { tableErrors } from '../../errors.ts';
import type { TrinoTable } from '../../sources/database-location.ts';
import type { Engine, Progress } from '../engine.ts';
import { type Ask, sqlEngine } from '../sql/sql-engine.ts';
import { identifier, literal } from '../sql/text.ts';
import {
  askTrino,
  plannedColumns,
  type TrinoAnswer,
  type TrinoColumn,
  TrinoError,
  type TrinoServer,
} from './client.ts';
import { trinoError } from './errors.ts';
import { trinoRelation } from './relation.ts';

const passwordVariable = 'OMBUD_TRINO_PASSWORD';

/** @throws OmbudError `OMBUD_E_DATABASE_LOCATION` where a password would go over the network for all to read */
function serverOf({ origin, user }: TrinoTable, location: string): TrinoServer {
  const password = process.env[passwordVariable];
  if (password && !origin.startsWith('https:'))
    throw tableErrors.error('OMBUD_E_DATABASE_LOCATION', 'needs-tls', { location });
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  return {
    origin,
    headers: {
      'X-Trino-User': user,
      'X-Trino-Source': 'ombud',
      'X-Trino-Time-Zone': 'UTC',
      // Times with the digits that they have.
      'X-Trino-Client-Capabilities': 'PARAMETRIC_DATETIME',
      ...(password ? { Authorization: `Basic ${basic}` } : {}),
    },
  };
}

type AskTrino = (statement: string, session?: Readonly<Record<string, string>>) => Promise<TrinoAnswer>;

/** Planned and not run; who may not see all columns is told of those that they may, by a query that takes twice as long. */
async function columnsOf(
  server: TrinoServer,
  ask: AskTrino,
  place: TrinoTable,
  from: string,
): Promise<readonly TrinoColumn[]> {
  try {
    return await plannedColumns(server, `SELECT * FROM ${from} LIMIT 0`);
  } catch (error) {
    if (!(error instanceof TrinoError && error.state === 'PERMISSION_DENIED')) throw error;
    const { catalog, schema, table } = place;
    const { rows } = await ask(
      `SELECT column_name, data_type FROM ${identifier(catalog)}.information_schema.columns ` +
        `WHERE table_schema = lower(${literal(schema)}) AND table_name = lower(${literal(table)}) ORDER BY ordinal_position`,
    );
    if (rows.length === 0) throw error;
    return rows.map(([name, type]) => ({ name: textOf(name) ?? '', type: textOf(type) ?? '' }));
  }
}

/** A table over files gives milliseconds unless it is asked for more, and rounds to them: the last of a day is then the next. */
async function preciseTimes(
  ask: AskTrino,
  { catalog }: TrinoTable,
  columns: readonly TrinoColumn[],
): Promise<Readonly<Record<string, string>>> {
  if (!columns.some(({ type }) => type.includes('timestamp'))) return {};
  const { rows } = await ask(`SHOW SESSION LIKE ${literal(`${catalog}.timestamp_precision`)}`);
  return rows.length === 0 ? {} : { 'X-Trino-Session': `${catalog}.timestamp_precision=NANOSECONDS` };
}

/**
 * Opens a table that Trino reads: its machines count, and only cells leave them. The password comes from
 * `OMBUD_TRINO_PASSWORD`.
 * @param location as messages show it
 * @throws OmbudError `OMBUD_E_DATABASE`, or `OMBUD_E_DATABASE_LOCATION` when there is no such table
 */
export async function openTrino(
  place: TrinoTable,
  location: string,
  progress: Progress = () => {},
): Promise<Engine> {
  const server = serverOf(place, location);
  const from = [place.catalog, place.schema, place.table].map(identifier).join('.');
  const bare: AskTrino = (statement, session = {}) =>
    askTrino({ ...server, headers: { ...server.headers, ...session } }, statement, progress);
  const told = async <Answer>(asking: Promise<Answer>): Promise<Answer> => {
    try {
      return await asking;
    } catch (cause) {
      throw trinoError(cause, location, place);
    }
  };
  const columns = await told(columnsOf(server, bare, place, from));
  const session = await told(preciseTimes(bare, place, columns));
  const ask: Ask = async (statement) => (await told(bare(statement, session))).rows;
  return sqlEngine(trinoRelation(from, columns), ask, () => {});
}
