// The tables of docs/statistics.md about verdicts: exact size and power of a pair, power over cells x people x rate, time.
// npm run bench -- verdicts [--runs 300]
import { parseArgs } from 'node:util';
import { drawBinomial, uniformStream } from '../packages/stats/src/discrete/draw.ts';
import { judgePairs } from '../packages/stats/src/index.ts';
import { chanceOfPass, largestFalsePass, passingTables } from '../packages/stats/src/verdict/exact-size.ts';

const four = { measure: 'ratio', limit: 0.8 } as const;

export function verdicts(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { runs: { type: 'string', default: '300' } } });
  const runs = Number(values.runs);
  pairs();
  cells(runs);
  unequal(runs);
  families(runs);
  time();
}

/** Exact, no simulation: the largest false pass over the common rate, and the pass of equal rates. */
function pairs(): void {
  const rates = [0.3, 0.5, 0.7, 0.8, 0.9, 0.95];
  const heads = ['people', 'false pass, smaller at the limit', 'larger at the limit'];
  console.log(`\n| ${[...heads, ...rates.map((rate) => `pass at ${rate}`)].join(' | ')} |`);
  console.log(`| --- | --- | --- |${rates.map(() => ' --- |').join('')}`);
  for (const n of [10, 20, 50, 100]) {
    const tables = passingTables(n, 1000, 0.8);
    const sizes = (['a', 'b'] as const).map((worse) => largestFalsePass(tables, 0.8, worse).chance);
    const powers = rates.map((rate) => chanceOfPass(tables, rate, rate));
    console.log(`| ${n} against 1,000 | ${[...sizes, ...powers].map(percent).join(' | ')} |`);
  }
}

/** Equal cells at one rate: how often all pairs pass. */
function cells(runs: number): void {
  const uniform = uniformStream(20261110);
  const rates = [0.1, 0.3, 0.5, 0.8];
  console.log(`\n| cells | people a cell | ${rates.map((rate) => `rate ${rate}`).join(' | ')} |`);
  console.log(`| --- | --- |${rates.map(() => ' --- |').join('')}`);
  for (const groups of [2, 6, 24]) {
    for (const n of [100, 250, 500, 1000, 2500, 5000]) {
      const passes = rates.map((rate) =>
        share(runs, () => {
          const counts = Array.from({ length: groups }, () => ({
            events: drawBinomial(uniform, n, rate),
            n,
          }));
          return judgePairs(counts, four).state === 'pass';
        }),
      );
      console.log(`| ${groups} | ${n} | ${passes.map(percent).join(' | ')} |`);
    }
  }
}

/** 2 x 3 x 4 groups of unequal size at a rate of 0.3, as many as people are: how often all pairs pass. */
function unequal(runs: number): void {
  const uniform = uniformStream(20261130);
  const shares = [0.55, 0.45].flatMap((one) =>
    [0.68, 0.2, 0.12].flatMap((two) => [0.11, 0.32, 0.34, 0.23].map((three) => one * two * three)),
  );
  console.log('\n| 2 x 3 x 4 unequal, people | smallest cell | pass |');
  console.log('| --- | --- | --- |');
  for (const people of [60_000, 100_000, 200_000]) {
    const sizes = shares.map((part) => Math.round(part * people));
    const passes = share(runs, () => {
      const counts = sizes.map((n) => ({ events: drawBinomial(uniform, n, 0.3), n }));
      return judgePairs(counts, four).state === 'pass';
    });
    console.log(`| ${people} | ${Math.min(...sizes)} | ${percent(passes)} |`);
  }
}

/** Half of the groups exactly at the limit: how often the verdict is a fail that is not true. */
function families(runs: number): void {
  const uniform = uniformStream(20261111);
  console.log('\n| groups, half of them at the limit | people a group | false fail |');
  console.log('| --- | --- | --- |');
  for (const [groups, n] of [
    [2, 40],
    [2, 1000],
    [6, 150],
    [12, 2000],
    [24, 300],
  ] as const) {
    const fails = share(5 * runs, () => {
      const counts = Array.from({ length: groups }, (_, i) => ({
        events: drawBinomial(uniform, n, i < groups / 2 ? 0.4 : 0.5),
        n,
      }));
      return judgePairs(counts, four).state === 'fail';
    });
    console.log(`| ${groups} | ${n} | ${percent(fails)} |`);
  }
}

/** Four thousand groups: sixteen million ordered pairs. */
function time(): void {
  const uniform = uniformStream(20261112);
  console.log('\n| 4,000 groups | verdict | ordered pairs | failing | CPU |');
  console.log('| --- | --- | --- | --- | --- |');
  const designs = [
    { name: '5 people each', least: 2, most: 8, low: 0.3, high: 0.3 },
    { name: '50 to 450, rates 0 to 1', least: 50, most: 450, low: 0, high: 1 },
    { name: '1,000 to 9,000, rates 0.2 to 0.8', least: 1000, most: 9000, low: 0.2, high: 0.8 },
    { name: '4,000 to 8,000, all at 0.5', least: 4000, most: 8000, low: 0.5, high: 0.5 },
  ];
  for (const { name, least, most, low, high } of designs) {
    const groups = Array.from({ length: 4000 }, () => {
      const n = least + Math.floor((most - least) * uniform());
      return { events: drawBinomial(uniform, n, low + (high - low) * uniform()), n };
    });
    const start = process.cpuUsage();
    const { state, pairs: all, failing, complete } = judgePairs(groups, four);
    const used = process.cpuUsage(start);
    const seconds = ((used.user + used.system) / 1e6).toFixed(2);
    console.log(`| ${name} | ${state} | ${all} | ${complete ? '' : 'at least '}${failing} | ${seconds} s |`);
  }
}

function share(runs: number, happens: () => boolean): number {
  let count = 0;
  for (let run = 0; run < runs; run++) if (happens()) count += 1;
  return count / runs;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
