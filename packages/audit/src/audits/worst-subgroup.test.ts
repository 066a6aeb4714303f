import type { AuditSpec, Result, SubgroupsDetails } from '@ombud/contract';
import { uniformStream } from '@ombud/stats';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import { claimHolds } from '../answer/index.ts';
import { auditEngine } from '../run.ts';

const columns = ['sex', 'region', 'product', 'branch', 'day', 'approved', 'repaid'];

/** People of six columns; in the south, women with product y are approved less often by `harm`. */
function people(n: number, harm: number, seed: number): readonly MemoryRow[] {
  const uniform = uniformStream(seed);
  const pick = (...values: readonly string[]) => values[Math.floor(uniform() * values.length)] ?? '';
  return Array.from({ length: n }, () => {
    const [sex, region, product] = [pick('F', 'M'), pick('north', 'south', 'west'), pick('x', 'y')];
    const hurt = sex === 'F' && region === 'south' && product === 'y';
    const approved = uniform() < (hurt ? 0.6 - harm : 0.6) ? 'yes' : 'no';
    return [sex, region, product, pick('1', '2', '3', '4'), pick('a', 'b'), approved, pick('1', '0')];
  });
}

const spec: AuditSpec = {
  source: 'drawn',
  decision: { column: 'approved', positive: ['yes'] },
  favourable: 'positive',
  groups: [{ column: 'sex' }],
  searchColumns: [],
  audits: ['selection-rate', 'worst-subgroup'],
};

const ask = (rows: readonly MemoryRow[], more: Partial<AuditSpec> = {}): Promise<Result> =>
  auditEngine(memoryEngine(columns, rows), { ...spec, ...more });

function foundIn({ findings }: Result): SubgroupsDetails[] {
  return findings.flatMap(({ details }) => (details?.kind === 'subgroups' ? [details] : []));
}

test('the group that nobody named is found, by its own conditions, and the answer says so', async () => {
  const result = await ask(people(6000, 0.3, 4));
  const [details] = foundIn(result);
  expect(details?.event).toBe('refused');
  expect(details?.columns).toEqual(['sex', 'region', 'product', 'branch', 'day', 'repaid']);
  const [first] = details?.found ?? [];
  expect(first?.group).toEqual({ sex: 'F', region: 'south', product: 'y' });
  expect(first?.confirmed).toBe(true);
  const claim = result.claims.find(({ code }) => code === 'worst-subgroup');
  expect(claim?.params).toMatchObject({ group: { sex: 'F', region: 'south', product: 'y' } });
  if (claim === undefined) return;
  expect(claimHolds(result, claim)).toBe(true);
  if (claim.code !== 'worst-subgroup') return;
  const other = { ...claim, params: { ...claim.params, rate: claim.params.rate + 0.01 } };
  expect(claimHolds(result, other)).toBe(false);
});

test('in noise nothing is confirmed and nothing is said', async () => {
  const result = await ask(people(6000, 0, 5));
  const [details] = foundIn(result);
  expect(details?.lookedAt).toBeGreaterThan(50);
  expect(details?.found.filter(({ confirmed }) => confirmed)).toEqual([]);
  expect(result.claims.filter(({ code }) => code === 'worst-subgroup')).toEqual([]);
});

test('with an outcome both mistakes are searched too, and the three share the error', async () => {
  const details = foundIn(await ask(people(2000, 0, 6), { outcome: { column: 'repaid', positive: ['1'] } }));
  expect(details.map(({ event }) => event)).toEqual(['refused', 'false-positive', 'false-negative']);
  expect(details[0]?.level).toBeCloseTo(1 - 0.05 / 3, 12);
  expect(details[0]?.columns).not.toContain('repaid');
});

test('where the positive decision is bad, it is the one that is counted', async () => {
  const [details] = foundIn(await ask(people(500, 0, 7), { favourable: 'negative' }));
  expect(details?.event).toBe('chosen');
  expect(details?.everybody.events).toBeGreaterThan(250);
});

test('it runs only when it is asked for', async () => {
  const { audits: _audits, searchColumns: _search, ...rest } = spec;
  const result = await auditEngine(memoryEngine(columns, people(300, 0, 8)), rest);
  expect(foundIn(result)).toEqual([]);
});

test('too few people for any subgroup: cannot tell, with the number that is needed', async () => {
  const result = await ask(people(40, 0, 9));
  const finding = result.findings.find(({ audit }) => audit === 'worst-subgroup');
  expect(finding?.state).toBe('cannot-tell');
  expect(finding?.reason).toEqual({ code: 'no-subgroup', params: { least: 30 } });
});

test('columns that were not searched are named with the reason, in the result and at the top of the answer', async () => {
  const uniform = uniformStream(11);
  const names = Array.from({ length: 14 }, (_, i) => `c${i}`);
  const rows = Array.from({ length: 3000 }, (_, i): MemoryRow => {
    const two = names.map(() => (uniform() < 0.5 ? 'x' : 'y'));
    return [uniform() < 0.5 ? 'F' : 'M', ...two, String(20 + (i % 60)), uniform() < 0.5 ? 'yes' : 'no'];
  });
  const engine = memoryEngine(['sex', ...names, 'age', 'approved'], rows);
  const all = await auditEngine(engine, spec);
  expect(foundIn(all)[0]?.columns).toHaveLength(12);
  expect(foundIn(all)[0]?.leftOutColumns).toEqual([
    ...['c11', 'c12', 'c13'].map((column) => ({ column, reason: 'many-columns' })),
    { column: 'age', reason: 'many-values' },
  ]);
  const codes = all.notices?.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['search-many-columns', 'search-many-values']));

  const searchColumns = [{ column: 'age' }, { column: 'c1' }];
  const [named] = foundIn(await auditEngine(engine, { ...spec, searchColumns }));
  expect(named?.columns).toEqual(['c1']);
  expect(named?.leftOutColumns).toEqual([{ column: 'age', reason: 'few-people' }]);
});
