import { expect, test } from 'vitest';
import { at, expectRefused } from '../../test/tools.ts';
import { cosign, generateKey, parsePrivateKey, signNote } from '../tree/sign-note.ts';
import { encodeCosignature } from './cosignature.ts';
import { parseVerifierKey } from './key.ts';
import { formatNote, openNote, parseNote } from './note.ts';

const log = parsePrivateKey(generateKey('log').privateKey);
const witness = parsePrivateKey(generateKey('witness', 'cosignature').privateKey);

test('16 signatures and more are read, 100 at most', () => {
  const signers = Array.from({ length: 16 }, (_, i) => parsePrivateKey(generateKey(`log${i}`).privateKey));
  const note = signNote('text\n', signers);
  expect(
    openNote(
      note,
      signers.map(({ key }) => key),
    ).signatures.length,
  ).toBe(16);
  const { text, signatures } = parseNote(note);
  const many = (count: number) => Array.from({ length: count }, (_, i) => at(signatures, i % 16));
  const hundred = openNote(formatNote({ text, signatures: many(100) }), [at(signers, 0).key]);
  expect([hundred.signatures.length, hundred.unknown.length]).toEqual([1, 93]);
  expectRefused(() => parseNote(formatNote({ text, signatures: many(101) })), 'OMBUD_E_VERIFY_NOTE');
});

test('a key of the same name but another id, or the same id but another name, is unknown', () => {
  const other = parsePrivateKey(generateKey('log').privateKey);
  const note = signNote('text\n', [log, other]);
  expect(openNote(note, [log.key]).unknown.map(({ id }) => id)).toEqual([other.key.id]);
  expectRefused(() => openNote(note, [{ ...log.key, name: 'x' }]), 'OMBUD_E_VERIFY_UNSIGNED');
  expectRefused(() => openNote(note, []), 'OMBUD_E_VERIFY_UNSIGNED');
});

test('two different keys of one name and id are refused, and one key given twice counts once', () => {
  const note = signNote('text\n', [log]);
  const colliding = { ...parsePrivateKey(generateKey('log').privateKey).key, id: log.key.id };
  expectRefused(() => openNote(note, [log.key, colliding]), 'OMBUD_E_VERIFY_KEY');
  expect(openNote(note, [log.key, { ...log.key }]).signatures.length).toBe(1);
});

test('one wrong signature of a known key refuses the note, also beside a good one of the same key', () => {
  const { text, signatures } = parseNote(signNote('text\n', [log]));
  const wrong = { ...at(signatures, 0), signature: new Uint8Array(64) };
  for (const lines of [[wrong], [at(signatures, 0), wrong], [wrong, at(signatures, 0)]]) {
    expectRefused(
      () => openNote(formatNote({ text, signatures: lines }), [log.key]),
      'OMBUD_E_VERIFY_SIGNATURE',
    );
  }
});

test('a text may hold blank lines; the last one ends it', () => {
  const text = 'one\n\ntwo\n';
  expect(openNote(signNote(text, [log]), [log.key]).text).toBe(text);
});

test('malformed notes are refused', () => {
  const good = signNote('text\n', [log]);
  const line = at(good.split('\n\n'), 1);
  for (const bad of [
    '',
    'text\n',
    'text\n\n',
    good.slice(0, -1),
    good.replace('\n', '\r\n'),
    good.replace('—', '-'),
    `${good}\n`,
    `${good}more\n`,
    good.replace('— log ', '— log  '),
    good.replace('— log ', '— l+g '),
    good.replace('text', 'te\u0000xt'),
    good.replace('text', 'te\ud800xt'),
    `text\n\n${line.slice(0, -2)}\n`,
    'text\n\n— log AAAAAA==\n',
  ]) {
    expectRefused(() => openNote(bad, [log.key]), 'OMBUD_E_VERIFY_NOTE');
  }
});

test('a cosignature is of this time and this text only', () => {
  const line = cosign('text\n', witness, 1_700_000_000);
  const { signatures } = parseNote(`text\n\n${line}`);
  const signature = at(signatures, 0);
  expect(openNote(`text\n\n${line}`, [witness.key]).signatures[0]?.time).toBe(1_700_000_000);
  expectRefused(() => openNote(`texts\n\n${line}`, [witness.key]), 'OMBUD_E_VERIFY_SIGNATURE');
  for (const time of [1_700_000_001, 0, Number.MAX_SAFE_INTEGER]) {
    const moved = encodeCosignature(time, signature.signature.slice(8));
    const note = formatNote({ text: 'text\n', signatures: [{ ...signature, signature: moved }] });
    expectRefused(() => openNote(note, [witness.key]), 'OMBUD_E_VERIFY_SIGNATURE');
  }
});

test('a log key does not cosign, a witness key does not sign, and neither signs what cannot be read', () => {
  expectRefused(() => cosign('text\n', log, 0), 'OMBUD_E_VERIFY_KEY');
  expectRefused(() => signNote('text\n', [witness]), 'OMBUD_E_VERIFY_KEY');
  expectRefused(() => signNote('text\n', []), 'OMBUD_E_VERIFY_KEY');
  expectRefused(() => signNote('text', [log]), 'OMBUD_E_VERIFY_NOTE');
  expectRefused(() => signNote('te\txt\n', [log]), 'OMBUD_E_VERIFY_NOTE');
  expectRefused(() => cosign('text\n', witness, -1), 'OMBUD_E_VERIFY_RANGE');
});

test('private keys go through their text form; a wrong id, length or type is refused without showing the key', () => {
  for (const type of ['ed25519', 'cosignature'] as const) {
    const { privateKey, verifierKey } = generateKey('example.org/loans', type);
    expect(parsePrivateKey(`${privateKey}\n`).key).toEqual(parseVerifierKey(verifierKey));
    const id = privateKey.split('+')[3] ?? '';
    for (const bad of [
      privateKey.replace(id, '00000000'),
      privateKey.slice(0, -4),
      'PRIVATE+KEY+a',
      verifierKey,
    ]) {
      expectRefused(() => parsePrivateKey(bad), 'OMBUD_E_VERIFY_KEY');
    }
  }
  expectRefused(() => generateKey('two words'), 'OMBUD_E_VERIFY_KEY');
});
