import { expect, test } from 'vitest';
import { naiveConsistency, naiveInclusion, naiveLeaf, naiveRoot } from '../../test/naive.ts';
import { at, bitFlips, expectRefused, sampleEntries } from '../../test/tools.ts';
import { leafHash, rootFromInclusion, verifyConsistency, verifyInclusion } from './merkle.ts';

const max = 100;
const leaves = sampleEntries(max).map(naiveLeaf);
const roots = Array.from({ length: max + 1 }, (_, size) => naiveRoot(leaves.slice(0, size)));

test('the leaf hash is that of the naive implementation', () => {
  sampleEntries(20).forEach((entry, i) => {
    expect(leafHash(entry)).toEqual(leaves[i]);
  });
});

test('inclusion: each of the 5,050 leaves of trees to 100 verifies, and at no other index', () => {
  for (let size = 1; size <= max; size++) {
    for (let index = 0; index < size; index++) {
      const proof = naiveInclusion(index, leaves.slice(0, size));
      const claim = { index, size, leafHash: at(leaves, index), proof, root: at(roots, size) };
      verifyInclusion(claim);
      expectRefused(() => verifyInclusion({ ...claim, index: index === 0 ? size - 1 || 1 : index - 1 }));
    }
  }
});

test('consistency: each of the 5,050 pairs of sizes to 100 verifies, and with no other old root', () => {
  for (let newSize = 1; newSize <= max; newSize++) {
    for (let oldSize = 1; oldSize <= newSize; oldSize++) {
      const proof = naiveConsistency(oldSize, leaves.slice(0, newSize));
      const claim = { oldSize, oldRoot: at(roots, oldSize), newSize, newRoot: at(roots, newSize), proof };
      verifyConsistency(claim);
      expectRefused(() => verifyConsistency({ ...claim, oldRoot: at(roots, oldSize - 1) }));
    }
  }
});

test('a proof with one hash more or less is refused, for every index and pair to 40', () => {
  const extra = new Uint8Array(32);
  for (let size = 2; size <= 40; size++) {
    for (let m = 1; m < size; m++) {
      const inclusion = naiveInclusion(m, leaves.slice(0, size));
      const claim = { index: m, size, leafHash: at(leaves, m), root: at(roots, size) };
      expectRefused(
        () => verifyInclusion({ ...claim, proof: [...inclusion, extra] }),
        'OMBUD_E_VERIFY_PROOF',
      );
      expectRefused(() => verifyInclusion({ ...claim, proof: inclusion.slice(1) }));
      const consistency = naiveConsistency(m, leaves.slice(0, size));
      const growth = { oldSize: m, oldRoot: at(roots, m), newSize: size, newRoot: at(roots, size) };
      expectRefused(
        () => verifyConsistency({ ...growth, proof: [...consistency, extra] }),
        'OMBUD_E_VERIFY_PROOF',
      );
      expectRefused(() => verifyConsistency({ ...growth, proof: consistency.slice(1) }));
    }
  }
});

test.each([
  [1, 2],
  [3, 7],
  [7, 8],
  [13, 37],
  [64, 100],
])('each bit of the proofs for %i in %i is caught', (m, size) => {
  const inclusion = naiveInclusion(m, leaves.slice(0, size));
  const claim = { index: m, size, leafHash: at(leaves, m), root: at(roots, size) };
  inclusion.forEach((hash, i) => {
    for (const flipped of bitFlips(hash)) {
      expectRefused(
        () => verifyInclusion({ ...claim, proof: inclusion.with(i, flipped) }),
        'OMBUD_E_VERIFY_ROOT',
      );
    }
  });
  for (const flipped of bitFlips(claim.leafHash)) {
    expectRefused(
      () => verifyInclusion({ ...claim, leafHash: flipped, proof: inclusion }),
      'OMBUD_E_VERIFY_ROOT',
    );
  }
  const consistency = naiveConsistency(m, leaves.slice(0, size));
  const growth = { oldSize: m, oldRoot: at(roots, m), newSize: size, newRoot: at(roots, size) };
  consistency.forEach((hash, i) => {
    for (const flipped of bitFlips(hash)) {
      expectRefused(
        () => verifyConsistency({ ...growth, proof: consistency.with(i, flipped) }),
        'OMBUD_E_VERIFY_ROOT',
      );
    }
  });
  for (const oldRoot of bitFlips(growth.oldRoot)) {
    expectRefused(() => verifyConsistency({ ...growth, oldRoot, proof: consistency }), 'OMBUD_E_VERIFY_ROOT');
  }
});

test('each wrong input has its own code', () => {
  const root = at(roots, 4);
  const claim = {
    index: 4,
    size: 4,
    leafHash: at(leaves, 3),
    proof: naiveInclusion(3, leaves.slice(0, 4)),
    root,
  };
  expectRefused(() => verifyInclusion(claim), 'OMBUD_E_VERIFY_RANGE');
  expectRefused(() => verifyInclusion({ ...claim, index: 0, size: 0 }), 'OMBUD_E_VERIFY_RANGE');
  expectRefused(() => verifyInclusion({ ...claim, index: 1.5 }), 'OMBUD_E_VERIFY_RANGE');
  expectRefused(() => verifyInclusion({ ...claim, index: 2 ** 53, size: 2 ** 54 }), 'OMBUD_E_VERIFY_RANGE');
  expectRefused(
    () => verifyInclusion({ ...claim, index: 3, leafHash: root.slice(1) }),
    'OMBUD_E_VERIFY_HASH',
  );
  const growth = { oldSize: 4, oldRoot: root, newSize: 3, newRoot: at(roots, 3), proof: [] };
  expectRefused(() => verifyConsistency(growth), 'OMBUD_E_VERIFY_ROLLBACK');
  expectRefused(() => verifyConsistency({ ...growth, oldSize: 0 }), 'OMBUD_E_VERIFY_EMPTY_TREE');
  expectRefused(() => verifyConsistency({ ...growth, newSize: 4 }), 'OMBUD_E_VERIFY_SPLIT');
  expectRefused(() => verifyConsistency({ ...growth, newSize: 5 }), 'OMBUD_E_VERIFY_PROOF');
});

test('indexes beyond 32 bits follow the same path as their low bits do', () => {
  // Leaf 2^40 of 2^40 + 1 leaves is the right child of the root; its only sibling is the whole left tree.
  const [leaf, left] = [at(leaves, 0), at(leaves, 1)];
  const one = rootFromInclusion({ index: 2 ** 40, size: 2 ** 40 + 1, leafHash: leaf, proof: [left] });
  expect(one).toEqual(rootFromInclusion({ index: 1, size: 2, leafHash: leaf, proof: [left] }));
});
