import { tableErrors } from '../../errors.ts';
import type { TrinoTable } from '../../sources/database-location.ts';
import type { Engine, Progress } from '../engine.ts';
import { type Ask, sqlEngine } from '../sql/sql-engine.ts';
import { identifier, literal, toText } from '../sql/text.ts';
import { askTrino, type TrinoServer } from './client.ts';
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
  const { catalog, schema, table } = place;
  const asking =
    (server: TrinoServer): Ask =>
    async (sql) => {
      try {
        return await askTrino(server, sql, progress);
      } catch (cause) {
        throw trinoError(cause, location, place);
      }
    };
  const server = serverOf(place, location);
  const bare = asking(server);
  // A table over files gives milliseconds unless it is asked for more, and rounds to them: the last of a day is then the next.
  const precise = await bare(`SHOW SESSION LIKE ${literal(`${catalog}.timestamp_precision`)}`);
  const session =
    precise.length === 0 ? {} : { 'X-Trino-Session': `${catalog}.timestamp_precision=NANOSECONDS` };
  const ask = asking({ ...server, headers: { ...server.headers, ...session } });
  const found = await ask(
    `SELECT column_name, data_type FROM ${identifier(catalog)}.information_schema.columns ` +
      `WHERE table_schema = lower(${literal(schema)}) AND table_name = lower(${literal(table)}) ORDER BY ordinal_position`,
  );
  const columns = found.map(([name, type]) => ({ name: toText(name) ?? '', type: toText(type) ?? '' }));
  if (columns.length === 0)
    throw tableErrors.error('OMBUD_E_DATABASE_LOCATION', 'unknown-table', { location, table });
  const from = [catalog, schema, table].map(identifier).join('.');
  return sqlEngine(trinoRelation(from, columns), ask, () => {});
}
