import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { tileKey } from '@ombud/tlog/tree';
import { beginsAsAbout, storedPayload, storedSecret, tileSource } from './queries.ts';
import type { StoredEntry, StoreReader, Wanted } from './store.ts';

/** Few enough that hardly any is still held when garbage is collected, which would take it for something to keep. */
const page = 64;

type Row = readonly [
  idx: number,
  entry: string,
  about: number | null,
  salt: string | null,
  body: string | null,
  attributesSalt: string | null,
  attributes: string | null,
];

/** Entries with their payloads and attributes by one prepared statement, a page at a time: the path of long readings. */
export function readPageOf(
  database: DatabaseSync,
): (first: number, end: number, wanted: Wanted) => AsyncIterable<StoredEntry[]> {
  const statements = new Map<string, StatementSync>();
  return async function* pages(first, end, wanted) {
    const text = textFor(wanted);
    let statement = statements.get(text);
    if (statement === undefined) {
      statement = database.prepare(text);
      statement.setReturnArrays(true);
      statements.set(text, statement);
    }
    for (let at = first; at < end; at += page) {
      const rows = statement.all(at, Math.min(end, at + page)) as unknown as Row[];
      yield rows.map((row) => ({
        index: row[0],
        entry: row[1],
        payload: storedPayload(row[2], row[3], row[4]),
        attributes: storedSecret(row[5], row[6]),
      }));
      // Other work of the process may run between two pages.
      await null;
    }
  };
}

function textFor({ payloads, attributes, aboutAlone = false }: Wanted): string {
  const payload = payloads ? 'p.about, p.salt, p.body' : 'null, null, null';
  const more = attributes ? 'a.salt, a.body' : 'null, null';
  return `select e.idx, e.body, ${payload}, ${more} from entries e
    ${payloads ? 'left join payloads p on p.idx = e.idx' : ''}
    ${attributes ? 'left join attributes a on a.idx = e.idx' : ''}
    where e.idx >= ? and e.idx < ? ${aboutAlone ? `and ${beginsAsAbout('e.body')}` : ''} order by e.idx`;
}

/** Tiles by one prepared statement: a check of a long log asks for every one. */
export function readTilesOf(database: DatabaseSync, location: string): StoreReader['readTiles'] {
  let statement: StatementSync | null = null;
  return async (wanted) => {
    statement ??= database.prepare('select hashes from tiles where level = ? and idx = ?');
    const fetched = new Map<string, Uint8Array>();
    for (const tile of wanted) {
      const row = statement.get(tile.level, tile.index) as { hashes: Uint8Array } | undefined;
      if (row !== undefined) fetched.set(tileKey(tile), row.hashes);
    }
    return tileSource(fetched, location);
  };
}

/** What was recorded under idempotency keys: the tokens of a batch are one parameter of one prepared statement. */
export function findRequestsOf(database: DatabaseSync): StoreReader['findRequests'] {
  let statement: StatementSync | null = null;
  return async (tokens) => {
    statement ??= database.prepare(
      'select token, idx, content from requests where token in (select value from json_each(?))',
    );
    const rows = statement.all(JSON.stringify(tokens)) as { token: string; idx: number; content: string }[];
    return new Map(rows.map(({ token, idx, content }) => [token, { index: idx, content }]));
  };
}
