import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auc } from '@ombud/stats';
import { expect, test } from 'vitest';
import { audit } from './run.ts';

const people = Array.from({ length: 3000 }, (_, i) => ({
  sex: i % 3 === 0 ? 'F' : 'M',
  score: i / 3000,
  hit: (i * 7919) % 3000 < i ? 1 : 0,
}));

test('more than a thousand different scores are put into steps in which people are tied, and the result says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-scores-'));
  try {
    const file = join(folder, 'people.csv');
    writeFileSync(file, ['sex,score,hit', ...people.map((one) => Object.values(one).join(','))].join('\n'));
    const result = await audit({
      source: file,
      outcome: { column: 'hit', positive: ['1'] },
      score: 'score',
      groups: [{ column: 'sex' }],
      audits: ['auc'],
    });
    const details = result.findings[0]?.details;
    if (details?.kind !== 'ranking') throw new Error('No ranking was measured.');
    expect(details.exact).toBe(false);
    for (const { group, positives, negatives, auc: ranked } of details.groups) {
      const own = people.filter(({ sex }) => sex === group.sex);
      expect([positives, negatives]).toEqual([
        own.filter(({ hit }) => hit === 1).length,
        own.filter(({ hit }) => hit === 0).length,
      ]);
      const exact = auc(own.map(({ score, hit }) => ({ score, positives: hit, negatives: 1 - hit })))?.value;
      expect(Math.abs((ranked.value ?? 9) - (exact ?? 0))).toBeLessThan(0.001);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
