import { expect, test } from 'vitest';
import { naiveInclusion, naiveLeaf, naiveRoot } from '../../test/naive.ts';
import { at, expectRefused, sampleEntries } from '../../test/tools.ts';
import { cosign, generateKey, parsePrivateKey, signNote } from '../tree/sign-note.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { formatReceipt, parseReceipt, verifyReceipt } from './inclusion-receipt.ts';
import { leafHash } from './merkle.ts';

const entries = sampleEntries(7);
const leaves = entries.map(naiveLeaf);
const log = parsePrivateKey(generateKey('a').privateKey);
const keys = [log.key];
const witnesses = ['w1', 'w2', 'w3'].map((name) =>
  parsePrivateKey(generateKey(name, 'cosignature').privateKey),
);
const text = formatCheckpoint({ origin: 'a', size: 7, root: naiveRoot(leaves) });
const entry = at(entries, 5);

function receipt(cosigners = 0, extra: Uint8Array | null = null): string {
  const cosignatures = witnesses
    .slice(0, cosigners)
    .map((witness, i) => cosign(text, witness, 1_800_000_000 + i));
  const checkpoint = `${signNote(text, [log])}${cosignatures.join('')}`;
  return formatReceipt({ index: 5, proof: naiveInclusion(5, leaves), checkpoint, extra });
}

test('a receipt verifies by the entry and by its leaf hash, and says what it proves', () => {
  const verified = verifyReceipt(receipt(), { entry }, keys);
  expect(verified).toMatchObject({
    index: 5,
    checkpoint: { origin: 'a', size: 7 },
    witnesses: [],
    extra: null,
  });
  expect(verifyReceipt(receipt(), { leafHash: leafHash(entry) }, keys).index).toBe(5);
  expectRefused(() => verifyReceipt(receipt(), { entry: at(entries, 4) }, keys), 'OMBUD_E_VERIFY_ROOT');
});

test('a receipt with extra data is read as it was written', () => {
  const extra = Uint8Array.of(1, 2, 3);
  const parsed = parseReceipt(receipt(1, extra));
  expect(parsed.extra).toEqual(extra);
  expect(formatReceipt(parsed)).toBe(receipt(1, extra));
  expect(verifyReceipt(receipt(1, extra), { entry }, keys).extra).toEqual(extra);
});

test('as many witnesses as the threshold asks must have cosigned; all of them where it asks nothing', () => {
  const policy = { witnesses: witnesses.map(({ key }) => key) };
  expect(verifyReceipt(receipt(3), { entry }, keys, policy).witnesses).toEqual([
    { name: 'w1', time: 1_800_000_000 },
    { name: 'w2', time: 1_800_000_001 },
    { name: 'w3', time: 1_800_000_002 },
  ]);
  expectRefused(() => verifyReceipt(receipt(2), { entry }, keys, policy), 'OMBUD_E_VERIFY_WITNESSES');
  expect(verifyReceipt(receipt(2), { entry }, keys, { ...policy, threshold: 2 }).witnesses.length).toBe(2);
  expectRefused(
    () => verifyReceipt(receipt(1), { entry }, keys, { ...policy, threshold: 2 }),
    'OMBUD_E_VERIFY_WITNESSES',
  );
  expect(verifyReceipt(receipt(0), { entry }, keys, { ...policy, threshold: 0 }).witnesses).toEqual([]);
});

test('a witness that signs twice, or under two names, counts once', () => {
  const twice = `${receipt(1)}${cosign(text, at(witnesses, 0), 1_900_000_000)}`;
  const policy = { witnesses: witnesses.slice(0, 2).map(({ key }) => key) };
  expectRefused(() => verifyReceipt(twice, { entry }, keys, policy), 'OMBUD_E_VERIFY_WITNESSES');
  const { key } = at(witnesses, 0);
  const renamed = { witnesses: [key, { ...key, name: 'other' }], threshold: 2 };
  expectRefused(() => verifyReceipt(receipt(1), { entry }, keys, renamed), 'OMBUD_E_VERIFY_POLICY');
});

test('policies that cannot be met, or where the log is its own witness, are refused', () => {
  const { key } = at(witnesses, 0);
  const itself = { ...key, publicKey: log.key.publicKey };
  for (const policy of [
    { witnesses: [log.key] },
    { witnesses: [itself] },
    { witnesses: [key], threshold: 2 },
    { witnesses: [key], threshold: 0.5 },
    { threshold: 1 },
  ]) {
    expectRefused(() => verifyReceipt(receipt(1), { entry }, keys, policy), 'OMBUD_E_VERIFY_POLICY');
  }
});

test('malformed receipts are refused', () => {
  const good = receipt();
  const hash = at(good.split('\n'), 2);
  for (const bad of [
    '',
    good.replace('@v1', '@v2'),
    good.replace('index 5', 'index 05'),
    good.replace('index 5', 'index 9007199254740992'),
    good.replace('index 5', 'Index 5'),
    good.replace('index 5', 'extra ?\nindex 5'),
    good.replace('index 5', 'index 5\nextra AAAA'),
    good.replace(hash, hash.slice(4)),
    good.replace(hash, `${hash} `),
    good.replace(hash, Array.from({ length: 64 }, () => hash).join('\n')),
    good.replace('\n\n', '\n'),
  ]) {
    expectRefused(() => verifyReceipt(bad, { entry }, keys), 'OMBUD_E_VERIFY_RECEIPT');
  }
  expectRefused(
    () => verifyReceipt(good.replace('index 5', 'index 7'), { entry }, keys),
    'OMBUD_E_VERIFY_RANGE',
  );
});

test('a receipt with CRLF, as e-mail makes it, is read', () => {
  const mailed = receipt(2, Uint8Array.of(1)).replaceAll('\n', '\r\n');
  const policy = { witnesses: witnesses.slice(0, 2).map(({ key }) => key) };
  expect(verifyReceipt(mailed, { entry }, keys, policy).index).toBe(5);
  expectRefused(
    () => verifyReceipt(receipt().replace('\n', '\r'), { entry }, keys),
    'OMBUD_E_VERIFY_RECEIPT',
  );
});
