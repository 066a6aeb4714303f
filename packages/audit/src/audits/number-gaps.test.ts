import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditSpec, NumbersDetails, Result } from '@ombud/contract';
import { memoryEngine, openSource } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../../stats/golden/number-gaps.json' with { type: 'json' };
import { auditEngine } from '../run.ts';

const columns = ['who', 'decided', 'happened'];
const spec: AuditSpec = {
  source: 'drawn',
  decision: { column: 'decided', condition: { operator: '>=', value: 5 } },
  outcome: { column: 'happened', condition: { operator: '>=', value: 5 } },
  groups: [{ column: 'who' }],
  reference: { kind: 'named', values: { who: 'b' } },
};

const numbersIn = ({ findings }: Result): NumbersDetails[] =>
  findings.flatMap(({ details }) => (details?.kind === 'numbers' ? [details] : []));

const details = numbersIn(await auditEngine(memoryEngine(columns, golden.rows), spec));
const about = (what: NumbersDetails['what']) => details.find((one) => one.what === what);

test.each(['a', 'b'] as const)(
  'means, errors and quantiles as Fairlearn, scikit-learn and numpy: %s',
  (who) => {
    const known = golden.groups[who];
    const entry = (what: NumbersDetails['what']) =>
      about(what)?.groups.find(({ group }) => group.who === who);
    expect(entry('decision')?.mean.value).toBeCloseTo(known.meanDecision, 9);
    expect(entry('decision')?.quantiles.map(({ of }) => of.value)).toEqual(
      known.quantiles.map((value) => expect.closeTo(value, 9)),
    );
    expect(entry('error')?.mean.value).toBeCloseTo(known.meanError, 9);
    expect(entry('error')?.mean.interval?.low).toBeCloseTo(known.meanInterval[0] ?? 0, 9);
    expect(entry('error')?.absolute.value).toBeCloseTo(known.absolute, 9);
    expect(entry('error')?.rootMeanSquare).toBeCloseTo(known.root, 9);
    expect(entry('decision')?.absolute.value).toBeNull();
  },
);

test('the difference of the errors of two groups as scipy', () => {
  const [pair] = about('error')?.pairs ?? [];
  expect(pair?.pAdjusted).toBeCloseTo(golden.welch.p, 9);
  expect(pair?.difference.interval?.low).toBeCloseTo(golden.welch.interval[0] ?? 0, 9);
  expect(pair?.absolute.interval?.high).toBeCloseTo(golden.welch.absolute[1] ?? 0, 9);
});

test('a file gives the same numbers, and one that is no number is left out of what needs it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-numbers-'));
  const rows = [columns, ...golden.rows, ['a', 'none', 7], ['b', 3, '']];
  const file = join(folder, 'numbers.csv');
  writeFileSync(file, rows.map((row) => row.join(',')).join('\n'));
  const engine = await openSource(file);
  const found = numbersIn(await auditEngine(engine, spec));
  await engine.close();
  rmSync(folder, { recursive: true });
  const error = found.find(({ what }) => what === 'error');
  expect(error?.groups.map(({ n }) => n)).toEqual(about('error')?.groups.map(({ n }) => n));
  expect(error?.groups[0]?.absolute.value).toBeCloseTo(golden.groups.a.absolute, 9);
  const people = (what: NumbersDetails['what']) =>
    found.find((one) => one.what === what)?.groups.reduce((sum, { n }) => sum + n, 0);
  expect([people('decision'), people('outcome'), people('error')]).toEqual([241, 241, 240]);
});

test('means are exact where so many numbers were put together', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => [
    i % 3 === 0 ? 'a' : 'b',
    (i * 7919) % 5003,
    (i * 31) % 4999,
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'ombud-numbers-'));
  const file = join(folder, 'many.csv');
  writeFileSync(file, [columns, ...rows].map((row) => row.join(',')).join('\n'));
  const engine = await openSource(file);
  const error = numbersIn(await auditEngine(engine, spec)).find(({ what }) => what === 'error');
  await engine.close();
  rmSync(folder, { recursive: true });
  expect(error?.exact).toBe(false);
  const own = rows.filter(([who]) => who === 'a').map(([, a, b]) => Number(a) - Number(b));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(error?.groups[0]?.mean.value).toBeCloseTo(mean(own), 9);
  expect(error?.groups[0]?.rootMeanSquare).toBeCloseTo(Math.sqrt(mean(own.map((x) => x * x))), 8);
  expect(Math.abs((error?.groups[0]?.absolute.value ?? 0) / mean(own.map(Math.abs)) - 1)).toBeLessThan(1e-3);
});

test('a decision by the score, or by names, has no numbers of its own', async () => {
  const { outcome: _outcome, ...rest } = spec;
  expect(
    numbersIn(await auditEngine(memoryEngine(columns, golden.rows), { ...rest, score: 'decided' })),
  ).toEqual([]);
});
