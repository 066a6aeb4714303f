import { expect, test } from 'vitest';
import { parseDeclaration, specOf } from './read-declaration.ts';

const sourceOf = (source: string): string | undefined =>
  specOf(
    parseDeclaration(`system: loans\ndata: { source: "${source}" }`, '/etc/loans/ombud.yaml'),
    '/etc/loans/ombud.yaml',
  ).source;

test('a table of a database is no path beside the declaration', () => {
  expect(sourceOf('postgres://auditor@db/loans#decisions')).toBe('postgres://auditor@db/loans#decisions');
  expect(sourceOf('trino://lake:8080/a/b/c')).toBe('trino://lake:8080/a/b/c');
  expect(sourceOf('decisions.csv')).toBe('/etc/loans/decisions.csv');
});
