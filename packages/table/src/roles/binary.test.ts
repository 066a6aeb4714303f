import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binaryReader, resolveBinary } from './binary.ts';

const spec = { column: 'd', positive: ['found'], negative: ['none'], declared: true } as const;
const counts = (...values: readonly string[]) => new Map(values.map((value) => [value, 3]));

test.each([[['found', 'none']], [['found']], [['none']], [['unknown']]])(
  'declared values of which the column holds %j are read as declared',
  (values) => {
    const read = binaryReader(resolveBinary('decision', spec, counts(...values)));
    const meant = new Map([
      ['found', true],
      ['none', false],
    ]);
    for (const value of values) expect([value, read(value)]).toEqual([value, meant.get(value) ?? null]);
  },
);

test('a value that a person typed and nobody has stays a typing error, on either side', () => {
  const { declared: _, ...typed } = spec;
  expect(() => resolveBinary('decision', typed, counts('found', 'other'))).toThrow('OMBUD_E_NO_SUCH_VALUE');
  expect(() => resolveBinary('decision', { column: 'd', positive: ['founds'] }, counts('found'))).toThrow(
    'OMBUD_E_NO_SUCH_VALUE',
  );
});

test('whatever part of the declared values is there, each is read on its own side', () => {
  const [yes, no] = [
    ['a', 'b', 'c'],
    ['x', 'y', 'z'],
  ];
  fc.assert(
    fc.property(fc.subarray([...yes, ...no, 'other'], { minLength: 1 }), (values) => {
      const asked = { column: 'd', positive: yes, negative: no, declared: true } as const;
      const read = binaryReader(resolveBinary('decision', asked, counts(...values)));
      for (const value of values)
        expect(read(value)).toBe(yes.includes(value) ? true : no.includes(value) ? false : null);
    }),
  );
});
