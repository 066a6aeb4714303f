import type { AuditSpec } from '@ombud/contract';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditEngine } from '../run.ts';
import { pairLevel, withChance } from './chance.ts';
import { claimHolds } from './holds.ts';

const count = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 2_000 }) },
);

/** Counts of two attributes, two strata, decision and outcome, with nobody in some of the cells. */
const tables = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([sexes, races]) =>
    fc.array(count, { minLength: sexes * races * 8, maxLength: sexes * races * 8 }).map((counts) =>
      counts.map((people, i): MemoryRow => {
        const [outcome, decision, dept] = [i % 2, Math.floor(i / 2) % 2, Math.floor(i / 4) % 2];
        const group = Math.floor(i / 8);
        return [
          `s${group % sexes}`,
          `r${Math.floor(group / sexes)}`,
          `d${dept}`,
          decision === 0 ? 'no' : 'yes',
          outcome === 0 ? 'no' : 'yes',
          people,
        ];
      }),
    ),
  );

const specs = fc.record({
  favourable: fc.constantFrom('positive', 'negative', undefined),
  reference: fc.constantFrom({ kind: 'highest' }, { kind: 'all-others' }),
  policy: fc.boolean(),
  strata: fc.boolean(),
});

test('whatever is audited, the numbers of the result carry each claim, and none leads with all other people', async () => {
  await fc.assert(
    fc.asyncProperty(tables, specs, async (rows, { favourable, reference, policy, strata }) => {
      const spec: AuditSpec = {
        source: 'drawn',
        decision: { column: 'd', positive: ['yes'], negative: ['no'] },
        outcome: { column: 'y', positive: ['yes'], negative: ['no'] },
        groups: [{ column: 'sex' }, ...(rows.some(([, race]) => race !== 'r0') ? [{ column: 'race' }] : [])],
        count: 'n',
        reference: reference as NonNullable<AuditSpec['reference']>,
        ...(favourable === undefined ? {} : { favourable }),
        ...(strata ? { strata: [{ column: 'dept' }] } : {}),
        ...(policy && favourable !== undefined
          ? { policy: { use: ['us-four-fifths'], assertions: [], whenCannotTell: 'warn' as const } }
          : {}),
      };
      const engine = memoryEngine(['sex', 'race', 'dept', 'd', 'y', 'n'], rows);
      const result = await auditEngine(engine, spec).catch((error: { code?: string }) => {
        // A table in which only one group has people, or nobody at all, is refused with a code.
        expect(error.code).toMatch(/^OMBUD_E_/);
        return null;
      });
      if (result === null) return;
      for (const claim of result.claims) {
        expect([claim.code, claimHolds(result, claim)]).toEqual([claim.code, true]);
        if (claim.code !== 'differs') continue;
        // What is called more than chance has a test on this very pair, at the level of a sentence.
        const finding = result.findings[claim.supports?.finding ?? -1];
        const comparison =
          claim.supports?.kind === 'comparison' ? finding?.comparisons[claim.supports.comparison] : undefined;
        expect(finding && comparison?.p).toBeLessThanOrEqual(
          finding ? pairLevel(withChance(result).chance, finding) : 0,
        );
        expect(comparison?.reference).not.toBe('all-others');
      }
      for (const { state, reason, actual, expected, operator, interval } of result.verdict.assertions) {
        if (state === 'cannot-tell') expect(reason).not.toBeNull();
        // Digits never contradict a verdict.
        if (state === 'pass' && operator === '>=' && actual !== null)
          expect(actual).toBeGreaterThanOrEqual(expected);
        if (state === 'fail' && operator === '>=' && interval?.high !== null && interval !== null)
          expect(interval.high).toBeLessThan(expected);
      }
    }),
    { numRuns: 20, seed: 20261125 },
  );
});
