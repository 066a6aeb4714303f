import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inclusionProof } from '../src/tree/proof.ts';
import { cosign, generateKey, parsePrivateKey, signNote } from '../src/tree/sign-note.ts';
import { formatCheckpoint } from '../src/verify/checkpoint.ts';
import { formatReceipt } from '../src/verify/inclusion-receipt.ts';
import { formatVerifierKey } from '../src/verify/key.ts';
import { tilePath } from '../src/verify/tile.ts';
import { buildGoVerifier, goReason, runGoVerifier } from './go.ts';
import { publishToMap } from './publish.ts';
import { at, sampleEntries } from './tools.ts';

const skip = goReason !== '';
const folder = mkdtempSync(join(tmpdir(), 'ombud-interop-'));
const log = parsePrivateKey(generateKey('example.org/loans').privateKey);
const witness = parsePrivateKey(generateKey('w', 'cosignature').privateKey);
const key = formatVerifierKey(log.key);
const entries = sampleEntries(66_100);
let program = '';

beforeAll(() => {
  if (!skip) program = buildGoVerifier();
}, 300_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
  if (program !== '') rmSync(dirname(program), { recursive: true });
});

/** Signs the log's first `size` entries, with a cosignature, and writes its published files. */
function publish(name: string, size: number): string {
  const dir = join(folder, name);
  const { files, root } = publishToMap(entries.slice(0, size));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), bytes);
  }
  const text = formatCheckpoint({ origin: log.key.name, size, root });
  writeFileSync(join(dir, 'checkpoint'), `${signNote(text, [log])}${cosign(text, witness, 1_800_000_000)}`);
  return dir;
}

test.skipIf(skip)(
  `Go's tlog and note verify every entry of our tiles, and growth between checkpoints${goReason}`,
  () => {
    const dir = publish('large', 66_100);
    for (const size of [1, 256, 300, 65_536, 66_100]) {
      const old = join(publish(`old-${size}`, size), 'checkpoint');
      const { code, output } = runGoVerifier(program, [
        '-dir',
        dir,
        '-key',
        key,
        '-old',
        old,
        '-step',
        '997',
      ]);
      expect(output).toBe(
        `66100 entries are what the log signed; 67 inclusion proofs hold\nthe tree of 66100 entries continues the tree of ${size} entries\n`,
      );
      expect(code).toBe(0);
    }
  },
);

test.skipIf(skip)(`Go's tlog refuses our log once a tile, an entry or the key is another${goReason}`, () => {
  const dir = publish('changed', 700);
  const refuses = (path: string, at: number) => {
    const file = join(dir, path);
    const bytes = readFileSync(file);
    writeFileSync(file, Uint8Array.from(bytes).with(at, (bytes[at] ?? 0) ^ 1));
    expect(runGoVerifier(program, ['-dir', dir, '-key', key]).code).toBe(1);
    writeFileSync(file, bytes);
  };
  refuses('tile/entries/001', 9);
  refuses('tile/0/002.p/188', 9);
  refuses('tile/1/000.p/2', 40);
  refuses('checkpoint', 20);
  const other = generateKey(log.key.name).verifierKey;
  expect(runGoVerifier(program, ['-dir', dir, '-key', other]).code).toBe(1);
  expect(runGoVerifier(program, ['-dir', dir, '-key', key]).code).toBe(0);
});

test.skipIf(skip)(`Go's tlog verifies our receipt, and refuses it for another entry${goReason}`, () => {
  const { files, root } = publishToMap(entries.slice(0, 700));
  const checkpoint = signNote(formatCheckpoint({ origin: log.key.name, size: 700, root }), [log]);
  const proof = inclusionProof(600, 700, ({ level, index, width }) => {
    const bytes = files.get(tilePath(level, index, width));
    if (bytes === undefined) throw new Error('no such tile');
    return bytes;
  });
  const receipt = join(folder, 'receipt');
  const entry = join(folder, 'entry');
  writeFileSync(receipt, formatReceipt({ index: 600, proof, checkpoint, extra: Uint8Array.of(1) }));
  writeFileSync(entry, at(entries, 600));
  const args = ['-receipt', receipt, '-entry', entry, '-key', key];
  expect(runGoVerifier(program, args)).toEqual({
    code: 0,
    output: 'entry 600 is in the log of 700 entries\n',
  });
  writeFileSync(entry, at(entries, 601));
  expect(runGoVerifier(program, args).code).toBe(1);
});
