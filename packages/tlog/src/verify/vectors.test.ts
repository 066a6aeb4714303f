import { expect, test } from 'vitest';
import { at, expectRefused, hex, refusal } from '../../test/tools.ts';
import { listVectors, readVectors, vectors, vectorsReason } from '../../test/vectors.ts';
import { appendLeaves, emptyRange, rangeRoot } from '../tree/compact-range.ts';
import { hashBytes, leafHashLatin1 } from '../tree/hasher.ts';
import { parsePrivateKey, signNote } from '../tree/sign-note.ts';
import { parseCheckpoint, verifyGrowth } from './checkpoint.ts';
import { parseReceipt } from './inclusion-receipt.ts';
import { formatVerifierKey, parseVerifierKey } from './key.ts';
import { emptyRoot, leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle.ts';
import { openNote } from './note.ts';
import { entriesPath, newTiles, parseTilePath, tilePath, tileWidth } from './tile.ts';

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const unhex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const skip = vectors === null;

type Inclusion = {
  leafIdx: number;
  treeSize: number;
  root: string;
  leafHash: string;
  proof: string[] | null;
  wantErr: boolean;
};
type Consistency = {
  size1: number;
  size2: number;
  root1: string;
  root2: string;
  proof: string[] | null;
  wantErr: boolean;
};

test.skipIf(skip)(`98 inclusion vectors of transparency-dev/merkle${vectorsReason}`, () => {
  const files = listVectors('merkle/testdata/inclusion');
  expect(files.length).toBe(98);
  for (const file of files) {
    const { leafIdx, treeSize, root, leafHash, proof, wantErr } = readVectors<Inclusion>(file);
    const claim = { index: leafIdx, size: treeSize, root: bytes(root), leafHash: bytes(leafHash) };
    const code = refusal(() => verifyInclusion({ ...claim, proof: (proof ?? []).map(bytes) }));
    expect(code !== null, file).toBe(wantErr);
  }
});

test.skipIf(skip)(`98 consistency vectors of transparency-dev/merkle${vectorsReason}`, () => {
  const files = listVectors('merkle/testdata/consistency');
  expect(files.length).toBe(98);
  const fromEmpty: string[] = [];
  for (const file of files) {
    const { size1, size2, root1, root2, proof, wantErr } = readVectors<Consistency>(file);
    const claim = { oldSize: size1, newSize: size2, oldRoot: bytes(root1), newRoot: bytes(root2) };
    const code = refusal(() => verifyConsistency({ ...claim, proof: (proof ?? []).map(bytes) }));
    expect(code !== null, file).toBe(wantErr);
    if (size1 === 0) {
      expect(code, file).toBe('OMBUD_E_VERIFY_EMPTY_TREE');
      fromEmpty.push(file);
    }
  }
  expect(fromEmpty.length).toBe(9);
});

test.skipIf(skip)(
  `3 size-0 vectors (empty to empty) are judged by verifyGrowth instead${vectorsReason}`,
  () => {
    const cases = [
      ['roots-do-not-match-and-sizes-are-zero', 'OMBUD_E_VERIFY_ROOT'],
      ['sizes-are-equal-zero-but-roots-are-not', 'OMBUD_E_VERIFY_ROOT'],
      ['sizes-match-but-proof-is-not-empty-and-sizes-are-zero', 'OMBUD_E_VERIFY_PROOF'],
    ] as const;
    for (const [name, code] of cases) {
      const vector = readVectors<Consistency>(`merkle/testdata/consistency/additional/${name}.json`);
      const [older, newer] = [vector.root1, vector.root2].map((root) => ({
        origin: 'a',
        size: 0,
        root: bytes(root),
      }));
      if (older === undefined || newer === undefined) throw new Error('no roots');
      expectRefused(() => verifyGrowth(older, newer, (vector.proof ?? []).map(bytes)), code);
    }
    const empty = { origin: 'a', size: 0, root: emptyRoot() };
    expect(refusal(() => verifyGrowth(empty, empty, []))).toBeNull();
  },
);

type Reference = {
  leafInputsHex: string[];
  rootHashesHex_bySize0to8: string[];
  nodeHashesHex_level0x8_1x4_2x2_3x1: string[];
  hasher: { empty: string; leaf_emptyString: string; leaf_L123456: string; node_N123_N456: string };
};

test.skipIf(skip)(`RFC 6962 reference: 9 roots, 15 nodes, 4 hashes${vectorsReason}`, () => {
  const reference = readVectors<Reference>('rfc6962-reference.json');
  const inputs = reference.leafInputsHex.map(unhex);
  const edge = emptyRange();
  const found = [hex([rangeRoot(edge)])];
  for (const input of inputs) {
    appendLeaves(edge, [leafHashLatin1(input)]);
    found.push(hex([rangeRoot(edge)]));
  }
  expect(found).toEqual(reference.rootHashesHex_bySize0to8);
  let row = inputs.map(leafHash);
  const nodes = [...row];
  while (row.length > 1) {
    row = row.flatMap((left, i) => (i % 2 === 0 ? [nodeHash(left, at(row, i + 1))] : []));
    nodes.push(...row);
  }
  expect(nodes.map((node) => hex([node]))).toEqual(reference.nodeHashesHex_level0x8_1x4_2x2_3x1);
  const text = (value: string) => new TextEncoder().encode(value);
  expect(hex([emptyRoot()])).toBe(reference.hasher.empty);
  expect(hex([leafHash(text(''))])).toBe(reference.hasher.leaf_emptyString);
  expect(hex([hashBytes(leafHashLatin1(text('L123456')))])).toBe(reference.hasher.leaf_L123456);
  expect(hex([nodeHash(text('N123'), text('N456'))])).toBe(reference.hasher.node_N123_N456);
});

type SumdbNotes = {
  peter_vkey: string;
  peter_skey: string;
  enoch_vkey: string;
  text: string;
  signed_by_peter: string;
  signed_by_both: string;
  bad_vkeys: string[];
  malformed_notes: string[];
  malformed_note_bytes_hex_invalid_utf8: string;
  invalid_signature_note: string;
};

test.skipIf(skip)(`Go sumdb notes: signed by one, by two, 2 bad keys, 9 bad notes${vectorsReason}`, () => {
  const notes = readVectors<SumdbNotes>('go-sumdb/note.json');
  const [peter, enoch] = [parseVerifierKey(notes.peter_vkey), parseVerifierKey(notes.enoch_vkey)];
  expect([formatVerifierKey(peter), formatVerifierKey(enoch)]).toEqual([notes.peter_vkey, notes.enoch_vkey]);
  const names = (note: string, keys = [peter, enoch]) =>
    openNote(note, keys).signatures.map(({ key }) => key.name);
  expect(openNote(notes.signed_by_peter, [peter]).text).toBe(notes.text);
  expect(names(notes.signed_by_both)).toEqual(['PeterNeumann', 'EnochRoot']);
  expect(names(notes.signed_by_both, [enoch])).toEqual(['EnochRoot']);
  expectRefused(() => openNote(notes.signed_by_peter, [enoch]), 'OMBUD_E_VERIFY_UNSIGNED');
  expect(signNote(notes.text, [parsePrivateKey(notes.peter_skey)])).toBe(notes.signed_by_peter);
  for (const vkey of notes.bad_vkeys) expectRefused(() => parseVerifierKey(vkey), 'OMBUD_E_VERIFY_KEY');
  const line = at(notes.signed_by_peter.split('\n\n'), 1);
  const malformed = [
    ...notes.malformed_notes,
    unhex(notes.malformed_note_bytes_hex_invalid_utf8),
    `${notes.text}\n${line.repeat(101)}`,
  ];
  expect(malformed.length).toBe(8);
  for (const note of malformed) expectRefused(() => openNote(note, [peter]), 'OMBUD_E_VERIFY_NOTE');
  expectRefused(() => openNote(notes.invalid_signature_note, [peter]), 'OMBUD_E_VERIFY_SIGNATURE');
});

type C2sp = { vkey: string; note: string; cosignature_key_examples: { works: string[] } };

test.skipIf(skip)(`C2SP: the example note and 2 cosignature keys${vectorsReason}`, () => {
  const examples = readVectors<C2sp>('c2sp/examples.json');
  expect(openNote(examples.note, [parseVerifierKey(examples.vkey)]).text).toBe(
    'This is an example message.\n',
  );
  const [first, second] = examples.cosignature_key_examples.works.map(parseVerifierKey);
  expect([first?.name, second?.name]).toEqual(['TEST', 'remora.n621.de']);
  expect([first?.type, second?.type]).toEqual(['ed25519', 'cosignature']);
});

type Checkpoints = { valid: [string, string, number][]; invalid: string[]; tlog_proof_invalid: string[] };

test.skipIf(skip)(`checkpoint formats: 2 loose, 7 bad checkpoints, 6 bad receipts${vectorsReason}`, () => {
  const { valid, invalid, tlog_proof_invalid } = readVectors<Checkpoints>('formats/checkpoint.json');
  expect([valid.length, invalid.length, tlog_proof_invalid.length]).toEqual([2, 7, 6]);
  for (const [text, origin, size] of valid) {
    // The roots of these two are not 32 bytes, which only a loose reader takes; with a real root they are read.
    expectRefused(() => parseCheckpoint(text), 'OMBUD_E_VERIFY_CHECKPOINT');
    const root = Buffer.from(emptyRoot()).toString('base64');
    expect(
      parseCheckpoint(`${at(text.split('\n'), 0)}\n${at(text.split('\n'), 1)}\n${root}\n`),
    ).toMatchObject({ origin, size });
  }
  for (const text of invalid) expectRefused(() => parseCheckpoint(text), 'OMBUD_E_VERIFY_CHECKPOINT');
  for (const text of tlog_proof_invalid) expectRefused(() => parseReceipt(text), 'OMBUD_E_VERIFY_RECEIPT');
});

type Paths = {
  c2sp_tile_level_index_partial: [string, number, number, number][];
  c2sp_entries_index_partial: [string, number, number][];
  entries_path_for_leaf_and_size: [number, number, string][];
  spec_counts_size70000: Record<string, number>;
  spec_counts_size256: Record<string, number>;
};

test.skipIf(skip)(`tile paths: 5 tiles, 5 bundles, 7 leaves, 2 trees${vectorsReason}`, () => {
  const paths = readVectors<Paths>('tile-paths.json');
  for (const [path, level, index, partial] of paths.c2sp_tile_level_index_partial) {
    expect(tilePath(level, index, partial || 256)).toBe(path);
    expect(parseTilePath(path)).toEqual({ kind: 'tile', level, index, width: partial || 256 });
  }
  for (const [path, index, partial] of paths.c2sp_entries_index_partial) {
    expect(entriesPath(index, partial || 256)).toBe(path);
    expect(parseTilePath(path)).toEqual({ kind: 'entries', index, width: partial || 256 });
  }
  for (const [leaf, size, path] of paths.entries_path_for_leaf_and_size) {
    const index = Math.floor(leaf / 256);
    expect(entriesPath(index, tileWidth(size, 0, index))).toBe(path);
  }
  const count = (size: number, level: number, full: boolean) =>
    [...newTiles(0, size)].filter((tile) => tile.level === level && (tile.width === 256) === full);
  expect(count(70_000, 0, true).length).toBe(paths.spec_counts_size70000.level0_full);
  expect(count(70_000, 0, false)[0]?.width).toBe(paths.spec_counts_size70000.level0_partial);
  expect(count(70_000, 1, true).length).toBe(paths.spec_counts_size70000.level1_full);
  expect(count(70_000, 1, false)[0]?.width).toBe(paths.spec_counts_size70000.level1_partial);
  expect(count(70_000, 2, false)[0]?.width).toBe(paths.spec_counts_size70000.level2_partial);
  expect(count(256, 0, true).length).toBe(paths.spec_counts_size256.level0_full);
  expect(count(256, 1, false)[0]?.width).toBe(paths.spec_counts_size256.level1_partial);
});
