import { type ComposedNotice, composeNotice } from '@ombud/contest';
import { english } from '@ombud/words';
import { expect, test } from 'vitest';
import { factsOf, templateOf } from '../../../contest/test/notice-sample.ts';
import { printBatch } from './batch.ts';

function* lettersOf(count: number, taken: { n: number }): Generator<ComposedNotice> {
  for (let i = 0; i < count; i++) {
    taken.n++;
    yield composeNotice(templateOf('debt'), { ...factsOf('debt', 'en'), reference: `N-${i}` }, english);
  }
}

test('a batch takes one letter at a time, and every letter stands in one file', () => {
  const taken = { n: 0 };
  const files: string[] = [];
  let most = 0;
  let sheets = 0;
  for (const { file, html } of printBatch(lettersOf(7, taken), 3)) {
    files[file] = (files[file] ?? '') + html;
    sheets += html.match(/<main/g)?.length ?? 0;
    most = Math.max(most, taken.n - sheets);
  }
  expect(most).toBeLessThanOrEqual(1);
  expect(files.map((html) => [...html.matchAll(/N-(\d)/g)].map(([, n]) => n).join(''))).toEqual([
    '012',
    '345',
    '6',
  ]);
  for (const html of files) expect(html).toMatch(/^<!doctype html>.*<\/html>\n$/s);
});

test('a batch without a letter is no file', () => {
  expect([...printBatch([], 10)]).toEqual([]);
});
