import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packRows, unpackRows } from './packed-rows.ts';

const cells = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.maxSafeInteger(), fc.constant(null)));

test('rows that cross to a thread arrive as they were', () => {
  const all = fc.record({
    entries: cells,
    payloads: cells,
    attributes: cells,
    requests: cells,
    people: cells,
  });
  fc.assert(
    fc.property(all, (rows) => {
      const commit = {
        from: 1,
        size: 2,
        time: 't',
        cells: rows,
        indexKey: new Uint8Array(32),
        tiles: [],
        note: 'n',
        erase: [],
        forget: [],
        keys: [],
        inOne: false,
      };
      expect(unpackRows(structuredClone(packRows(commit)))).toEqual(commit);
    }),
  );
});
