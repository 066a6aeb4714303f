import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { storedEntry } from './queries.ts';
import type { StoredEntry, StoreReader, Wanted } from './store.ts';

const page = 2048;

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
      yield rows.map(([idx, entry, about, salt, body, attributesSalt, attributes]) =>
        storedEntry({ idx, entry, about, salt, body, attributesSalt, attributes }),
      );
      // Other work of the process may run between two pages.
      await null;
    }
  };
}

function textFor({ payloads, attributes }: Wanted): string {
  const payload = payloads ? 'p.about, p.salt, p.body' : 'null, null, null';
  const more = attributes ? 'a.salt, a.body' : 'null, null';
  return `select e.idx, e.body, ${payload}, ${more} from entries e
    ${payloads ? 'left join payloads p on p.idx = e.idx' : ''}
    ${attributes ? 'left join attributes a on a.idx = e.idx' : ''}
    where e.idx >= ? and e.idx < ? order by e.idx`;
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
