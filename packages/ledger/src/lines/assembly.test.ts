/** What the assembly finds and hashes is what node:crypto and the parser give, whatever it is handed. */
import { hash, randomBytes } from 'node:crypto';
import { fullTileRoot } from '@ombud/tlog/tree';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintNumbers, noFingerprints, setFingerprint } from '../check/seen-hashes.ts';
import { type CommitmentLabel, commitmentOf, fieldsOf } from '../entry/commitment.ts';
import { layOut, roomFor } from './assembly.ts';
import { likenessOf } from './like-before.ts';
import { countOpened, openPage, setLikeness } from './open-page.ts';
import { copyFingerprint, fieldsOfLine, openLines, roomForLines } from './secret-cursor.ts';
import { tileRootOf } from './tile-root.ts';

/** Different ones that begin as few do, so that no line is left to the parser for its salts. */
const salts = (count: number): string =>
  Array.from({ length: count }, (_, i) => `abcdefghijklmnop${String(i).padStart(8, '0')}`).join('');
const lines = (texts: readonly string[]): Buffer => Buffer.from(texts.join('\n'));
const noLines = { indexes: [], abouts: null, salts: Buffer.alloc(0), bodies: Buffer.alloc(0) };

/** Leaf hashes of a page, by the assembly. */
function leavesOf(texts: readonly string[]): string[] {
  const page = openPage({ entries: lines(texts), payloads: null, attributes: null }, texts.length);
  if (page === null) throw new Error('no page');
  return texts.map((_, i) => page.leaves.toString('hex', 32 * i, 32 * (i + 1)));
}

test('leaves of every length up to five blocks, each beside longer and shorter ones, are those of node:crypto', () => {
  const texts = Array.from({ length: 330 }, (_, length) => 'ä~x'.repeat(length).slice(0, (length * 7) % 331));
  expect(leavesOf(texts)).toEqual(texts.map((text) => hash('sha256', `\0${text}`)));
});

test('leaves that are longer than all messages that have room at once', () => {
  const texts = [40_000, 65_535, 1, 65_535, 65_535, 0, 65_535].map((length) => 'x'.repeat(length));
  expect(leavesOf(texts)).toEqual(texts.map((text) => hash('sha256', `\0${text}`)));
});

test('a page that holds more or fewer line feeds than lie between its rows is not opened', () => {
  const page = (text: string, count: number) =>
    openPage({ entries: Buffer.from(text), payloads: null, attributes: null }, count);
  expect(page('a\nb\nc', 2)).toBeNull();
  expect(page('a\nb\nc', 4)).toBeNull();
  expect(page('a\nb\nc', 3)).not.toBeNull();
});

test('the root of a tile is that of its leaves', () => {
  for (let i = 0; i < 20; i++) {
    const leaves = randomBytes(256 * 32);
    expect(tileRootOf(leaves)).toBe(fullTileRoot(leaves));
  }
});

