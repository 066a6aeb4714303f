import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupKey, pairKey, sameGroup } from './group.ts';

const groups = fc.dictionary(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  {
    maxKeys: 4,
    noNullPrototype: true,
  },
);
const reversed = (group: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(group).reverse());

test('the order of the attributes does not matter', () => {
  fc.assert(
    fc.property(groups, (group) => {
      expect(groupKey(reversed(group))).toBe(groupKey(group));
    }),
  );
});

test('two groups have one key only where they are the same', () => {
  const entries = (group: Readonly<Record<string, string>>) => new Map(Object.entries(group));
  const equal = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
    a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
  fc.assert(
    fc.property(groups, groups, (a, b) => {
      expect(sameGroup(a, b)).toBe(equal(entries(a), entries(b)));
    }),
  );
});

test('two pairs have one key only where both groups are the same, also with line ends in the values', () => {
  fc.assert(
    fc.property(fc.tuple(groups, groups), fc.tuple(groups, groups), ([a, b], [c, d]) => {
      const same = sameGroup(a, c) && sameGroup(b, d);
      expect(pairKey(groupKey(a), groupKey(b)) === pairKey(groupKey(c), groupKey(d))).toBe(same);
    }),
  );
  expect(groupKey({ a: 'x\ny' })).not.toContain('\n');
});
