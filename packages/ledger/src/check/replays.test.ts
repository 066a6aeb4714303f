import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/helpers.ts';
import { fingerprintTag, SeenHashes } from './seen-hashes.ts';

test('a hundred thousand different commitments are new, and each is known the second time', () => {
  const seen = new SeenHashes(100_000, { held: 100_000 });
  const all = Array.from({ length: 100_000 }, () => randomBytes(32).toString('base64'));
  expect(all.filter((one) => seen.add(one))).toEqual([]);
  expect(all.every((one) => seen.add(one))).toBe(true);
});

test('a commitment that begins with zeroes is one like the others', () => {
  const seen = new SeenHashes(2);
  const zeroes = Buffer.alloc(32).toString('base64');
  expect(seen.add(zeroes)).toBe(false);
  expect(seen.add(zeroes)).toBe(true);
});

/** Which come again, as a plain set says it. */
function again(all: readonly string[]): Set<number> {
  const seen = new Set<string>();
  return new Set(all.flatMap((one) => (seen.size === seen.add(one).size ? [fingerprintTag(one)] : [])));
}

/** Some commitments, some of which come again. */
const commitments = (different: number, order: readonly number[]): string[] => {
  const all = Array.from({ length: different }, () => randomBytes(32).toString('base64'));
  return [...all, ...order.map((at) => all[at % different] ?? '')];
};

test('whatever the bound: the same come again as a set of all of them finds', () => {
  const folder = temporaryFolder();
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.array(fc.nat(), { maxLength: 40 }),
      fc.integer({ min: 0, max: 3500 }),
      (different, order, held) => {
        const all = commitments(different, order);
        const seen = new SeenHashes(all.length, { held, folder });
        const found = new Set(all.filter((one) => seen.add(one)).map(fingerprintTag));
        for (const tag of seen.late()) found.add(tag);
        seen.forget();
        expect(found).toEqual(again(all));
      },
    ),
    { numRuns: 60 },
  );
});

test('far more than are held, in many pieces of the file', () => {
  const all = commitments(150_000, [0, 3, 149_999, 90_000, 90_000]);
  const seen = new SeenHashes(all.length, { held: 100, folder: temporaryFolder() });
  const atOnce = all.filter((one) => seen.add(one));
  expect(new Set([...atOnce.map(fingerprintTag), ...seen.late()])).toEqual(again(all));
  expect(atOnce).toHaveLength(2);
  seen.forget();
});

test('where no file can be made all are held', () => {
  const all = commitments(2000, [7, 1999]);
  const seen = new SeenHashes(all.length, { held: 10, folder: join(temporaryFolder(), 'not-there') });
  expect(all.filter((one) => seen.add(one))).toEqual([all[7], all[1999]]);
  expect(seen.late().size).toBe(0);
});

test.runIf(process.platform === 'linux')(
  "the file is nameless, its owner's, gone at the end, and tells nothing",
  () => {
    const folder = temporaryFolder();
    const seen = new SeenHashes(1_000_000, { held: 0, folder });
    expect(readdirSync(folder)).toEqual([]);
    const [file = ''] = openIn(folder);
    // As they are, the bytes of each would be the same letter.
    for (let i = 0; i < 128; i++) seen.addFingerprint(0x61616161, 0x61616161);
    expect(readFileSync(file)).toHaveLength(1024);
    expect(readFileSync(file).includes('aaaa')).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(seen.late()).toEqual(new Set([0x61616161]));
    seen.forget();
    seen.forget();
    expect(openIn(folder)).toEqual([]);
  },
);

/** What this process has open in a folder. */
function openIn(folder: string): string[] {
  const open = readdirSync('/proc/self/fd').map((fd) => `/proc/self/fd/${fd}`);
  return open.filter((path) => {
    try {
      return readlinkSync(path).startsWith(folder);
    } catch {
      return false;
    }
  });
}
