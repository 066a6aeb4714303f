/** A ledger whose index of subjects has short runs alone is opened, and everybody is found and erased as before. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { decision, logOrigin } from '../../../test/helpers.ts';
import { testStores } from '../../../test/stores.ts';
import { createLedger, eraseSubjects, findSubjects, openWriter } from '../../index.ts';

const { stores } = testStores();
const size = 17_000;
const oldRunLength = 16_384;

async function change(location: string, statements: readonly string[]): Promise<void> {
  if (location.startsWith('postgres')) {
    const client = new pg.Client({ connectionString: location });
    await client.connect();
    for (const text of statements) await client.query(text);
    await client.end();
    return;
  }
  const database = new DatabaseSync(join(location, 'ledger.db'));
  for (const text of statements) database.exec(text);
  database.close();
}

/** The tables as the third migration left them. */
function asBefore(tokens: readonly string[]): string[] {
  const rows = tokens.map((token, i) => ({ i, token }));
  const inserts = (table: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`insert into ${table} values ${values.join(',')}`];
  return [
    'drop table subject_blocks',
    'drop table subject_levels',
    'drop table recent_subjects',
    'create table recent_subjects (idx bigint primary key, token text not null)',
    'create table subjects (run bigint, token text, idx bigint, primary key (run, token, idx))',
    "delete from kysely_migration where name = '0004-levels'",
    ...inserts(
      'subjects',
      rows.filter(({ i }) => i < oldRunLength).map(({ i, token }) => `(0, '${token}', ${i})`),
    ),
    ...inserts(
      'recent_subjects',
      rows.filter(({ i }) => i >= oldRunLength).map(({ i, token }) => `(${i}, '${token}')`),
    ),
  ];
}

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('an index of short runs is taken over, and goes on', async () => {
    const location = place();
    await createLedger(location, logOrigin);
    const first = await openWriter(location);
    await first.appendMany(Array.from({ length: size }, (_, i) => decision(`s${i % 9000}`)));
    const tokens = Array.from({ length: size }, (_, i) => first.tokens.subject(`s${i % 9000}`));
    await first.close();
    await change(location, asBefore(tokens));
    const writer = await openWriter(location);
    expect(await findSubjects(writer, ['s7', 's8999'])).toEqual([7, 8999, 9007]);
    expect(await findSubjects(writer, ['s7000', 's7999'])).toEqual([7000, 7999, 16_000, 16_999]);
    expect(await eraseSubjects(writer, ['s7999'])).toMatchObject({ entries: 2 });
    await writer.appendMany(Array.from({ length: 8000 }, (_, i) => decision(`s${i}`)));
    expect(await findSubjects(writer, ['s7999'])).toEqual([size + 1 + 7999]);
    expect(await findSubjects(writer, ['s7'])).toEqual([7, 9007, size + 1 + 7]);
    await writer.close();
  });
});
