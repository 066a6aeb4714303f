/** What the log reads, through Kysely, the same for both databases. */
import type { TileAt } from '@ombud/tlog';
import { type TileSource, tileKey } from '@ombud/tlog/tree';
import { type Kysely, sql } from 'kysely';
import type { Secret } from '../entry/draft.ts';
import { ledgerErrors } from '../errors.ts';
import type { StoredEntry, StoredPayload, StoreReader, Wanted } from './store.ts';
import type { Tables } from './tables.ts';

const page = 2048;
/** A proof needs fewer; an expression of SQL may not be much deeper. */
const tilesTogether = 32;
const tokensTogether = 500;
/** How the canonical text of an entry begins, for the kinds that are looked for among all. Other kinds may begin so too. */
export const beginnings = { erasure: '{"because":', evidence: '{"checkpoint":' } as const;

/** Canonical JSON sorts its members, and none of an entry comes before the one that says which other it is about. */
const beginningOfAbout = '{"about":';

export const beginsAsAbout = (column: string): string =>
  `substr(${column}, 1, ${beginningOfAbout.length}) = '${beginningOfAbout}'`;

const isIndexed = (kind: string): kind is keyof typeof beginnings => Object.hasOwn(beginnings, kind);

/** Written out, so that the databases see that their index of these entries serves. */
export const beginsAs = (kind: keyof typeof beginnings) =>
  sql<boolean>`substr(body, 1, ${sql.lit(beginnings[kind].length)}) = ${sql.lit(beginnings[kind])}`;

interface Row {
  readonly idx: number;
  readonly entry: string;
  readonly about: number | null;
  readonly salt: string | null;
  readonly body: string | null;
  readonly attributesSalt: string | null;
  readonly attributes: string | null;
}

/** An erased row of SQLite is overwritten by spaces in its place. */
const isErased = (salt: string): boolean => salt.startsWith(' ');

/** Whoever may write the database may write bytes in the place of a text: there is none then. */
const isText = (value: unknown): value is string => typeof value === 'string';

/** Attributes as stored; null where there are none or they were erased. */
export function storedSecret(salt: string | null, body: string | null): Secret | null {
  return isText(salt) && isText(body) && !isErased(salt) ? { salt, body } : null;
}

/** A payload as stored; null where there is none or it was erased. */
export function storedPayload(
  about: number | null,
  salt: string | null,
  body: string | null,
): StoredPayload | null {
  return isText(salt) && isText(body) && !isErased(salt) ? { about, salt, body } : null;
}

/** An entry out of a joined row. */
function storedEntry(row: Row): StoredEntry {
  return {
    index: row.idx,
    entry: row.entry,
    payload: storedPayload(row.about, row.salt, row.body),
    attributes: storedSecret(row.attributesSalt, row.attributes),
  };
}

/** Everything that is read, over one database. */
export function storeQueries(
  db: Kysely<Tables>,
  location: string,
): Omit<StoreReader, 'query' | 'findSubject' | 'findSubjects'> {
  return {
    ...readLogQueries(db, location),
    ...readEntryQueries(db, location),
    ...findQueries(db, location),
    readTiles: (wanted) => readTiles(db, location, wanted),
  };
}

type LogQueries = Pick<
  StoreReader,
  'readLog' | 'readHead' | 'readCheckpoints' | 'readCosigned' | 'readKeys' | 'readWitnessed'
>;

function readLogQueries(db: Kysely<Tables>, location: string): LogQueries {
  const checkpoints = () => db.selectFrom('checkpoints').select(['size', 'note']).orderBy('size', 'desc');
  return {
    async readLog() {
      const row = await db.selectFrom('log').selectAll().executeTakeFirst();
      if (row === undefined) throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'unfinished', { location });
      return {
        origin: row.origin,
        size: row.size,
        lastTime: row.last_time,
        scrubDue: row.scrub_due === 1,
        // A ledger of version 0.1.0 that was not written since has no such column.
        indexed: row.indexed ?? 0,
      };
    },
    async readHead() {
      const row = await checkpoints().executeTakeFirst();
      if (row !== undefined) return row;
      throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'no-checkpoint', { location });
    },
    readCheckpoints: () => checkpoints().execute(),
    readCosigned: (size) => checkpoints().where('kept', '=', 1).where('size', '>=', size).execute(),
    async readKeys() {
      const rows = await db.selectFrom('keys').selectAll().orderBy('vkey').execute();
      return rows.map(({ vkey, retired, added_by, retired_by }) => ({
        vkey,
        retired,
        addedBy: added_by ?? null,
        retiredBy: retired_by ?? null,
      }));
    },
    async readWitnessed(vkey) {
      const row = await db.selectFrom('witnesses').select('size').where('vkey', '=', vkey).executeTakeFirst();
      return row?.size ?? 0;
    },
  };
}

