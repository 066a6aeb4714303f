import { concatBytes } from '@ombud/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { naiveLeaf, naiveRoot } from '../../test/naive.ts';
import { expectRefused, sampleEntries } from '../../test/tools.ts';
import {
  entriesPath,
  newTiles,
  parseTilePath,
  requireTile,
  tileHash,
  tileNode,
  tilePath,
  tileWidth,
} from './tile.ts';

const anyWidth = fc.integer({ min: 1, max: 256 });
const anyIndex = fc.maxSafeNat();

test('every path is read back as what it names', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 63 }), anyIndex, anyWidth, (level, index, width) => {
      expect(parseTilePath(tilePath(level, index, width))).toEqual({ kind: 'tile', level, index, width });
      expect(parseTilePath(entriesPath(index, width))).toEqual({ kind: 'entries', index, width });
    }),
  );
});

test('other spellings of a path are refused', () => {
  for (const path of [
    '',
    'tile/0/000/',
    '/tile/0/000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001/x002',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/08',
    'tile/0/000.p/',
    'tile/data/000',
    'tile/entries/000.p/256',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
    'tile/8/0/000',
  ]) {
    expectRefused(() => parseTilePath(path), 'OMBUD_E_VERIFY_TILE');
  }
  expectRefused(() => tilePath(0, 0, 0), 'OMBUD_E_VERIFY_TILE');
  expectRefused(() => tilePath(0, 0, 257), 'OMBUD_E_VERIFY_TILE');
  expectRefused(() => tilePath(0, -1), 'OMBUD_E_VERIFY_TILE');
  expectRefused(() => tilePath(64, 0), 'OMBUD_E_VERIFY_TILE');
});

test('the new tiles of two growths together are those that one growth has, but for tiles that grew twice', () => {
  const sizes = fc.tuple(fc.nat(200_000), fc.nat(200_000), fc.nat(200_000));
  fc.assert(
    fc.property(sizes, (numbers) => {
      const [a = 0, b = 0, c = 0] = [...numbers].sort((x, y) => x - y);
      const keys = (from: number, to: number) =>
        [...newTiles(from, to)].map(({ level, index }) => `${level}/${index}`);
      expect(new Set([...keys(a, b), ...keys(b, c)])).toEqual(new Set(keys(a, c)));
      for (const { level, index, width } of newTiles(a, c)) expect(width).toBe(tileWidth(c, level, index));
    }),
    { numRuns: 30 },
  );
});

test('the hash of a full tile, and of any width, is the tree hash of its leaves', () => {
  const leaves = sampleEntries(256).map(naiveLeaf);
  const tile = concatBytes(...leaves);
  expect(tileHash(tile, 7)).toEqual(leaves[7]);
  for (const count of [1, 2, 3, 128, 200, 256]) {
    expect(tileNode(tile, 0, count)).toEqual(naiveRoot(leaves.slice(0, count)));
  }
  expect(tileNode(tile, 64, 32)).toEqual(naiveRoot(leaves.slice(64, 96)));
  expectRefused(() => tileNode(tile, 0, 0), 'OMBUD_E_VERIFY_TILE');
});

test('a tile of another length than its width promises is refused', () => {
  expectRefused(() => requireTile(new Uint8Array(33), 1), 'OMBUD_E_VERIFY_TILE');
  expectRefused(() => requireTile(new Uint8Array(64), 1), 'OMBUD_E_VERIFY_TILE');
});
