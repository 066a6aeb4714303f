import { loadModel } from '@ombud/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recourseFinder } from './recourse.ts';

/** Three classes over three columns: one that helps, one that helps a little, one that does nothing. */
const model = loadModel(
  new TextEncoder().encode(
    JSON.stringify({
      schema: 'ombud/model@1',
      kind: 'linear',
      features: [{ name: 'a' }, { name: 'b' }, { name: 'idle' }],
      outputs: 3,
      link: { kind: 'softmax' },
      weights: [
        [1, 0.3, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      intercepts: [0, 0, 0],
    }),
  ),
);

test('no plan only adds changes to one before it, and none changes what does nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -5, max: 0 }), { minLength: 3, maxLength: 3 }),
      async (start) => {
        const background = Array.from({ length: 50 }, (_, i) => Float64Array.of(i / 10, i / 7, i));
        const find = recourseFinder({
          model,
          decision: { cutoff: 0.5, scale: 'probability', favourable: 'positive', output: 0 },
          rules: {
            columns: { a: { change: 'any' }, b: { change: 'any' }, idle: { change: 'any' } },
            links: [],
            causal: [],
            time: null,
          },
          background,
          solver: null,
        });
        const { plans, proof } = await find(Float64Array.from(start), { plans: 5, changes: 3, ranges: true });
        expect(proof.method).toBe('search');
        expect(plans.length).toBeGreaterThan(0);
        const sets = plans.map(({ changes }) => changes.map(({ column }) => column));
        for (const [at, set] of sets.entries()) {
          expect(set).not.toContain('idle');
          for (const before of sets.slice(0, at))
            expect(before.every((column) => set.includes(column))).toBe(false);
        }
      },
    ),
    { numRuns: 30 },
  );
});