type EntryQueries = Pick<
  StoreReader,
  'readEntry' | 'readPayload' | 'readAttributes' | 'readPages' | 'readAbout' | 'readEntriesOfKind'
>;

function readEntryQueries(db: Kysely<Tables>, location: string): EntryQueries {
  return {
    async readEntry(index) {
      const row = await db.selectFrom('entries').select('body').where('idx', '=', index).executeTakeFirst();
      if (row !== undefined) return row.body;
      throw ledgerErrors.error('OMBUD_E_LEDGER_INDEX', 'no-entry', { index, location });
    },
    async readPayload(index): Promise<StoredPayload | undefined> {
      const row = await db.selectFrom('payloads').selectAll().where('idx', '=', index).executeTakeFirst();
      if (row === undefined || isErased(row.salt)) return undefined;
      return { about: row.about, salt: row.salt, body: row.body };
    },
    async readAttributes(index) {
      const row = await db.selectFrom('attributes').selectAll().where('idx', '=', index).executeTakeFirst();
      return row === undefined || isErased(row.salt) ? undefined : { salt: row.salt, body: row.body };
    },
    async *readPages(first, end, wanted) {
      for (let at = first; at < end; at += page)
        yield await readPage(db, at, Math.min(end, at + page), wanted);
    },
    readAbout: (end) => readAbout(db, end),
    async readEntriesOfKind(kind, first, end) {
      const text = `"kind":"${kind}"`;
      const rows = await db
        .selectFrom('entries')
        .selectAll()
        .where('idx', '>=', first)
        .where('idx', '<', end)
        .where(isIndexed(kind) ? beginsAs(kind) : sql<boolean>`body like ${`%${text}%`}`)
        .orderBy('idx')
        .execute();
      return rows
        .filter(({ body }) => body.includes(text))
        .map(({ idx, body }) => ({ index: idx, entry: body }));
    },
  };
}

async function* readAbout(db: Kysely<Tables>, end: number): AsyncGenerator<StoredEntry[]> {
  let after = { about: -1, idx: -1 };
  for (;;) {
    const { about, idx } = after;
    const rows = await db
      .selectFrom('payloads')
      .innerJoin('entries', 'entries.idx', 'payloads.idx')
      .select(['payloads.idx', 'entries.body as entry', 'about', 'salt', 'payloads.body'])
      .where('about', 'is not', null)
      .where((eb) =>
        eb.or([eb('about', '>', about), eb.and([eb('about', '=', about), eb('payloads.idx', '>', idx)])]),
      )
      .where('payloads.idx', '<', end)
      .orderBy('about')
      .orderBy('payloads.idx')
      .limit(page)
      .execute();
    if (rows.length > 0)
      yield rows.map((row) => storedEntry({ ...row, attributesSalt: null, attributes: null }));
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = { about: last.about ?? 0, idx: last.idx };
  }
}

async function readPage(
  db: Kysely<Tables>,
  first: number,
  end: number,
  wanted: Wanted,
): Promise<StoredEntry[]> {
  const between = <T extends 'entries' | 'payloads' | 'attributes'>(table: T) =>
    db
      .selectFrom(table as 'payloads')
      .where('idx', '>=', first)
      .where('idx', '<', end);
  const { aboutAlone = false } = wanted;
  const entries = await between('entries')
    .select(['idx', 'body'])
    .$if(aboutAlone, (query) => query.where(sql<boolean>`${sql.raw(beginsAsAbout('body'))}`))
    .orderBy('idx')
    .execute();
  if (entries.length === 0) return [];
  const payloads = wanted.payloads ? await between('payloads').selectAll().execute() : [];
  const attributes = wanted.attributes
    ? await between('attributes').select(['idx', 'salt', 'body']).execute()
    : [];
  const payloadOf = new Map(payloads.map((row) => [row.idx, row]));
  const attributesOf = new Map(attributes.map((row) => [row.idx, row]));
  return entries.map(({ idx, body }) => {
    const [payload, more] = [payloadOf.get(idx), attributesOf.get(idx)];
    return storedEntry({
      idx,
      entry: body,
      about: payload?.about ?? null,
      salt: payload?.salt ?? null,
      body: payload?.body ?? null,
      attributesSalt: more?.salt ?? null,
      attributes: more?.body ?? null,
    });
  });
}

