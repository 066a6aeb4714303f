import { expect, test } from 'vitest';
import { readExports } from './exports.ts';

const exports = readExports();

test('there are exports to look at', () => {
  expect(exports.map(({ entry }) => entry)).toEqual(
    expect.arrayContaining(['@ombud/app', '@ombud/tlog/tree']),
  );
  expect(exports.length).toBeGreaterThan(400);
});

test('every export of every package says in a sentence what it is', () => {
  const silent = exports.filter(({ text }) => text === '').map(({ file, name }) => `${file}: ${name}`);
  expect([...new Set(silent)].sort()).toEqual([]);
});
