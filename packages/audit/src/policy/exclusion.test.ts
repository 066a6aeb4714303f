import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MemoryRow } from '@ombud/table';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../run.ts';

/** 500 rows of each group; nobody of `a` is selected, half of `b` are. */
const rows = (subjects: number): MemoryRow[] =>
  ['a', 'b'].flatMap((group) =>
    Array.from(
      { length: 500 },
      (_, i): MemoryRow => [
        group,
        group === 'b' && i % 2 === 0 ? 'yes' : 'no',
        `${group}${i % subjects}`,
        1 + (i % 3),
      ],
    ),
  );

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-exclusion-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const judged = async (subjects: number, more: { subject?: string; weight?: string }) => {
  const source = join(folder, `${subjects}.csv`);
  writeFileSync(source, ['g,d,id,w', ...rows(subjects).map((row) => row.join(','))].join('\n'));
  const { verdict } = await audit({
    source,
    decision: { column: 'd', positive: ['yes'] },
    favourable: 'positive',
    groups: [{ column: 'g' }],
    policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'warn' },
    ...more,
  });
  return verdict.assertions[0];
};

test.each([
  ['a subject of its own each', 500, { subject: 'id' }],
  ['five rows a subject', 101, { subject: 'id' }],
  ['weights', 500, { weight: 'w' }],
] as const)(
  'exclusion is never "cannot tell": 0 of 500 against 250 of 500, %s',
  async (_, subjects, more) => {
    const assertion = await judged(subjects, more);
    expect(assertion).toMatchObject({ state: 'fail', group: { g: 'a' }, reference: { g: 'b' }, actual: 0 });
    expect(assertion?.interval?.high).toBeLessThan(0.8);
  },
);
