import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { generateKey, parsePrivateKey, signNote } from '../src/tree/sign-note.ts';
import { formatCheckpoint } from '../src/verify/checkpoint.ts';
import { tlogErrors } from '../src/verify/errors.ts';
import { formatReceipt } from '../src/verify/inclusion-receipt.ts';
import { formatVerifierKey } from '../src/verify/key.ts';
import { goReason, runGoVerifier } from './go.ts';
import { naiveInclusion, naiveLeaf, naiveRoot } from './naive.ts';
import { at, sampleEntries } from './tools.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const page = readFileSync(path('../../../docs/verifying.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'ombud-docs-'));

afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(goReason !== '')(
  `the Go program of docs/verifying.md verifies a receipt as it stands${goReason}`,
  () => {
    const program = /```go\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    writeFileSync(join(folder, 'main.go'), program);
    // Go before 1.20 cannot turn a slice into an array, as the page does; the interop program can.
    const module = readFileSync(path('../interop/go/go.mod'), 'utf8').replace('go 1.18', 'go 1.20');
    writeFileSync(join(folder, 'go.mod'), module);
    copyFileSync(path('../interop/go/go.sum'), join(folder, 'go.sum'));
    execFileSync('go', ['build', '-o', 'check', '.'], { cwd: folder, stdio: 'pipe' });

    const entries = sampleEntries(9);
    const leaves = entries.map(naiveLeaf);
    const log = parsePrivateKey(generateKey('example.org/loans').privateKey);
    const checkpoint = signNote(
      formatCheckpoint({ origin: log.key.name, size: 9, root: naiveRoot(leaves) }),
      [log],
    );
    const [receipt, entry] = [join(folder, 'receipt'), join(folder, 'entry')];
    writeFileSync(
      receipt,
      formatReceipt({ index: 4, proof: naiveInclusion(4, leaves), checkpoint, extra: null }),
    );
    writeFileSync(entry, at(entries, 4));
    const args = [receipt, entry, formatVerifierKey(log.key)];
    const output = 'entry 4 is in the log example.org/loans of 9 entries\n';
    expect(runGoVerifier(join(folder, 'check'), args)).toEqual({ code: 0, output });
    writeFileSync(entry, at(entries, 5));
    expect(runGoVerifier(join(folder, 'check'), args).code).toBe(1);
  },
  300_000,
);

test('docs/verifying.md names only codes that exist', () => {
  const named = page.match(/OMBUD_E_VERIFY_[A-Z_]+/g) ?? [];
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((code) => !Object.hasOwn(tlogErrors.declarations, code))).toEqual([]);
});
