import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { howToGetABrowser, launchBrowser } from '@ombud/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleForBrowser } from '../../../tools/bundle-for-browser.ts';
import type * as Verify from '../src/index.ts';
import { cosign, generateKey, parsePrivateKey, signNote } from '../src/tree/sign-note.ts';
import { formatCheckpoint } from '../src/verify/checkpoint.ts';
import { formatReceipt } from '../src/verify/inclusion-receipt.ts';
import { formatVerifierKey } from '../src/verify/key.ts';
import { naiveInclusion, naiveLeaf, naiveRoot } from './naive.ts';
import { sampleEntries } from './tools.ts';

const limit = 40 * 1024;
const browser = await launchBrowser();
const reason = browser === null ? ` (skipped: ${howToGetABrowser})` : '';

let script = '';

beforeAll(async () => {
  script = await bundleForBrowser(fileURLToPath(new URL('../src/index.ts', import.meta.url)), 'ombudVerify');
});

afterAll(async () => {
  await browser?.close();
});

test('the verifier for browsers is under 40 KB gzip, and names nothing of Node', () => {
  const size = gzipSync(script).length;
  expect(size).toBeGreaterThan(5_000);
  expect(size).toBeLessThan(limit);
  expect(/["'`]node:|\brequire\(|\bBuffer\b|\bprocess\.(env|versions)\b/.exec(script)).toBeNull();
});

type Case = { receipt: string; entry: string; key: string; witness: string };

function makeCase(): Case {
  const entries = sampleEntries(9);
  const leaves = entries.map(naiveLeaf);
  const log = parsePrivateKey(generateKey('example.org/loans').privateKey);
  const witness = parsePrivateKey(generateKey('w', 'cosignature').privateKey);
  const text = formatCheckpoint({ origin: log.key.name, size: 9, root: naiveRoot(leaves) });
  const checkpoint = `${signNote(text, [log])}${cosign(text, witness, 1_800_000_000)}`;
  const receipt = formatReceipt({ index: 8, proof: naiveInclusion(8, leaves), checkpoint, extra: null });
  return {
    receipt,
    entry: 'entry 8',
    key: formatVerifierKey(log.key),
    witness: formatVerifierKey(witness.key),
  };
}

test.skipIf(browser === null)(
  `a real Chromium verifies a receipt with a witness, and refuses it for another entry${reason}`,
  async () => {
    const page = await browser?.newPage();
    if (page === undefined) throw new Error('the browser did not start');
    await page.addScriptTag({ content: script });
    const given = makeCase();
    const outcome = await page.evaluate(inPage, given);
    expect(outcome).toEqual({ origin: 'example.org/loans', index: 8, size: 9, witnesses: ['w'], code: null });
    const refused = await page.evaluate(inPage, { ...given, entry: 'entry 7' });
    expect(refused).toEqual({ code: 'OMBUD_E_VERIFY_ROOT' });
    const changed = await page.evaluate(inPage, {
      ...given,
      receipt: given.receipt.replace('\n9\n', '\n8\n'),
    });
    expect(changed).toEqual({ code: 'OMBUD_E_VERIFY_SIGNATURE' });
    await page.close();
  },
);

/** Runs inside the page, where `ombudVerify` is all there is. */
function inPage({ receipt, entry, key, witness }: Case): object {
  const verifier = (globalThis as unknown as { ombudVerify: typeof Verify }).ombudVerify;
  const keys = [verifier.parseVerifierKey(key)];
  const witnesses = [verifier.parseVerifierKey(witness)];
  try {
    const found = verifier.verifyReceipt(receipt, { entry: new TextEncoder().encode(entry) }, keys, {
      witnesses,
    });
    const { origin, size } = found.checkpoint;
    return {
      origin,
      index: found.index,
      size,
      witnesses: found.witnesses.map(({ name }) => name),
      code: null,
    };
  } catch (error) {
    if (verifier.isOmbudError(error)) return { code: error.code };
    throw error;
  }
}
