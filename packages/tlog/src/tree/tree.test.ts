import fc from 'fast-check';
import { expect, test } from 'vitest';
import { naiveConsistency, naiveInclusion, naiveLeaf, naiveRoot } from '../../test/naive.ts';
import { at, expectRefused, hex, sampleEntries } from '../../test/tools.ts';
import { leafHash, nodeHash, verifyConsistency, verifyInclusion } from '../verify/merkle.ts';
import { newTiles, tileNode, tilePath } from '../verify/tile.ts';
import {
  appendLeaves,
  appendTiles,
  type CompactRange,
  copyRange,
  emptyRange,
  fullTileRoot,
  openRange,
  rangeRoot,
} from './compact-range.ts';
import {
  fastHasher,
  hashBytes,
  hashLatin1,
  leafHashLatin1,
  nodeHashLatin1,
  tileNodeLatin1,
} from './hasher.ts';
import { inclusionNodes, tileKey } from './nodes.ts';
import {
  consistencyProof,
  consistencyTiles,
  inclusionProof,
  inclusionTiles,
  rootAt,
  rootTiles,
  type TileSource,
} from './proof.ts';

type Store = Map<string, Uint8Array>;

function source(store: Store, allowed?: ReadonlySet<string>): TileSource {
  return (tile) => {
    if (allowed !== undefined && !allowed.has(tileKey(tile)))
      throw new Error(`${tileKey(tile)} was not asked for`);
    const bytes = store.get(tileKey(tile));
    if (bytes === undefined) throw new Error(`${tileKey(tile)} is not stored`);
    return bytes;
  };
}

/** The stored tiles as text, in no particular order. */
function text(store: Store): string[] {
  return [...store].map(([key, bytes]) => `${key} ${hex([bytes])}`).sort();
}

function grow(range: CompactRange, store: Store, entries: readonly Uint8Array[]): void {
  for (const tile of appendLeaves(range, entries.map(leafHashLatin1))) store.set(tileKey(tile), tile.bytes);
}

test('the fast hasher gives what the verifier gives, for any bytes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 9000 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (data, other) => {
        const leaf = leafHash(data);
        expect(fastHasher.leaf(data)).toEqual(leaf);
        expect(fastHasher.node(leaf, other)).toEqual(nodeHash(leaf, other));
        expect(hashBytes(nodeHashLatin1(hashLatin1(leaf), hashLatin1(other)))).toEqual(nodeHash(leaf, other));
      },
    ),
    { numRuns: 60 },
  );
});

test('the fast hash of a run of a tile is that of the verifier, also where the tile is a part of a larger buffer', () => {
  const tile = new Uint8Array(100 + 8192).fill(7).subarray(100);
  sampleEntries(256).forEach((entry, i) => {
    tile.set(leafHash(entry), 32 * i);
  });
  for (const [start, count] of [
    [0, 256],
    [128, 64],
    [6, 2],
    [255, 1],
  ] as const) {
    expect(hashBytes(tileNodeLatin1(tile, start, count))).toEqual(tileNode(tile, start, count));
  }
});

test('roots and proofs equal the naive ones for every pair of sizes to 100, read from the tiles of the last tree', () => {
  const entries = sampleEntries(100);
  const leaves = entries.map(naiveLeaf);
  const [range, store]: [CompactRange, Store] = [emptyRange(), new Map()];
  for (const entry of entries) grow(range, store, [entry]);
  for (let size = 0; size <= 100; size++) {
    const some = leaves.slice(0, size);
    expect(rootAt(size, source(store))).toEqual(naiveRoot(some));
    for (let m = 0; m < size; m++) {
      expect(hex(inclusionProof(m, size, source(store)))).toBe(hex(naiveInclusion(m, some)));
      if (m > 0) expect(hex(consistencyProof(m, size, source(store)))).toBe(hex(naiveConsistency(m, some)));
    }
  }
});

test('however the entries are batched and the tree reopened, the tiles and the root are the same', () => {
  const entries = sampleEntries(1300);
  const [whole, wholeStore]: [CompactRange, Store] = [emptyRange(), new Map()];
  grow(whole, wholeStore, entries);
  expect(rangeRoot(whole)).toEqual(naiveRoot(entries.map(naiveLeaf)));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 6 }), (batches) => {
      let [range, store]: [CompactRange, Store] = [emptyRange(), new Map()];
      for (const count of [...batches, 1300]) {
        grow(range, store, entries.slice(range.size, range.size + count));
        range = openRange(range.size, source(store));
        expect(rangeRoot(range)).toEqual(rootAt(range.size, source(store)));
      }
      expect(text(store)).toEqual(text(wholeStore));
    }),
    { numRuns: 15 },
  );
});