const plain = fc.stringMatching(/^[ !#-.0-Z^-}]{0,40}$/);
const name = fc.oneof(
  { weight: 40, arbitrary: plain },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom('inputs', 'a/b', 'a~b', 'ä') },
);
const value = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.oneof(plain, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
);
const object = fc.dictionary(name, value, { maxKeys: 12 });
const payload = fc
  .tuple(object, fc.option(object))
  .map(([own, inputs]) => (inputs === null ? own : { ...own, inputs }));

/** A line that was committed by the parser, and what its commitment is. */
function committed(label: CommitmentLabel, value: object) {
  const { fields, body } = fieldsOf(JSON.parse(JSON.stringify(value)));
  const salt = salts(fields.length);
  return { body, salt, fields: fields.length, commitment: commitmentOf(label, fields, salt) };
}

describe.each<CommitmentLabel>(['ombud/payload', 'ombud/attributes'])('%s', (label) => {
  test('every line is committed as the parser commits it, or left to it', () => {
    let [all, opened] = [0, 0];
    fc.assert(
      fc.property(fc.array(payload, { minLength: 1, maxLength: 40 }), (values) => {
        const own = values.map((value) => committed(label, value));
        const secret = {
          ...{ indexes: null, abouts: null },
          salts: lines(own.map(({ salt }) => salt)),
          bodies: lines(own.map(({ body }) => body)),
        };
        const machine = layOut(roomForLines(secret, own.length));
        const cursor = openLines(machine, label, secret, own.length);
        if (cursor === null) throw new Error('not opened');
        for (const { fields, commitment } of own) {
          all += 1;
          if (fieldsOfLine(cursor) >= 0) {
            opened += 1;
            expect(fieldsOfLine(cursor)).toBe(fields);
            const at = cursor.commitmentsAt + 48 * cursor.taken;
            expect(machine.bytes.toString('latin1', at, at + 44)).toBe(commitment);
            const [found, asked] = [noFingerprints(1), noFingerprints(1)];
            copyFingerprint(cursor, found, 0);
            setFingerprint(asked, 0, commitment);
            expect(found).toEqual(asked);
          }
          cursor.taken += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(fingerprintNumbers).toBe(2);
    expect(opened).toBeGreaterThan(all / 3);
  });
});

describe('a line that is not what an entry commits to', () => {
  const entryOf = (commitment: string): string =>
    `{"kind":"decision","payload":"${commitment}","system":"loans","time":"2026-11-26T00:00:00.000Z","v":2}`;
  const good = Array.from({ length: 6 }, (_, i) => committed('ombud/payload', { decision: 'yes', score: i }));
  const likeness = likenessOf(
    {
      ...{ kind: 'decision', system: 'loans', time: '2026-11-26T00:00:00.000Z', v: 2 },
      payload: good[0]?.commitment ?? '',
    },
    entryOf(good[0]?.commitment ?? ''),
  );

  /** How many of a page are like the first one and open. */
  function opened(entries: readonly string[], bodies: readonly string[]): number {
    const payloads = {
      ...{ indexes: null, abouts: null },
      salts: lines(good.map(({ salt }) => salt)),
      bodies: lines(bodies),
    };
    const page = openPage({ entries: lines(entries), payloads, attributes: noLines }, entries.length);
    if (page === null || likeness === null) throw new Error('no page');
    setLikeness(page, likeness);
    return countOpened(page, likeness, 0, 0);
  }

  const entries = good.map(({ commitment }) => entryOf(commitment));
  const bodies = good.map(({ body }) => body);

  test('all are opened where each is', () => {
    expect(opened(entries, bodies)).toBe(6);
  });

  test('what was committed in the page before does not open what cannot be taken apart in this one', () => {
    opened(entries, bodies);
    expect(opened(entries, [...bodies.slice(0, 3), '{"decision":"no" }', ...bodies.slice(4)])).toBe(3);
  });

  test('a commitment of zeros opens nothing', () => {
    const zeros = [...entries.slice(0, 2), entryOf('\0'.repeat(44)), ...entries.slice(3)];
    expect(opened(zeros, [...bodies.slice(0, 2), '[]', ...bodies.slice(3)])).toBe(2);
  });

  test.each([
    ['another decision', '{"decision":"no","score":3}'],
    ['another order', '{"score":3,"decision":"yes"}'],
    ['a name twice', '{"decision":"yes","decision":"yes","score":3}'],
    ['a value more', '{"decision":"yes","score":3,"x":1}'],
    ['a blank', '{"decision":"yes", "score":3}'],
    ['no JSON', '{"decision":"yes","score":03}'],
    ['nothing', ''],
  ])('%s', (_, body) => {
    expect(opened(entries, [...bodies.slice(0, 3), body, ...bodies.slice(4)])).toBe(3);
  });
});

test('more fields than are hashed at once, and a text longer than all that has room, are left to the parser', () => {
  const many = Object.fromEntries(Array.from({ length: 257 }, (_, i) => [`f${i}`, i]));
  const most = Object.fromEntries(Array.from({ length: 256 }, (_, i) => [`f${i}`, i]));
  const own = [most, many, { a: 'x'.repeat(200_000) }, most].map((value) =>
    committed('ombud/payload', value),
  );
  const secret = {
    ...{ indexes: null, abouts: null },
    salts: lines(own.map(({ salt }) => salt)),
    bodies: lines(own.map(({ body }) => body)),
  };
  const machine = layOut(roomForLines(secret, own.length) + roomFor(0));
  const cursor = openLines(machine, 'ombud/payload', secret, own.length);
  const counts = own.map(() => {
    const count = cursor === null ? null : fieldsOfLine(cursor);
    if (cursor !== null) cursor.taken += 1;
    return count;
  });
  expect(counts).toEqual([256, -1, -1, 256]);
});
