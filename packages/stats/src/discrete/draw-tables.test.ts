import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawHypergeometric, uniformStream } from './draw.ts';
import { tableDrawer } from './draw-tables.ts';
import { logChoose } from './log-factorials.ts';

/** The draws one after another by the general way. */
function oneByOne(seed: number, sizes: readonly number[], total: number): () => number {
  const uniform = uniformStream(seed);
  return () => {
    let people = sizes.reduce((sum, n) => sum + n, 0);
    let left = total;
    return sizes.reduce((sum, n) => {
      const x = drawHypergeometric(uniform, left, people, n);
      people -= n;
      left -= x;
      return sum + logChoose(n, x);
    }, 0);
  };
}

const margins = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 600 })), {
    minLength: 1,
    maxLength: 30,
  })
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      total: fc.integer({ min: 0, max: sizes.reduce((sum, n) => sum + n, 0) }),
      seed: fc.integer({ min: 0, max: 1e9 }),
    }),
  );

test('the fast way draws the very tables of the general way', () => {
  fc.assert(
    fc.property(margins, ({ sizes, total, seed }) => {
      const [fast, general] = [tableDrawer(uniformStream(seed), sizes, total), oneByOne(seed, sizes, total)];
      for (let i = 0; i < 5; i++) expect(fast()).toBe(general());
    }),
  );
});
