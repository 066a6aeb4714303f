import { type Kysely, type Migration, sql } from 'kysely';

const tables = (db: Kysely<unknown>, bytes: 'blob' | 'bytea', prefix: string) => [
  db.schema
    .createTable('log')
    .addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('size', 'bigint', (c) => c.notNull())
    .addColumn('last_time', 'text', (c) => c.notNull())
    .addColumn('scrub_due', 'integer', (c) => c.notNull()),
  db.schema
    .createTable('keys')
    .addColumn('vkey', 'text', (c) => c.primaryKey())
    .addColumn('retired', 'text'),
  db.schema.createTable('signers').addColumn('secret', 'text', (c) => c.primaryKey()),
  db.schema
    .createTable('entries')
    .addColumn('idx', idType(bytes), (c) => c.primaryKey())
    .addColumn('body', 'text', (c) => c.notNull()),
  db.schema
    .createTable('payloads')
    .addColumn('idx', idType(bytes), (c) => c.primaryKey())
    .addColumn('about', 'bigint')
    .addColumn('salt', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull()),
  db.schema
    .createTable('attributes')
    .addColumn('idx', idType(bytes), (c) => c.primaryKey())
    .addColumn('salt', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull()),
  db.schema
    .createTable('tiles')
    .addColumn('level', 'integer', (c) => c.notNull())
    .addColumn('idx', 'bigint', (c) => c.notNull())
    .addColumn('hashes', bytes, (c) => c.notNull())
    .addPrimaryKeyConstraint(`${prefix}tiles_key`, ['level', 'idx']),
  db.schema
    .createTable('checkpoints')
    .addColumn('size', idType(bytes), (c) => c.primaryKey())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('kept', 'integer', (c) => c.notNull()),
  db.schema
    .createTable('witnesses')
    .addColumn('vkey', 'text', (c) => c.primaryKey())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('size', 'bigint', (c) => c.notNull()),
];

/** SQLite stores a table in the order of its key only when that key is declared as exactly `integer`. */
function idType(bytes: 'blob' | 'bytea') {
  return bytes === 'blob' ? 'integer' : 'bigint';
}

/** The first schema. `bytes` is the dialect's name for a column of bytes. */
export function firstMigration(bytes: 'blob' | 'bytea', prefix: string): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const table of tables(db, bytes, prefix)) await table.execute();
      await db.schema
        .createIndex(`${prefix}payloads_about`)
        .on('payloads')
        .column('about')
        .where(sql.ref('about'), 'is not', null)
        .execute();
    },
  };
}
