import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryEngine } from './engines/memory.ts';
import { narrow, windowOf } from './window.ts';

const day = (i: number): string => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
const engineOf = (days: readonly number[]) =>
  memoryEngine(
    ['sex', 'at', 'people'],
    days.map((i) => ['F', day(i), 2]),
  );
const spec = (from: number, to: number) => ({
  source: 'typed in',
  groups: [{ column: 'sex' }],
  time: 'at',
  count: 'people',
  from: day(from),
  to: day(to),
});

test('two times that meet share nobody, and together hold everybody', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 29 }),
      async (days, middle) => {
        const engine = engineOf([...days, 0, 30]);
        const [first, second] = await Promise.all([
          narrow(engine, spec(0, middle)),
          narrow(engine, spec(middle, 31)),
        ]);
        const all = 2 * (days.length + 2);
        expect((first.counts?.inside ?? 0) + (second.counts?.inside ?? 0)).toBe(all);
        expect(first.counts?.after).toBe(second.counts?.inside);
        expect(second.counts?.before).toBe(first.counts?.inside);
        const left = await first.engine.sample(100);
        expect(left.every(([, at]) => at !== null && at !== undefined && at < day(middle))).toBe(true);
      },
    ),
  );
});

test('a time that is empty, holds nobody, has no column or ends within a second is refused', async () => {
  expect(() => windowOf(spec(5, 5))).toThrow('OMBUD_E_BAD_WINDOW');
  expect(() => windowOf({ source: 'x', groups: [], from: '2026-01-01' })).toThrow('OMBUD_E_BAD_WINDOW');
  expect(() => windowOf({ ...spec(0, 1), from: '2026-01-01T00:00:00.5Z' })).toThrow('OMBUD_E_BAD_WINDOW');
  expect(() => windowOf({ ...spec(0, 1), from: 'last month' })).toThrow('OMBUD_E_INSTANT');
  await expect(narrow(engineOf([3]), spec(5, 9))).rejects.toMatchObject({
    code: 'OMBUD_E_BAD_WINDOW',
    params: { before: 2, after: 0, undated: 0 },
  });
});
