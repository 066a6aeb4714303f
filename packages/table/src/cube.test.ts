import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec } from '@ombud/contract';
import { uniformStream } from '@ombud/stats';
import { afterAll, expect, test } from 'vitest';
import { everybodyOf, gatherCube, providerOf, type SearchCube } from './cube.ts';
import type { Engine } from './engines/engine.ts';
import { type MemoryRow, memoryEngine } from './engines/memory.ts';
import { gather } from './gather.ts';
import { openSource } from './sources/open-source.ts';

const columns = ['sex', 'region', 'product', 'age', 'hit'];
const uniform = uniformStream(8);
const pick = (...values: readonly (string | null)[]) => values[Math.floor(uniform() * values.length)] ?? null;
const rows: readonly MemoryRow[] = Array.from({ length: 900 }, () => [
  pick('F', 'M', null),
  pick('north', 'south', 'a|b', 'a'),
  pick('x', 'y'),
  Math.floor(20 + 50 * uniform()),
  pick('yes', 'no'),
]);

const folder = mkdtempSync(join(tmpdir(), 'ombud-cube-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'people.csv');
writeFileSync(file, [columns, ...rows].map((row) => row.map((value) => value ?? '').join(',')).join('\n'));

const spec: AuditSpec = {
  source: file,
  decision: { column: 'hit', positive: ['yes'] },
  groups: [{ column: 'sex' }, { column: 'age', bins: [30, 50] }],
};

async function cubeOf(engine: Engine, more: Partial<AuditSpec> = {}, depth = 3): Promise<SearchCube> {
  const { roles } = await gather(engine, { ...spec, ...more });
  return gatherCube(engine, { ...spec, ...more }, roles, depth);
}

const yes = {
  denominator: () => true,
  numerator: ({ decision }: { decision: boolean | null }) => decision === true,
};

test('both engines put the same people into the same halves', async () => {
  const engine = await openSource(file);
  const [fromFile, fromMemory] = [await cubeOf(engine), await cubeOf(memoryEngine(columns, rows))];
  await engine.close();
  expect(fromFile.columns).toEqual(['sex', 'age', 'region', 'product']);
  expect(fromFile.sets).toHaveLength(4);
  for (const set of [[], ['sex'], ['age', 'product'], ['sex', 'region', 'product']]) {
    const found = providerOf(fromFile, yes)(set);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(providerOf(fromMemory, yes)(set));
  }
});

test('every set has everybody, and about half of them are in each half', async () => {
  const cube = await cubeOf(memoryEngine(columns, rows));
  expect(everybodyOf(cube, yes).n).toBe(900);
  const [all] = providerOf(cube, yes)([]);
  for (const { columns: set } of cube.sets) {
    const cells = providerOf(cube, yes)(set);
    for (const half of ['explore', 'confirm'] as const) {
      expect(cells.reduce((sum, cell) => sum + cell[half].n, 0)).toBe(all?.[half].n);
      expect(cells.reduce((sum, cell) => sum + cell[half].events, 0)).toBe(all?.[half].events);
    }
  }
  // Four standard deviations of 900 coins.
  expect(Math.abs((all?.explore.n ?? 0) - 450)).toBeLessThan(60);
});

test('the half has nothing to do with what was decided, even where all are alike', async () => {
  const alike: readonly MemoryRow[] = [
    ['F', 'yes', 4000],
    ['F', 'no', 4000],
    ['M', 'yes', 10],
    ['M', 'no', 10],
  ];
  const counts = { groups: [{ column: 'sex' }], count: 'people' };
  const cube = await cubeOf(memoryEngine(['sex', 'hit', 'people'], alike), counts);
  const [women] = providerOf(cube, yes)(['sex']);
  // Not 2,000 of 4,000: the two halves are independent, as if a coin had been thrown for each person.
  expect(women?.explore.events).not.toBe(2000);
  expect(Math.abs((women?.explore.events ?? 0) - 2000)).toBeLessThan(4 * Math.sqrt(1000));
  expect(Math.abs((women?.explore.n ?? 0) - 4000)).toBeLessThan(4 * Math.sqrt(2000));
});

test('columns that are named are searched alone; of very many the first twelve are', async () => {
  const engine = memoryEngine(columns, rows);
  expect((await cubeOf(engine, { searchColumns: [{ column: 'product' }] })).columns).toEqual(['product']);
  const wide = ['sex', 'hit', ...Array.from({ length: 20 }, (_, i) => `c${i}`)];
  const many = Array.from({ length: 40 }, (_, i) => [
    ...[i % 2 === 0 ? 'F' : 'M', i % 3 === 0 ? 'yes' : 'no'],
    ...Array.from({ length: 20 }, (_, j) => String((i >> (j % 5)) % 2)),
  ]);
  const found = await cubeOf(memoryEngine(wide, many), { groups: [{ column: 'sex' }] }, 2);
  expect(found.columns).toHaveLength(12);
  expect(found.leftOut).toHaveLength(9);
  expect(found.sets).toHaveLength((12 * 11) / 2);
});
