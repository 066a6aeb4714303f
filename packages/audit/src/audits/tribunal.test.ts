/** Against scipy (../../golden/tribunal.py) on published data; the exact parts also against R in packages/stats. */
import { join } from 'node:path';
import type { AuditSpec } from '@ombud/contract';
import { memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import golden from '../../golden/tribunal.json' with { type: 'json' };
import { publishedCases } from '../../test/published-cases.ts';
import { audit, auditEngine } from '../run.ts';

const spec: AuditSpec = {
  source: 'typed in',
  decision: { column: 'd', positive: ['yes'], negative: ['no'] },
  favourable: 'positive',
  groups: [{ column: 'g' }],
  count: 'n',
  audits: ['tribunal'],
};

async function pairsOf(
  rows: readonly (readonly [string, string, string, number])[],
  more: Partial<AuditSpec> = {},
) {
  const { findings } = await auditEngine(memoryEngine(['g', 's', 'd', 'n'], rows), { ...spec, ...more });
  const { details } = findings[0] ?? {};
  if (details?.kind !== 'tribunal') throw new Error('no tribunal');
  return details.pairs;
}

const data = process.env.OMBUD_DATA;

test.skipIf(data === undefined).each(publishedCases)(
  '$name: as scipy to 1e-9',
  async ({ name, file, roles }) => {
    const known = golden.cases[name];
    const { findings } = await audit({ ...roles, source: join(data ?? '', file), audits: ['tribunal'] });
    const [details] = findings.map((finding) => finding.details);
    const [pair] = details?.kind === 'tribunal' ? details.pairs : [];
    expect(pair).toBeDefined();
    expect(pair?.shortfall).toBeCloseTo(known.shortfall, 8);
    expect(pair?.standardDeviations).toBeCloseTo(known.z, 9);
    expect(pair?.cohensH).toBeCloseTo(known.h, 9);
    expect(pair?.phi).toBeCloseTo(known.phi, 9);
    // Beyond 30 standard deviations, in Adult, the odds ratio is the one of the counts, and not of the conditional likelihood.
    const [events = 0, n = 0, others = 0, m = 0] = known.counts;
    const odds = name === 'adult' ? (events / (n - events)) * ((m - others) / others) : known.oddsRatio;
    expect((pair?.oddsRatio.value ?? 0) / odds).toBeCloseTo(1, 6);
    for (const [own, other] of [
      [pair?.exact, known.exact],
      [pair?.midP, known.midP],
    ] as const)
      expect(Math.abs((own ?? 1) - other)).toBeLessThan(1e-9 * Math.max(other, 1e-300));
  },
);

test('one person turns 3 of 10 against 4 of 10 round', async () => {
  const [pair] = await pairsOf([
    ['A', 'x', 'yes', 3],
    ['A', 'x', 'no', 7],
    ['B', 'x', 'yes', 4],
    ['B', 'x', 'no', 6],
  ]);
  expect(pair).toMatchObject({ turnsRound: true, pooled: null });
  expect(pair?.exact).toBeCloseTo(1, 12);
  expect(pair?.ratioAfterOne).toBeCloseTo(4 / 3, 12);
});

test('Berkeley pooled over departments is what mantelhaen.test of R gives', async () => {
  const berkeley = [
    ['A', 89, 108, 512, 825],
    ['B', 17, 25, 353, 560],
    ['C', 202, 593, 120, 325],
    ['D', 131, 375, 138, 417],
    ['E', 94, 393, 53, 191],
    ['F', 24, 341, 22, 373],
  ] as const;
  const rows = berkeley.flatMap(([s, women, of, men, ofMen]) => [
    ['women', s, 'yes', women] as const,
    ['women', s, 'no', of - women] as const,
    ['men', s, 'yes', men] as const,
    ['men', s, 'no', ofMen - men] as const,
  ]);
  const [pair] = await pairsOf(rows, { strata: [{ column: 's' }] });
  expect(pair?.standardDeviations).toBeCloseTo(-9.6012972069484519, 9);
  expect(pair?.pooled?.strata).toBe(6);
  expect(pair?.pooled?.exact).toBeCloseTo(0.22776252679820597, 9);
  expect(pair?.pooled?.midP).toBeCloseTo(0.22026177293668386, 9);
  expect(pair?.pooled?.oddsRatio.value).toBeCloseTo(1.10488696201825, 8);
});

test('a group alone, and nobody with the decision, give no number', async () => {
  const [pair] = await pairsOf([
    ['A', 'x', 'no', 9],
    ['B', 'x', 'no', 9],
  ]);
  expect(pair).toMatchObject({
    standardDeviations: null,
    turnsRound: null,
    phi: null,
    oddsRatio: { value: null },
  });
});