type FindQueries = Pick<StoreReader, 'findAbout' | 'findRequests' | 'findBeyondEnd'>;

/**
 * Whether there is a table of idempotency keys to look at: a ledger of version 0.1.0 that was not written since has none.
 * Where it was taken away, every retry would be recorded anew.
 */
async function hasRequests(db: Kysely<Tables>, location: string): Promise<boolean> {
  const log = await db.selectFrom('log').selectAll().executeTakeFirst();
  if (log?.indexed === undefined) return false;
  try {
    await db.selectFrom('requests').select('idx').limit(1).execute();
    return true;
  } catch (cause) {
    const detail = (cause as Error).message;
    if (!/no such table|does not exist/.test(detail)) throw cause;
    throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'database', { location, detail }, { cause });
  }
}

function findQueries(db: Kysely<Tables>, location: string): FindQueries {
  return {
    async findAbout(indexes) {
      const found: number[] = [];
      for (let at = 0; at < indexes.length; at += tokensTogether) {
        const some = indexes.slice(at, at + tokensTogether);
        const rows = await db.selectFrom('payloads').select('idx').where('about', 'in', some).execute();
        found.push(...rows.map(({ idx }) => idx));
      }
      return found;
    },
    async findRequests(tokens) {
      const found = new Map<string, { index: number; content: string }>();
      for (let at = 0; at < tokens.length; at += tokensTogether) {
        const some = tokens.slice(at, at + tokensTogether);
        for (const { token, idx, content } of await db
          .selectFrom('requests')
          .selectAll()
          .where('token', 'in', some)
          .execute())
          found.set(token, { index: idx, content });
      }
      return found;
    },
    async findBeyondEnd(wanted) {
      const tables = [
        'entries',
        // Keys are kept apart by right, as payloads are: who checks the tree alone may not read them.
        ...(wanted.payloads && (await hasRequests(db, location)) ? ['requests'] : []),
        ...(wanted.payloads ? ['payloads'] : []),
        ...(wanted.attributes ? ['attributes'] : []),
      ];
      for (const table of tables) {
        // The size in the same statement, so that a writer at work does not matter.
        const row = await db
          .selectFrom(table as 'payloads')
          .select('idx')
          .where((eb) => eb.or([eb('idx', '>=', eb.selectFrom('log').select('size')), eb('idx', '<', 0)]))
          .limit(1)
          .executeTakeFirst();
        if (row !== undefined) return { table, index: row.idx };
      }
      return null;
    },
  };
}

async function readTiles(
  db: Kysely<Tables>,
  location: string,
  wanted: readonly TileAt[],
): Promise<TileSource> {
  const fetched = new Map<string, Uint8Array>();
  for (let at = 0; at < wanted.length; at += tilesTogether) {
    const some = wanted.slice(at, at + tilesTogether);
    const rows = db
      .selectFrom('tiles')
      .selectAll()
      .where((eb) => eb.or(some.map(({ level, index }) => eb.and({ level, idx: index }))));
    for (const { level, idx, hashes } of await rows.execute())
      fetched.set(tileKey({ level, index: idx }), hashes);
  }
  return tileSource(fetched, location);
}

/** Gives tiles that were read, and names one that is missing. */
export function tileSource(fetched: ReadonlyMap<string, Uint8Array>, location: string): TileSource {
  return (tile) => {
    const hashes = fetched.get(tileKey(tile));
    // Where somebody wrote a text in its place, there is no tile.
    if (hashes instanceof Uint8Array) return hashes;
    throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'tile-missing', {
      index: tile.index,
      level: tile.level,
      location,
    });
  };
}
