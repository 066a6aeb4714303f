import { decodeUtf8, encodeUtf8 } from '@ombud/kernel';
import { expect, test } from 'vitest';
import {
  formatCheckpoint,
  formatReceipt,
  openCheckpoint,
  openNote,
  verifyPublished,
  verifyReceipt,
} from '../src/index.ts';
import { cosign, generateKey, parsePrivateKey, signNote } from '../src/tree/sign-note.ts';
import { naiveInclusion, naiveLeaf, naiveRoot } from './naive.ts';
import { publishToMap } from './publish.ts';
import { at, bitFlips, expectRefused, refusal, sampleEntries } from './tools.ts';

/**
 * The tests that no changed bit goes unseen. The slow suite changes every bit (step 1); the quick one every 9th, which
 * is about one in each byte and each place in turn.
 */
export function testBitChanges(step: number): void {
  const which = step === 1 ? 'every bit' : `every ${step}th bit`;
  const log = parsePrivateKey(generateKey('a').privateKey);
  const witness = parsePrivateKey(generateKey('w', 'cosignature').privateKey);
  const entries = sampleEntries(3);
  const leaves = entries.map(naiveLeaf);
  const text = formatCheckpoint({ origin: 'a', size: 3, root: naiveRoot(leaves) });

  test(`${which} of a signed note, changed alone, is caught`, () => {
    for (const flipped of bitFlips(encodeUtf8(signNote('ab\n', [log])), step)) {
      expectRefused(() => openNote(flipped, [log.key]));
    }
  });

  test(`${which} of a cosigned note is caught: it is refused, or one signature no longer counts`, () => {
    const note = encodeUtf8(`${signNote('a\n', [log])}${cosign('a\n', witness, 1_800_000_000)}`);
    const both = [log.key, witness.key];
    expect(openNote(note, both).signatures.map(({ time }) => time)).toEqual([null, 1_800_000_000]);
    for (const flipped of bitFlips(note, step)) {
      refusal(() => {
        const opened = openNote(flipped, both);
        expect(opened.text).toBe('a\n');
        expect(opened.signatures.length).toBe(1);
      });
    }
  });

  test(`${which} of a signed checkpoint is caught`, () => {
    for (const flipped of bitFlips(encodeUtf8(signNote(text, [log])), step)) {
      expectRefused(() => openCheckpoint(flipped, [log.key]));
    }
  });

  test(`${which} of a receipt and of its entry is caught`, () => {
    const entry = at(entries, 1);
    const checkpoint = signNote(text, [log]);
    const receipt = formatReceipt({ index: 1, proof: naiveInclusion(1, leaves), checkpoint, extra: null });
    for (const flipped of bitFlips(encodeUtf8(receipt), step)) {
      const changed = decodeUtf8(flipped);
      if (changed !== null) expectRefused(() => verifyReceipt(changed, { entry }, [log.key]));
    }
    for (const changed of bitFlips(entry, step)) {
      expectRefused(() => verifyReceipt(receipt, { entry: changed }, [log.key]), 'OMBUD_E_VERIFY_ROOT');
    }
  });

  test(`${which} of every tile and entry bundle of a small log is caught`, async () => {
    const { files, root } = publishToMap(entries);
    const read = (changed: string, bytes: Uint8Array) => async (path: string) =>
      path === changed ? bytes : (files.get(path) ?? new Uint8Array(0));
    await verifyPublished({ size: 3, root }, read('', new Uint8Array(0)));
    expect([...files.keys()].sort()).toEqual(['tile/0/000.p/3', 'tile/entries/000.p/3']);
    for (const [path, bytes] of files) {
      for (const flipped of bitFlips(bytes, step)) {
        await expect(verifyPublished({ size: 3, root }, read(path, flipped))).rejects.toThrow();
      }
    }
  });
}
