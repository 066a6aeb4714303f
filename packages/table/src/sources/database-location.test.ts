import { isOmbudError } from '@ombud/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { databaseTable } from './database-location.ts';

test.each([
  ['postgres://ombud@db.example.org/loans#decisions', { kind: 'postgres', schema: null, table: 'decisions' }],
  [
    'postgresql://db/loans?sslmode=verify-full#eu.decisions',
    { kind: 'postgres', schema: 'eu', table: 'decisions' },
  ],
  ['postgres://db/loans#"a.b"."c""d"', { kind: 'postgres', schema: 'a.b', table: 'c"d' }],
  ['postgres://db/loans#"a.b"', { kind: 'postgres', schema: null, table: 'a.b' }],
  ['trino://lake.example.org/a/b/c', { origin: 'http://lake.example.org:8080', user: 'ombud', table: 'c' }],
  ['trino://me@lake.example.org:443/a/b/c', { origin: 'https://lake.example.org', user: 'me' }],
  [
    'trino://me@lake.example.org:8443/a/b/c%2Fd?tls=true',
    { origin: 'https://lake.example.org:8443', table: 'c/d' },
  ],
  ['trino://[::1]:80/a/b/c', { origin: 'http://[::1]' }],
])('%s', (text, known) => expect(databaseTable(text)).toMatchObject(known));

test.each(['decisions.csv', 'ledger:postgres://db/x#loans', '-', 'C:\\data\\x.csv', 's3://bucket/x'])(
  '%s is no table of a database',
  (text) => expect(databaseTable(text)).toBeNull(),
);

test.each([
  ['postgres://db/loans', 'no-table'],
  ['postgres://db/loans#a.b.c', 'no-table'],
  ['trino://db/a/b', 'no-table'],
  ['trino://db/a/b/c/d', 'no-table'],
  ['trino://db/a/b/%E0%A4%A', 'no-table'],
  ['postgres://', 'malformed'],
  ['postgres://u:p@db/x#t', 'password'],
  ['postgres://db/x?password=p#t', 'setting'],
  ['postgres://db/x?options=-c%20x#t', 'setting'],
])('%s: %s', (text, reason) =>
  expect(() => databaseTable(text)).toThrow(expect.objectContaining({ reason })),
);

test('whatever stands after a user, it is in no error', () => {
  fc.assert(
    fc.property(
      // No word that stands in a trace of calls.
      fc.stringMatching(/^Zq9[A-Za-z0-9]{8,20}$/),
      fc.constantFrom('postgres', 'trino'),
      fc.constantFrom(' ', '@', '/', '#t', ':', '/a/b/c'),
      (secret, kind, rest) => {
        try {
          databaseTable(`${kind}://user:${secret}@host${rest}`);
        } catch (error) {
          if (!isOmbudError(error)) throw error;
          expect(`${error.message}${error.stack}`).not.toContain(secret);
        }
      },
    ),
  );
});
