/** What is picked out of bytes is what the parser gives, whatever a text holds and whatever somebody did to the store. */
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commitText } from '../entry/commit-text.ts';
import { saltSource } from '../entry/salts.ts';
import { readLinesOf } from '../store/sqlite-lines.ts';
import { readPageOf } from '../store/sqlite-pages.ts';
import type { StoreReader } from '../store/store.ts';
import type { ColumnSource } from './column.ts';
import { type PickedRun, pickRun } from './pick-run.ts';

const salts = saltSource();

/** As somebody may have written them: no text of ours, and JSON all the same. */
const value = fc.oneof(
  fc.constantFrom(
    '1e400',
    '-1e400',
    '-0',
    '1.50',
    '1E2',
    '1e-7',
    '9007199254740993',
    '0.1',
    'true',
    'false',
    'null',
  ),
  fc.constantFrom(
    '""',
    '" f"',
    '"f "',
    '"\\u0066"',
    '"\\ud800"',
    '"\\n"',
    '"\u00a0f"',
    '"\ufefff"',
    '"ü"',
    '"\\""',
    '"\\\\"',
  ),
  fc.constantFrom('{}', '[]', '{"a":[1,"}"]}', '["\\u005d"]', '{"inputs":{"sex":"m"}}'),
  fc.json({ maxDepth: 2 }).map((text) => JSON.stringify(JSON.parse(text))),
);
const name = fc.constantFrom(
  ...[
    'decision',
    'outcome',
    'score',
    'subject',
    'inputs',
    'sex',
    'age',
    '10',
    '9',
    '__proto__',
    'constructor',
    'größe',
  ],
  ...['a~b', 'a/b', 'toString', '', 's\\u0065x'],
);
const object = fc
  .array(fc.tuple(name, value), { maxLength: 7 })
  .map((members) => `{${members.map(([key, text]) => `"${key}":${text}`).join(',')}}`);
const payload = fc
  .tuple(fc.array(fc.tuple(name, value), { maxLength: 5 }), fc.option(object))
  .map(([members, inputs]) => {
    const own = members.map(([key, text]) => `"${key}":${text}`);
    return `{${[...own, ...(inputs === null ? [] : [`"inputs":${inputs}`])].join(',')}}`;
  });

interface Person {
  readonly payload: string;
  readonly attributes: string | null;
}

const person: fc.Arbitrary<Person> = fc.record({ payload, attributes: fc.option(object) });
/** The same again and again, with other people between: most decisions are alike. */
const people = fc
  .array(fc.tuple(person, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 6 })
  .map((many) => many.flatMap(([one, times]) => Array.from({ length: times }, () => one)));

const columns: readonly ColumnSource[] = [
  ...(['decision', 'outcome', 'score', 'subject', 'time', 'model', 'index'] as const).map((of) => ({ of })),
  ...['sex', 'age', '10', '__proto__', 'constructor', 'größe', 'a/b'].map(
    (name) => ({ of: 'field', name }) as const,
  ),
];

function storeOf(rows: readonly Person[]): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(`create table entries (idx integer primary key, body text not null);
    create table payloads (idx integer primary key, about bigint, salt text not null, body text not null);
    create table attributes (idx integer primary key, salt text not null, body text not null)`);
  const add = (table: string, ...cells: (string | number | null)[]) =>
    database.prepare(`insert into ${table} values (${cells.map(() => '?').join(',')})`).run(...cells);
  for (const [index, { payload, attributes }] of rows.entries()) {
    const own = commitText('ombud/payload', payload, salts);
    const more = attributes === null ? null : commitText('ombud/attributes', attributes, salts);
    const said = more === null ? '' : `"attributes":"${more.commitment}",`;
    const time = `2026-11-0${1 + (index % 2)}T00:00:00.000Z`;
    add(
      'entries',
      index,
      `{${said}"kind":"decision","payload":"${own?.commitment ?? 'A'.repeat(43)}${own ? '' : '='}","system":"loans","time":"${time}","v":2}`,
    );
    add('payloads', index, null, own?.salt ?? 'AAA', payload);
    if (more !== null) add('attributes', index, more.salt, attributes);
  }
  return database;
}

const rules = {
  ...({
    system: 'loans',
    shadow: 'without',
    people: 'without',
    withoutAttributes: false,
    erased: [],
  } as const),
  ...{ columns, prints: true },
};

async function pickBoth(database: DatabaseSync, end: number) {
  const byRows = { readPages: readPageOf(database) } as unknown as StoreReader;
  const byLines: StoreReader = { ...byRows, readLines: readLinesOf(database) };
  const asked = { first: 0, end, ...rules };
  return { lines: told(await pickRun(byLines, asked)), rows: told(await pickRun(byRows, asked)) };
}

/** Decision by decision: the order in which rows were met may be another. */
function told({ different, rows, ...run }: PickedRun) {
  const all = JSON.parse(different) as readonly object[];
  return { ...run, decisions: Array.from(rows, (place) => all[place]) };
}

test('by bytes and by the parser: the same columns, names, people, reasons and hashes', async () => {
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(people, async (rows) => {
      const database = storeOf(rows);
      const { lines, rows: parsed } = await pickBoth(database, rows.length);
      database.close();
      expect(lines).toEqual(parsed);
      counted += lines.decisions.length;
    }),
    { numRuns: 400 },
  );
  expect(counted).toBeGreaterThan(300);
});

const plain: readonly Person[] = Array.from({ length: 20 }, (_, i) => ({
  payload: `{"decision":"yes","inputs":{"income":${i}},"subject":"s-${i}"}`,
  attributes: `{"sex":"${i % 2 ? 'f' : 'm'}"}`,
}));

test.each([
  ['nothing', '', 20],
  [
    'a payload with a line feed',
    "update payloads set body = replace(body, '\"yes\"', '\"y' || char(10) || 's\"') where idx = 5",
    19,
  ],
  ['an entry with a line feed', 'update entries set body = body || char(10) where idx = 5', 19],
  ['a line feed before a salt', 'update attributes set salt = char(10) || salt where idx = 5', 19],
  [
    'two rows whose texts were moved',
    "update payloads set body = body || char(10) || body where idx = 5; update payloads set body = '' where idx = 6",
    18,
  ],
  ['a payload that is gone', 'delete from payloads where idx = 5', 19],
  ['attributes that are gone', 'delete from attributes where idx = 5', 19],
  ['an entry that is gone', 'delete from entries where idx = 5', 19],
  [
    'attributes that nobody committed to',
    'delete from attributes where idx = 6; insert into attributes select 6, salt, body from attributes where idx = 5',
    19,
  ],
  ['blanks', "update payloads set salt = '   ', body = '  ' where idx = 5", 19],
  ['bytes that are no UTF-8', "update payloads set body = cast(x'7bff7d' as text) where idx = 5", 19],
  ['a salt that is not ASCII', "update payloads set salt = 'ü' || substr(salt, 2) where idx = 5", 19],
  ['one that is about another', 'update payloads set about = 4 where idx = 5', 20],
])('%s in the store: the same', async (_, change, counted) => {
  const database = storeOf(plain);
  database.exec(change);
  const { lines, rows } = await pickBoth(database, 20);
  database.close();
  expect(lines).toEqual(rows);
  expect(lines.decisions).toHaveLength(counted);
});
