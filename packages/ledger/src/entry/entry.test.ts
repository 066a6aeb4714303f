import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { entryJsonSchema, entrySchema } from '@ombud/contract';
import { canonicalJson } from '@ombud/kernel';
import { expect, test } from 'vitest';
import { commitment, newSalt } from './commitment.ts';
import { type Draft, entryText, seal } from './draft.ts';
import { opensPayload, parseEntry } from './open.ts';

const TIME = '2026-11-22T03:49:31.123Z';
const checkpoint = { origin: 'o', size: 3, root: 'A'.repeat(43).concat('=') };
const DRAFTS: Draft[] = [
  { kind: 'declaration', system: 's', document: { purpose: 'x' } },
  { kind: 'decision', system: 's', payload: { subject: 'p', decision: 'yes' } },
  {
    kind: 'decision',
    system: 's',
    decided: TIME,
    model: 'v2',
    payload: { subject: 'p', decision: 1, outcome: null, score: 0.25, inputs: { b: 1, a: [true] } },
    attributes: { sex: 'F' },
  },
  {
    kind: 'decision',
    system: 's',
    model: 'v2',
    modelDigest: { sha256: 'a'.repeat(64) },
    payload: { subject: 'p', decision: 'no' },
  },
  { kind: 'correction', system: 's', about: 1, payload: { outcome: 'repaid' } },
  {
    kind: 'evidence',
    system: 's',
    checkpoint,
    digest: { sha256: '0'.repeat(64) },
    payload: { envelope: {} },
  },
  { kind: 'erasure', because: 'request', ranges: [[0, 4]] },
  { kind: 'notice', system: 's', about: 1, payload: { text: 't' } },
  { kind: 'appeal', system: 's', about: 1, payload: { text: 't' } },
  { kind: 'review', system: 's', about: 1, payload: { text: 't' } },
  { kind: 'remedy', system: 's', about: 1, payload: { text: 't' } },
  { kind: 'explanation', system: 's', about: 1, payload: { text: 't' } },
  { kind: 'breaker', system: 's', state: 'human-only', because: 'too many appeals' },
];

test.each(DRAFTS.map((draft) => [draft.kind, draft] as const))(
  'a %s is a canonical entry of the schema',
  (_, draft) => {
    const text = entryText(seal(draft), TIME);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
    expect(entrySchema.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(parseEntry(text)?.kind).toBe(draft.kind);
  },
);

test('every kind of entry was tried', () => {
  const kinds = entrySchema.options.map((option) => option.shape.kind.value);
  expect(new Set(DRAFTS.map(({ kind }) => kind))).toEqual(new Set(kinds));
});

test('an entry with a member more, or one character changed, is not an entry', () => {
  const text = entryText(seal({ kind: 'breaker', system: 's', state: 'open', because: 'b' }), TIME);
  expect(parseEntry(text.replace('{', '{"a":1,'))).toBeNull();
  expect(parseEntry(text.replace('open', 'oben'))).toBeNull();
  expect(parseEntry(text.replace(',', ', '))).toBeNull();
});

test('an entry gives nothing personal away, and the same person twice cannot be linked', () => {
  const draft: Draft = {
    kind: 'decision',
    system: 's',
    payload: {
      subject: 'pseudonym-7',
      decision: 'refused',
      outcome: 'late',
      score: 0.123,
      inputs: { income: 98765 },
    },
    attributes: { race: 'attribute-value' },
  };
  const [one, two] = [entryText(seal(draft), TIME), entryText(seal(draft), TIME)];
  for (const secret of ['pseudonym-7', 'refused', 'late', '0.123', '98765', 'race', 'attribute-value'])
    expect(one).not.toContain(secret);
  const commitments = (text: string) =>
    [...text.matchAll(/"([A-Za-z0-9+/]{43}=)"/g)].map(([, value]) => value);
  expect(commitments(one)).toHaveLength(2);
  expect(new Set([...commitments(one), ...commitments(two)]).size).toBe(4);
});

test('a commitment is what sha256sum says', () => {
  const salt = newSalt();
  const body = '{"decision":"yes"}';
  const digest = execFileSync('sha256sum', {
    input: `ombud/payload@1\n${salt}\n${body}`,
    encoding: 'utf8',
  }).slice(0, 64);
  expect(Buffer.from(commitment('ombud/payload@1', salt, body), 'base64').toString('hex')).toBe(digest);
  expect(commitment('ombud/attributes@1', salt, body)).not.toBe(commitment('ombud/payload@1', salt, body));
});

test('salts are 32 bytes and none comes twice', () => {
  const salts = Array.from({ length: 2000 }, newSalt);
  expect(new Set(salts).size).toBe(2000);
  expect(salts.every((salt) => Buffer.from(salt, 'base64').length === 32)).toBe(true);
});

test('every single-bit change of a payload or its salt is caught', () => {
  const sealed = seal({ kind: 'decision', system: 's', payload: { subject: 'p', decision: 'yes' } });
  const entry = parseEntry(entryText(sealed, TIME));
  const { payload } = sealed;
  if (entry === null || payload === null) throw new Error('the draft was not sealed');
  expect(opensPayload(entry, payload)).toBe(true);
  for (const part of ['salt', 'body'] as const) {
    const bytes = Buffer.from(payload[part]);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(opensPayload(entry, { ...payload, [part]: changed.toString('latin1') })).toBe(false);
    }
  }
});

test.each([
  ['no subject', { subject: '', decision: 'yes' }, 'OMBUD_E_LEDGER_ENTRY'],
  ['no decision', { subject: 'p' }, 'OMBUD_E_LEDGER_ENTRY'],
  ['a score that is NaN', { subject: 'p', decision: 1, score: Number.NaN }, 'OMBUD_E_JSON'],
])('a decision with %s is refused', (_, payload, code) => {
  const draft = { kind: 'decision', system: 's', payload } as Draft;
  expect(() => seal(draft)).toThrow(expect.objectContaining({ code }));
});

test('an entry too large for a bundle is refused', () => {
  const draft: Draft = { kind: 'declaration', system: 's', document: { text: 'ä'.repeat(33_000) } };
  expect(() => seal(draft)).toThrow(expect.objectContaining({ code: 'OMBUD_E_LEDGER_TOO_LARGE' }));
});

test('the digest of a model is 64 hexadecimal digits', () => {
  const draft = { kind: 'decision', system: 's', payload: { subject: 'p', decision: 'no' } } as const;
  for (const sha256 of ['', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(63)}"`])
    expect(() => seal({ ...draft, modelDigest: { sha256 } })).toThrow(
      expect.objectContaining({ code: 'OMBUD_E_LEDGER_ENTRY', reason: 'model-digest' }),
    );
});

test('the published schema is current (OMBUD_UPDATE=1 writes it anew)', () => {
  const file = new URL('../../../contract/schema/entry.json', import.meta.url);
  const current = `${JSON.stringify(entryJsonSchema(), null, 2)}\n`;
  if (process.env['OMBUD_UPDATE'] === '1') writeFileSync(file, current);
  expect(readFileSync(file, 'utf8')).toBe(current);
});
