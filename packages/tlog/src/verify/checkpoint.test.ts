import { encodeBase64, encodeUtf8 } from '@ombud/kernel';
import { expect, test } from 'vitest';
import { expectRefused, refusal } from '../../test/tools.ts';
import { cosign, generateKey, parsePrivateKey, signNote } from '../tree/sign-note.ts';
import {
  type Checkpoint,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  sameCheckpoint,
  verifyGrowth,
} from './checkpoint.ts';
import { emptyRoot, leafHash, nodeHash } from './merkle.ts';

const root = leafHash(encodeUtf8('one'));
const log = parsePrivateKey(generateKey('a').privateKey);
const witness = parsePrivateKey(generateKey('w', 'cosignature').privateKey);

test('a checkpoint is three lines, and is read as it was written', () => {
  const checkpoint = { origin: 'example.org/loans', size: 123_456_789_012, root };
  const text = formatCheckpoint(checkpoint);
  expect(text).toBe(`example.org/loans\n123456789012\n${encodeBase64(root)}\n`);
  expect(parseCheckpoint(text)).toEqual(checkpoint);
});

test('anything but these three lines is refused', () => {
  const hash = encodeBase64(root);
  for (const text of [
    '',
    `a\n1\n${hash}`,
    `a\n1\n${hash}\nextension\n`,
    `a\n1\n${hash}\n\n`,
    `\n1\n${hash}\n`,
    `a\n01\n${hash}\n`,
    `a\n+1\n${hash}\n`,
    `a\n1.0\n${hash}\n`,
    `a\n1e3\n${hash}\n`,
    `a\n 1\n${hash}\n`,
    `a\n9007199254740992\n${hash}\n`,
    `a\n1\n${hash.slice(0, -1)}\n`,
    `a\n1\n${encodeBase64(root.slice(1))}\n`,
    `a\n0\n${hash}\n`,
    `a\r\n1\n${hash}\n`,
    `a\u0000\n1\n${hash}\n`,
  ]) {
    expectRefused(() => parseCheckpoint(text), 'OMBUD_E_VERIFY_CHECKPOINT');
  }
  expectRefused(() => formatCheckpoint({ origin: 'a\nb', size: 1, root }), 'OMBUD_E_VERIFY_CHECKPOINT');
  expectRefused(() => formatCheckpoint({ origin: 'a', size: -1, root }), 'OMBUD_E_VERIFY_CHECKPOINT');
});

test('only the log of the origin can sign its checkpoint, and witnesses alone cannot', () => {
  const text = formatCheckpoint({ origin: 'b', size: 1, root });
  expectRefused(() => openCheckpoint(signNote(text, [log]), [log.key]), 'OMBUD_E_VERIFY_ORIGIN');
  const witnessed = `${text}\n${cosign(text, witness, 1)}`;
  expectRefused(() => openCheckpoint(witnessed, [log.key, witness.key]), 'OMBUD_E_VERIFY_UNSIGNED');
});

test('after a rotation the old and the new key of a name both open its checkpoints', () => {
  const next = parsePrivateKey(generateKey('a').privateKey);
  const text = formatCheckpoint({ origin: 'a', size: 1, root });
  for (const signers of [[log], [next], [log, next]]) {
    expect(openCheckpoint(signNote(text, signers), [log.key, next.key]).signatures.length).toBe(
      signers.length,
    );
  }
});

test('growth: from empty, one step, moved back, split, and another log', () => {
  const leaf = leafHash(encodeUtf8('two'));
  const empty: Checkpoint = { origin: 'a', size: 0, root: emptyRoot() };
  const one: Checkpoint = { origin: 'a', size: 1, root };
  const two: Checkpoint = { origin: 'a', size: 2, root: nodeHash(root, leaf) };
  expect(refusal(() => verifyGrowth(empty, two, []))).toBeNull();
  expect(refusal(() => verifyGrowth(one, two, [leaf]))).toBeNull();
  expect(refusal(() => verifyGrowth(two, two, []))).toBeNull();
  expectRefused(() => verifyGrowth(empty, two, [leaf]), 'OMBUD_E_VERIFY_PROOF');
  expectRefused(() => verifyGrowth({ ...empty, root }, two, []), 'OMBUD_E_VERIFY_ROOT');
  expectRefused(() => verifyGrowth(one, two, [root]), 'OMBUD_E_VERIFY_ROOT');
  expectRefused(() => verifyGrowth(two, one, []), 'OMBUD_E_VERIFY_ROLLBACK');
  expectRefused(() => verifyGrowth(one, empty, []), 'OMBUD_E_VERIFY_ROLLBACK');
  expectRefused(() => verifyGrowth(one, { ...one, root: leaf }, []), 'OMBUD_E_VERIFY_SPLIT');
  expectRefused(() => verifyGrowth(one, { ...two, origin: 'b' }, [leaf]), 'OMBUD_E_VERIFY_ORIGIN');
});

test('two checkpoints are the same by origin, size and root, whoever signed', () => {
  const one: Checkpoint = { origin: 'a', size: 1, root };
  expect(sameCheckpoint(one, { ...one, root: Uint8Array.from(root) })).toBe(true);
  expect(sameCheckpoint(one, { ...one, size: 2 })).toBe(false);
  expect(sameCheckpoint(one, { ...one, origin: 'b' })).toBe(false);
  expect(sameCheckpoint(one, { ...one, root: emptyRoot() })).toBe(false);
});
