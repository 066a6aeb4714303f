import { expect, test } from 'vitest';
import { drawBinomial, uniformStream } from '../discrete/draw.ts';
import { changePoint } from './change-point.ts';

const uniform = uniformStream(77);
const periods = (rates: readonly number[]) =>
  rates.map((rate) => ({ events: drawBinomial(uniform, 80, rate), n: 80 }));

test('twelve equal months: a change is claimed in about 5 % of runs', () => {
  const runs = 200;
  let claims = 0;
  for (let run = 0; run < runs; run++) {
    const found = changePoint(periods(new Array<number>(12).fill(0.2)), { seed: run, drawings: 99 });
    claims += (found?.p ?? 1) <= 0.05 ? 1 : 0;
  }
  expect(claims / runs).toBeLessThan(0.1);
});

test('a rate that doubles in the seventh month is found there or beside it', () => {
  let found = 0;
  for (let run = 0; run < 40; run++) {
    const rates = Array.from({ length: 12 }, (_, month) => (month < 6 ? 0.2 : 0.4));
    const change = changePoint(periods(rates), { seed: run, drawings: 99 });
    if ((change?.p ?? 1) <= 0.05 && change?.plausible.includes(6)) found += 1;
  }
  expect(found).toBeGreaterThan(34);
});

test('a month with nobody neither ends the search nor is a place of its own', () => {
  const change = changePoint(
    [
      { events: 1, n: 50 },
      { events: 0, n: 0 },
      { events: 30, n: 50 },
    ],
    { seed: 1 },
  );
  expect(change?.index).toBe(1);
  expect(change?.plausible).toEqual([1]);
  expect(changePoint([{ events: 3, n: 9 }], { seed: 1 })).toBeNull();
});

test('a dip that passed is told as such, with where it ended; one that lasts is not', () => {
  const of = (events: readonly number[]) =>
    changePoint(
      events.map((happened) => ({ events: happened, n: 100 })),
      { seed: 1 },
    );
  const dip = of([50, 50, 50, 10, 50, 50]);
  expect(dip).toMatchObject({ index: 3, until: 4, before: 0.5, after: 0.1, plausible: [3] });
  expect(dip?.p).toBeLessThan(0.01);
  expect(of([50, 50, 50, 10, 10, 10])).toMatchObject({ index: 3, until: null, before: 0.5, after: 0.1 });
  expect(of([20, 30, 40, 50, 60, 70])?.until).toBeNull();
  // The first and the last month alone cannot be known to pass.
  expect(of([10, 50, 50, 50, 50, 50])?.until).toBeNull();
  expect(of([50, 50, 50, 50, 50, 10])?.until).toBeNull();
  // A month with nobody neither begins nor ends it.
  const gap = changePoint(
    [50, 50, 0, 10, 0, 50].map((events, i) => ({ events, n: i === 2 || i === 4 ? 0 : 100 })),
    { seed: 1 },
  );
  expect(gap).toMatchObject({ before: 0.5, after: 0.1 });
  expect(gap?.until).toBe(4);
});

test('a lasting change is seldom mistaken for one that passed', () => {
  let mistaken = 0;
  for (let run = 0; run < 200; run++) {
    const rates = Array.from({ length: 12 }, (_, month) => (month < 6 ? 0.2 : 0.4));
    if ((changePoint(periods(rates), { seed: run, drawings: 19 })?.until ?? null) !== null) mistaken += 1;
  }
  expect(mistaken / 200).toBeLessThan(0.05);
});
