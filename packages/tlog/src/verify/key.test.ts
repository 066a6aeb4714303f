import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { encodeBase64, encodeUtf8 } from '@ombud/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, expectRefused } from '../../test/tools.ts';
import {
  formatVerifierKey,
  isKeyName,
  isStrongKey,
  makeVerifierKey,
  parseVerifierKey,
  verifyEd25519,
} from './key.ts';

const P = 2n ** 255n - 19n;
const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';

function littleEndian(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 255n));
}

function fromLittleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

/** All encodings of y coordinates of p and above (each with both signs): none is canonical. */
const nonCanonical = Array.from({ length: 19 }, (_, i) => P + BigInt(i)).flatMap((y) => [
  littleEndian(y),
  littleEndian(y + 2n ** 255n),
]);

/** The eight points of small order (C2SP, RFC 8032), and x = 0 with its sign set. */
const smallOrder = [
  ...ED25519_TORSION_SUBGROUP.map((text) => Uint8Array.from(Buffer.from(text, 'hex'))),
  littleEndian(1n + 2n ** 255n),
  littleEndian(P - 1n + 2n ** 255n),
];

test('8 points of small order, 2 with a negative zero and 38 non-canonical encodings are refused as keys', () => {
  expect(smallOrder.length).toBe(10);
  expect(nonCanonical.length).toBe(38);
  for (const point of [...smallOrder, ...nonCanonical]) {
    expect(isStrongKey(point)).toBe(false);
    expectRefused(() => makeVerifierKey('a', 'ed25519', point), 'OMBUD_E_VERIFY_WEAK_KEY');
    expectRefused(() => makeVerifierKey('a', 'cosignature', point), 'OMBUD_E_VERIFY_WEAK_KEY');
  }
});

/**
 * A signature by a key of mixed order, over a message for which the part of small order falls out: plain verifiers
 * accept this one and refuse most others, so that its owner could deny it.
 */
function mixedSignature(): { key: Uint8Array; message: Uint8Array; signature: Uint8Array } {
  const { point, scalar } = ed25519.utils.getExtendedPublicKey(ed25519.utils.randomSecretKey());
  const key = point.add(ed25519.Point.fromHex(at(ED25519_TORSION_SUBGROUP, 1))).toBytes();
  const commitment = ed25519.Point.BASE.multiply(7n).toBytes();
  for (let i = 0; ; i++) {
    const message = encodeUtf8(`message ${i}`);
    const digest = createHash('sha512').update(commitment).update(key).update(message).digest();
    const k = fromLittleEndian(digest) % order;
    if (k % 8n !== 0n) continue;
    const s = littleEndian((7n + k * scalar) % order);
    return { key, message, signature: Uint8Array.from([...commitment, ...s]) };
  }
}

test('a key of mixed order, whose signatures node:crypto accepts, is refused', () => {
  const { key, message, signature } = mixedSignature();
  const x = Buffer.from(key).toString('base64url');
  const nodeKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  expect(verify(null, message, nodeKey, signature)).toBe(true);
  expect(verifyEd25519(signature, message, key)).toBe(false);
  expectRefused(() => makeVerifierKey('a', 'ed25519', key), 'OMBUD_E_VERIFY_WEAK_KEY');
});

test('the neutral element as key would verify any message, and is refused', () => {
  // With it S = s and R = sB hold for every message, whoever picks s.
  const signature = Uint8Array.from([...ed25519.Point.BASE.multiply(7n).toBytes(), ...littleEndian(7n)]);
  const identity = littleEndian(1n);
  expect(ed25519.verify(signature, encodeUtf8('anything'), identity, { zip215: true })).toBe(true);
  expect(verifyEd25519(signature, encodeUtf8('anything'), identity)).toBe(false);
});

test('a second form of a valid signature (S + L) and a commitment of mixed order are refused', () => {
  const { secretKey, publicKey } = ed25519.keygen();
  const message = encodeUtf8('text\n');
  const signature = ed25519.sign(message, secretKey);
  expect(verifyEd25519(signature, message, publicKey)).toBe(true);
  const s = fromLittleEndian(signature.slice(32));
  const second = Uint8Array.from([...signature.slice(0, 32), ...littleEndian(s + order)]);
  expect(verifyEd25519(second, message, publicKey)).toBe(false);
  for (const point of smallOrder) {
    expect(verifyEd25519(Uint8Array.from([...point, ...signature.slice(32)]), message, publicKey)).toBe(
      false,
    );
  }
  expect(verifyEd25519(signature.slice(1), message, publicKey)).toBe(false);
});

test('node:crypto and the verifier agree on honest, changed and foreign signatures', () => {
  const pairs = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(511), fc.boolean(), (message, bit, foreign) => {
      const signature = new Uint8Array(sign(null, message, at(pairs, 0).privateKey));
      const changed = Uint8Array.from(signature);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const { publicKey } = at(pairs, foreign ? 1 : 0);
      const raw = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
      expect(verifyEd25519(signature, message, raw)).toBe(verify(null, message, publicKey, signature));
      expect(verifyEd25519(changed, message, raw)).toBe(verify(null, message, publicKey, changed));
    }),
    { numRuns: 40 },
  );
});

test('a verifier key is read in one spelling only', () => {
  expect(formatVerifierKey(parseVerifierKey(`${vkey}\n`))).toBe(vkey);
  const [name, id, material] = vkey.split('+', 3);
  const rest = vkey.slice(`${name}+${id}+`.length);
  for (const bad of [
    '',
    `${name}+${id}`,
    `+${id}+${rest}`,
    `${name}+C74F20A3+${rest}`,
    `${name}+c74f20a4+${rest}`,
    `${name}x+${id}+${rest}`,
    `Peter Neumann+${id}+${rest}`,
    `${name}+${id}+${material}`.slice(0, -4),
    `${name}+${id}+${encodeBase64(Uint8Array.of(9, ...new Uint8Array(32)))}`,
  ]) {
    expectRefused(() => parseVerifierKey(bad), 'OMBUD_E_VERIFY_KEY');
  }
});

test('key names have no spaces, control characters or plus signs', () => {
  expect(['example.org/loans', 'Ärzte', 'a'].every(isKeyName)).toBe(true);
  expect(['', 'a b', 'a+b', 'a\u00a0b', 'a\u2003b', 'a\nb', 'a\u0007', '\ud800'].some(isKeyName)).toBe(false);
});

test('one wrong letter in a key is told as that, not as a weak key', () => {
  const right = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  for (let place = 0; place < right.length; place++) {
    const letter = right[place] === 'a' ? 'b' : 'a';
    const wrong = `${right.slice(0, place)}${letter}${right.slice(place + 1)}`;
    if (wrong === right) continue;
    expectRefused(() => parseVerifierKey(wrong), 'OMBUD_E_VERIFY_KEY');
  }
});
