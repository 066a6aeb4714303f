import { parseCondition } from '@ombud/contract/roles';
import { nearest } from '@ombud/kernel';
import { binaryReader, missingReader, resolveBinary } from '@ombud/table';
import { told } from '@ombud/testing';
import { expect, test } from 'vitest';
import { groupings } from './groupings.ts';

const counts = (...values: string[]) => new Map(values.map((value) => [value, 1]));

test.each([
  [['yes', 'no'], 'yes'],
  [['1', '0'], '1'],
  [['1.0', '0.0'], '1.0'],
  [['True', 'False'], 'True'],
  [['approved', 'withdrawn'], 'approved'],
])('of %j the positive value is plain', (values, positive) => {
  expect(resolveBinary('decision', { column: 'd' }, counts(...values))).toEqual({
    column: 'd',
    positive: [positive],
  });
});

test.each([[['1', '2']], [['a', 'b']], [['yes', 'approved']], [['yes', 'no', 'maybe']]])(
  'of %j it is not',
  (values) => {
    expect(() => resolveBinary('decision', { column: 'd' }, counts(...values))).toThrow(
      expect.objectContaining({ code: 'OMBUD_E_NOT_BINARY' }),
    );
  },
);

test('1, "1.0" and "01" are one answer; a value that nobody has is refused', async () => {
  const role = resolveBinary('decision', { column: 'd', positive: ['1'] }, counts('1', '1.0', '01', '0'));
  expect(role).toMatchObject({ positive: ['01', '1', '1.0'] });
  const refused = () => resolveBinary('decision', { column: 'd', positive: ['yess'] }, counts('yes', 'no'));
  expect(await told(refused)).toMatch(/no value "yess".*Did you mean "yes"/);
});

test('with negative values given, any other is missing', () => {
  const read = binaryReader(
    resolveBinary('decision', { column: 'd', positive: ['a'], negative: ['b'] }, counts('a', 'b', 'c')),
  );
  expect(['a', 'b', 'c', null].map(read)).toEqual([true, false, null, null]);
});

test.each([
  ['>=7', { operator: '>=', value: 7 }],
  [' < -1.5e2 ', { operator: '<', value: -150 }],
  ['7', null],
  ['>=high', null],
])('%j as a condition', (text, threshold) => {
  expect(parseCondition(text)).toEqual(threshold);
});

test("missing markers have no case and no blanks around them; a list of one's own replaces them", () => {
  const read = missingReader();
  expect(['', ' ', 'N/A', ' Unknown ', '?', 'NaN', 'none', '0'].map(read)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    'none',
    '0',
  ]);
  expect(['unknown', 'none', ''].map(missingReader(['None']))).toEqual(['unknown', null, null]);
});

test('the nearest names, best first, and none for what is far', () => {
  expect(nearest('gendr', ['age', 'gender'])).toEqual(['gender']);
  expect(nearest('Gender', ['sex', 'gender_identity'])[0]).toBe('gender_identity');
  expect(nearest('zzzzzz', ['age', 'sex'])).toEqual([]);
});

test('groupings: each alone, intersections to the depth, and the full one', () => {
  expect(groupings(['a', 'b', 'c', 'd'], 2).map((names) => names.join(''))).toEqual([
    'a',
    'b',
    'c',
    'd',
    'ab',
    'ac',
    'ad',
    'bc',
    'bd',
    'cd',
    'abcd',
  ]);
  expect(groupings(['a', 'b'], 1)).toEqual([['a'], ['b']]);
  expect(groupings(['a'], 3)).toEqual([['a']]);
});
