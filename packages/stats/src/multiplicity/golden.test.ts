import fc from 'fast-check';
import { expect, test } from 'vitest';
import r from '../../golden/r.json' with { type: 'json' };
import golden from '../../golden/simultaneous.json' with { type: 'json' };
import { relativeDisagreement } from '../golden-agreement.ts';
import { criticalValue } from '../normal.ts';
import { bonferroniCritical } from './bonferroni.ts';
import { dunnettAdjustedP, dunnettCritical } from './dunnett.ts';
import { holm } from './holm.ts';
import { tukeyAdjustedP, tukeyCritical } from './tukey.ts';

const near = 1e-9;

test.each(golden.tukey)(
  'Tukey agrees with mpmath: $groups groups at $level',
  ({ level, groups, critical }) => {
    expect(relativeDisagreement(tukeyCritical(level, groups), critical)).toBeLessThan(near);
  },
);

// R's qtukey is itself good to about 1e-8.
test.each(r.tukey)("Tukey agrees with R's qtukey: $groups groups", ({ groups, q }) => {
  expect(relativeDisagreement(tukeyCritical(0.95, groups) * Math.SQRT2, q)).toBeLessThan(1e-7);
});

test.each(golden.tukeyP)(
  'adjusted p of all pairs agrees with mpmath: z = $z, $groups groups',
  ({ z, groups, p }) => {
    expect(relativeDisagreement(tukeyAdjustedP(z, groups), p)).toBeLessThan(near);
  },
);

test.each(golden.dunnett)('Dunnett agrees with mpmath: $groups against $reference', (known) => {
  const { level, reference, groups, critical } = known;
  expect(relativeDisagreement(dunnettCritical(level, { reference, groups }), critical)).toBeLessThan(near);
});

test.each(golden.dunnettP)('adjusted p against a reference agrees with mpmath: z = $z', (known) => {
  const { z, reference, groups, p } = known;
  expect(relativeDisagreement(dunnettAdjustedP(z, { reference, groups }), p)).toBeLessThan(near);
});

test('one comparison needs no adjustment', () => {
  expect(tukeyCritical(0.95, 2)).toBe(criticalValue(0.95));
  expect(dunnettCritical(0.95, { reference: 1, groups: [3] })).toBe(criticalValue(0.95));
  expect(bonferroniCritical(0.95, 1)).toBe(criticalValue(0.95));
});

test('exact critical values lie between the plain one and that of Bonferroni', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 2, maxLength: 6 }),
      (groups) => {
        const critical = dunnettCritical(0.95, { reference: 1, groups });
        expect(critical).toBeGreaterThan(criticalValue(0.95));
        expect(critical).toBeLessThan(bonferroniCritical(0.95, groups.length));
      },
    ),
    { numRuns: 20 },
  );
});

test('Holm keeps order, never lowers a p-value, and leaves what was not tested', () => {
  const p = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(fc.array(p), (values) => {
      const adjusted = holm(values);
      values.forEach((value, i) => {
        const mine = adjusted[i] ?? null;
        expect(mine === null).toBe(value === null);
        if (value !== null && mine !== null) expect(mine >= value && mine <= 1).toBe(true);
        values.forEach((other, j) => {
          if (value !== null && other !== null && value < other)
            expect((mine ?? 9) <= (adjusted[j] ?? -1)).toBe(true);
        });
      });
    }),
  );
});
