import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { entryJsonSchema, entrySchema } from '@ombud/contract';
import { canonicalJson } from '@ombud/kernel';
import { expect, test } from 'vitest';
import { commitmentOfFields, fieldCommitment } from './commitment.ts';
import { discloseField, opensField } from './disclosure.ts';
import type { AnyDraft, Draft } from './draft.ts';
import { attributesCommitment, opensPayload, parseEntry, payloadCommitment } from './read-entry.ts';
import { saltSource, systemSalts } from './salts.ts';
import { entryText, seal } from './seal.ts';

const time = '2026-11-22T03:49:31.123Z';
const checkpoint = { origin: 'o', size: 3, root: 'A'.repeat(43).concat('=') };
const drafts: AnyDraft[] = [
  { kind: 'declaration', system: 's', document: { purpose: 'x' } },
  { kind: 'decision', system: 's', payload: { subject: 'p', decision: 'yes' } },
  { kind: 'decision', system: 's', declared: 0, payload: { subject: 'p', decision: 'yes' } },
  {
    kind: 'decision',
    system: 's',
    decided: time,
    declared: 3,
    marks: ['by-person', 'retired'],
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
  { kind: 'erasure', because: 'request', ranges: [[0, 4]], request: { sha256: '0'.repeat(64) } },
  { kind: 'key', action: 'add', key: 'a+1+b', by: 'a+2+b', signature: `${'A'.repeat(86)}==` },
  { kind: 'notice', system: 's', about: 1, payload: { text: 't' } },
  { kind: 'appeal', system: 's', about: 1, payload: { text: 't' } },
  { kind: 'review', system: 's', about: 1, payload: { text: 't' } },
  { kind: 'remedy', system: 's', about: 1, payload: { text: 't' } },
  { kind: 'explanation', system: 's', about: 1, payload: { text: 't' } },
  { kind: 'breaker', system: 's', state: 'human-only', because: 'too many appeals' },
  { kind: 'look', system: 's', about: 3, payload: { by: 'a1', parts: ['inputs'] } },
  { kind: 'act', act: 'role-given', by: 'a1', payload: { role: 'auditor' } },
  { kind: 'act', act: 'key-made', by: 'a1', system: 's', payload: {} },
];

test.each(drafts.map((draft) => [draft.kind, draft] as const))(
  'a %s is a canonical entry of the schema',
  (_, draft) => {
    const text = entryText(seal(draft), time);
    expect(canonicalJson(JSON.parse(text))).toBe(text);
    expect(entrySchema.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(parseEntry(text)?.kind).toBe(draft.kind);
    expect(parseEntry(text)).toEqual(JSON.parse(text));
  },
);

test('every kind of entry was tried', () => {
  const kinds = entrySchema.options.map((option) => option.shape.kind.value);
  expect(new Set(drafts.map(({ kind }) => kind))).toEqual(new Set(kinds));
});

test('an entry with a member more, or one character changed, is not an entry', () => {
  const text = entryText(seal({ kind: 'breaker', system: 's', state: 'open', because: 'b' }), time);
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
  const [one, two] = [entryText(seal(draft), time), entryText(seal(draft), time)];
  for (const secret of ['pseudonym-7', 'refused', 'late', '0.123', '98765', 'race', 'attribute-value'])
    expect(one).not.toContain(secret);
  const commitments = (text: string) =>
    [...text.matchAll(/"([A-Za-z0-9+/]{43}=)"/g)].map(([, value]) => value);
  expect(commitments(one)).toHaveLength(2);
  expect(new Set([...commitments(one), ...commitments(two)]).size).toBe(4);
});

const lines = (fields: readonly string[]): string => fields.map((field) => `\n${field}`).join('');
const digest = (input: string) =>
  Buffer.from(execFileSync('sha256sum', { input, encoding: 'utf8' }).slice(0, 64), 'hex').toString('base64');

test('a commitment is what sha256sum says', () => {
  const sealed = seal({ kind: 'decision', system: 's', payload: { subject: 'p', decision: 'yes' } });
  const salts = sealed.payload?.salt.match(/.{24}/g) ?? [];
  const fields = [
    digest(`ombud/payload-field@2\n${salts[0]}\n"/decision"\n"yes"`),
    digest(`ombud/payload-field@2\n${salts[1]}\n"/subject"\n"p"`),
  ];
  const entry = parseEntry(entryText(sealed, time));
  expect(entry && payloadCommitment(entry)).toBe(digest(`ombud/payload@2\n${fields.join('\n')}`));
  expect(commitmentOfFields('ombud/attributes', lines(fields))).not.toBe(
    commitmentOfFields('ombud/payload', lines(fields)),
  );
});

test('salts are 18 bytes for each field and none comes twice', () => {
  const salts = Array.from({ length: 2000 }, () => systemSalts(1));
  expect(new Set(salts).size).toBe(2000);
  expect(salts.every((salt) => Buffer.from(salt, 'base64').length === 18)).toBe(true);
  expect(systemSalts(1300)).toHaveLength(1300 * 24);
});

test('a source of randomness that is stuck is refused', () => {
  const stuck = saltSource((length) => new Uint8Array(length).fill(7));
  expect(() => stuck(1)).toThrow(
    expect.objectContaining({ code: 'OMBUD_E_LEDGER_STORE', reason: 'randomness' }),
  );
});

test('one field is shown without the others, also one attribute; another value or field is not believed', () => {
  const sealed = seal({
    kind: 'decision',
    system: 's',
    payload: {
      subject: 'person-9',
      decision: 'no',
      score: 0.5,
      inputs: { age: 44, 'in/come': 1, '10': 1, '9': 2 },
    },
    attributes: { sex: 'F', race: 'hidden-value' },
  });
  const entry = parseEntry(entryText(sealed, time));
  if (entry === null || sealed.payload === null || sealed.attributes === null) throw new Error('not sealed');
  for (const [pointer, value] of [
    ['/inputs/age', 44],
    ['/inputs/in~1come', 1],
    ['/inputs/10', 1],
    ['/decision', 'no'],
  ] as const) {
    const shown = discloseField('payload', sealed.payload, pointer);
    expect(shown.value).toBe(value);
    expect(opensField(entry, shown)).toBe(true);
    expect(JSON.stringify(shown)).not.toContain('person-9');
    expect(opensField(entry, { ...shown, value: 45 })).toBe(false);
    expect(opensField(entry, { ...shown, pointer: '/score' })).toBe(false);
    expect(opensField(entry, { ...shown, of: 'attributes' })).toBe(false);
  }
  const sex = discloseField('attributes', sealed.attributes, '/sex');
  expect(opensField(entry, sex)).toBe(true);
  expect(JSON.stringify(sex)).not.toContain('hidden-value');
  expect(sex.fields).toHaveLength(2);
  expect(commitmentOfFields('ombud/attributes', lines(sex.fields))).toBe(attributesCommitment(entry));
  expect(fieldCommitment('ombud/attributes', sex.salt, '"/sex"', '"F"')).toBe(sex.fields[sex.place]);
});

test('every single-bit change of a payload or its salt is caught', () => {
  const sealed = seal({ kind: 'decision', system: 's', payload: { subject: 'p', decision: 'yes' } });
  const entry = parseEntry(entryText(sealed, time));
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
  ['a member that nobody would check', { subject: 'p', decision: 1, secret: 'x' }, 'OMBUD_E_LEDGER_ENTRY'],
  ['a decision that is a list', { subject: 'p', decision: ['yes'] }, 'OMBUD_E_LEDGER_ENTRY'],
  ['inputs that are a text', { subject: 'p', decision: 1, inputs: 'x' }, 'OMBUD_E_LEDGER_ENTRY'],
  ['a score that is NaN', { subject: 'p', decision: 1, score: Number.NaN }, 'OMBUD_E_JSON'],
])('a decision with %s is refused', (_, payload, code) => {
  const draft = { kind: 'decision', system: 's', payload } as Draft;
  expect(() => seal(draft)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['a breaker in a state that there is not', { kind: 'breaker', system: 's', state: 'oben', because: 'b' }],
  ['a breaker without a reason', { kind: 'breaker', system: 's', state: 'open', because: '' }],
  ['a kind that there is not', { kind: 'opinion', system: 's' }],
  [
    'an erasure of nothing',
    { kind: 'erasure', because: 'request', ranges: [], request: { sha256: '0'.repeat(64) } },
  ],
  ['an erasure that nobody asked for', { kind: 'erasure', because: 'request', ranges: [[0, 1]] }],
  [
    'a digest that is none',
    { kind: 'evidence', system: 's', checkpoint, digest: { sha256: 'x' }, payload: { envelope: {} } },
  ],
  [
    'a 31st of February',
    {
      kind: 'decision',
      system: 's',
      decided: '2026-02-31T00:00:00.000Z',
      payload: { subject: 'p', decision: 1 },
    },
  ],
  ['an empty key', { kind: 'decision', system: 's', key: '', payload: { subject: 'p', decision: 1 } }],
])('%s is refused before it is sealed', (_, draft) => {
  expect(() => seal(draft as unknown as AnyDraft)).toThrow(
    expect.objectContaining({ code: 'OMBUD_E_LEDGER_ENTRY' }),
  );
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
