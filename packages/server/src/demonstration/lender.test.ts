import { expect, test } from 'vitest';
import { decisionsOf, monthsBefore } from './lender.ts';

test('the months are whole and the people the same each time', () => {
  const months = monthsBefore(Date.UTC(2026, 1, 3), 3);
  expect(
    months.map(({ begins, ends }) => [begins, ends].map((at) => new Date(at).toISOString().slice(0, 10))),
  ).toEqual([
    ['2025-11-01', '2025-11-30'],
    ['2025-12-01', '2025-12-31'],
    ['2026-01-01', '2026-01-31'],
  ]);
  const [month = { begins: 0, ends: 1 }] = months;
  expect(decisionsOf(month, 0, 50)).toEqual(decisionsOf(month, 0, 50));
  expect(new Set(decisionsOf(month, 1, 50).map(({ subject }) => subject)).size).toBe(50);
});
