import { memoryEngine } from '@ombud/table';
import { expect, test } from 'vitest';
import { claimHolds } from './answer/holds.ts';
import { auditEngine } from './run.ts';
import { generator } from './testing/draw.ts';

const random = generator(7);
const draw = (many: number) => Math.floor(random() * many);
const rows = Array.from({ length: 6_000 }, () => [
  `a${draw(20)}`,
  `b${draw(20)}`,
  random() < 0.4 ? 'yes' : 'no',
]);

test('of 400 groups those at both ends are listed, how many there are is said, and the verdict judged all', async () => {
  const result = await auditEngine(memoryEngine(['a', 'b', 'd'], rows), {
    source: 'drawn',
    decision: { column: 'd', positive: ['yes'] },
    favourable: 'positive',
    groups: [{ column: 'a' }, { column: 'b' }],
    policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'warn' },
  });
  const deep = result.findings.filter(({ groupBy }) => groupBy.length === 2 && groupBy.length > 0);
  for (const finding of deep.filter(({ state }) => state === 'measured')) {
    expect(finding.all).toMatchObject({ groups: 400 });
    expect(finding.groups.length).toBeLessThanOrEqual(200);
    expect(finding.comparisons.length).toBeLessThanOrEqual(2 * 50 + 2);
  }
  const single = result.findings.find(
    ({ audit, groupBy }) => audit === 'adverse-impact' && groupBy.length === 1,
  );
  expect(single?.groups).toHaveLength(20);
  expect(single?.all).toBeUndefined();
  // 400 groups are 400 x 399 ordered pairs.
  const judged = result.verdict.assertions.find(({ groupBy }) => groupBy.length === 2);
  expect(judged?.pairs?.judged).toBe(400 * 399);
  expect(result.notices).toContainEqual({
    code: 'groups-cut',
    params: { groupBy: ['a', 'b'], groups: 400, listed: deep[0]?.groups.length },
  });
  for (const claim of result.claims)
    expect([claim.code, claimHolds(result, claim)]).toEqual([claim.code, true]);
});
