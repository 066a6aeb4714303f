import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binaryText, parseBinary, parseList, parsePair, quoteName } from './role-text.ts';

test.each([
  ['approved', { column: 'approved' }],
  ['approved=yes', { column: 'approved', positive: ['yes'] }],
  ['approved=yes, granted', { column: 'approved', positive: ['yes', 'granted'] }],
  ['score>=7', { column: 'score', condition: { operator: '>=', value: 7 } }],
  ['my score < -1.5e2', { column: 'my score', condition: { operator: '<', value: -150 } }],
  ['classification=>50K', { column: 'classification', positive: ['>50K'] }],
  ['income=<=50K', { column: 'income', positive: ['<=50K'] }],
  ['income=>50', { column: 'income', positive: ['>50'] }],
  ['"a=b"', { column: 'a=b' }],
  ['"a=b"=c=d', { column: 'a=b', positive: ['c=d'] }],
  ['"a>b">=7', { column: 'a>b', condition: { operator: '>=', value: 7 } }],
  ['income=">50K","a,b"', { column: 'income', positive: ['>50K', 'a,b'] }],
  ['"say ""yes"""=1', { column: 'say "yes"', positive: ['1'] }],
  ['a=""', { column: 'a', positive: [''] }],
])('%s is %j', (text, spec) => {
  expect(parseBinary(text)).toEqual(spec);
});

test.each(['a=', 'a=,', '"a" ='])('%s names no value', (text) => {
  expect(parseBinary(text)).toBeNull();
});

const name = fc.string({
  unit: fc.constantFrom('a', 'b', '=', '>', '<', ',', '"', ' ', '7', 'ü'),
  minLength: 1,
});

test('every column and value can be typed, and is read back', () => {
  fc.assert(
    fc.property(name, fc.array(name, { minLength: 1, maxLength: 3 }), (column, positive) => {
      const spec = { column, positive };
      expect(parseBinary(binaryText(spec))).toEqual(spec);
      expect(parseBinary(quoteName(column))).toEqual({ column });
      expect(parseList(positive.map(quoteName).join(','))).toEqual(positive);
      expect(parsePair(`${quoteName(column)}=x`)).toEqual([column, 'x']);
    }),
  );
});

test('every condition can be typed, and is read back', () => {
  const value = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x));
  fc.assert(
    fc.property(name, fc.constantFrom('>=', '>', '<=', '<'), value, (column, operator, limit) => {
      const spec = { column, condition: { operator, value: limit } } as const;
      expect(parseBinary(binaryText(spec))).toEqual(spec);
    }),
  );
});