test('a copied range goes its own way', () => {
  const [range, store]: [CompactRange, Store] = [emptyRange(), new Map()];
  grow(range, store, sampleEntries(300));
  const copy = copyRange(range);
  const root = rangeRoot(range);
  grow(copy, new Map(), sampleEntries(400));
  expect(rangeRoot(range)).toEqual(root);
  expect(range.size).toBe(300);
});

test('each append gives exactly the tiles that a log must publish', () => {
  const range = emptyRange();
  for (const count of [1, 255, 1, 700, 64_579]) {
    const before = range.size;
    const given = appendLeaves(range, sampleEntries(count).map(leafHashLatin1)).map((tile) => {
      expect(tile.bytes.length).toBe(32 * tile.width);
      return tilePath(tile.level, tile.index, tile.width);
    });
    const expected = [...newTiles(before, range.size)].map(({ level, index, width }) =>
      tilePath(level, index, width),
    );
    expect(given.sort()).toEqual(expected.sort());
  }
});

test('proofs of a tree of 70,000 entries verify from the tiles that were named, and no others', () => {
  const [range, store]: [CompactRange, Store] = [emptyRange(), new Map()];
  const entries = sampleEntries(70_000);
  grow(range, store, entries);
  const root = rangeRoot(range);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70_000 }), fc.nat(), (size, seed) => {
      const index = seed % size;
      const keys = (tiles: readonly { level: number; index: number }[]) => new Set(tiles.map(tileKey));
      const oldRoot = rootAt(size, source(store, keys(rootTiles(size))));
      const proof = inclusionProof(index, size, source(store, keys(inclusionTiles(index, size))));
      verifyInclusion({ index, size, leafHash: leafHash(at(entries, index)), proof, root: oldRoot });
      const grown = consistencyProof(size, 70_000, source(store, keys(consistencyTiles(size, 70_000))));
      verifyConsistency({ oldSize: size, oldRoot, newSize: 70_000, newRoot: root, proof: grown });
    }),
    { numRuns: 60 },
  );
});

test('a proof in 10 million entries needs at most 5 tiles, and in 2^50 at most 13', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.integer({ min: 0, max: 2 ** 50 - 1 }),
      (index, far) => {
        expect(inclusionTiles(index, 10_000_000).length).toBeLessThanOrEqual(5);
        expect(inclusionTiles(far, 2 ** 50).length).toBeLessThanOrEqual(13);
        expect(inclusionNodes(far, 2 ** 50).length).toBe(50);
      },
    ),
  );
});

test('indexes and sizes outside the tree are refused', () => {
  const none: TileSource = () => new Uint8Array(0);
  expectRefused(() => inclusionProof(3, 3, none), 'OMBUD_E_VERIFY_RANGE');
  expectRefused(() => inclusionProof(-1, 3, none), 'OMBUD_E_VERIFY_RANGE');
  expectRefused(() => consistencyProof(4, 3, none), 'OMBUD_E_VERIFY_RANGE');
  expectRefused(() => rootAt(Number.NaN, none), 'OMBUD_E_VERIFY_RANGE');
  expectRefused(() => rootAt(3, none), 'OMBUD_E_VERIFY_TILE');
  expectRefused(() => openRange(3, none), 'OMBUD_E_VERIFY_TILE');
});

test('whole tiles put behind a tree give the tree, and the tiles above, that their leaves give', () => {
  const leaves = sampleEntries(256 * 258 + 3).map(leafHashLatin1);
  const roots = Array.from({ length: 258 }, (_, i) =>
    fullTileRoot(Buffer.from(leaves.slice(i * 256, (i + 1) * 256).join(''), 'latin1')),
  );
  const [byLeaves, byTiles] = [emptyRange(), emptyRange()];
  const above = appendLeaves(byLeaves, leaves.slice(0, 256 * 258)).filter(({ level }) => level > 0);
  expect(appendTiles(byTiles, roots)).toEqual(above);
  expect(rangeRoot(byTiles)).toEqual(rangeRoot(byLeaves));
  for (const range of [byLeaves, byTiles]) appendLeaves(range, leaves.slice(256 * 258));
  expect(rangeRoot(byTiles)).toEqual(rangeRoot(byLeaves));
  expect(() => appendTiles(byTiles, roots)).toThrow(RangeError);
});
