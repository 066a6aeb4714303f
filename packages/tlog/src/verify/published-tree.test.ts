import { refusalOf } from '@ombud/testing/errors';
import { expect, test } from 'vitest';
import { publishToMap } from '../../test/publish.ts';
import { at, sampleEntries } from '../../test/tools.ts';
import { fastHasher as hasher } from '../tree/hasher.ts';
import { encodeBundle } from './bundle.ts';
import { verifyPublished } from './published-tree.ts';

const entries = sampleEntries(66_000);
const { files, root } = publishToMap(entries);

function reader(changes: ReadonlyMap<string, Uint8Array> = new Map()): (path: string) => Promise<Uint8Array> {
  return async (path) => {
    const bytes = changes.get(path) ?? files.get(path);
    if (bytes === undefined) throw new Error(`no file ${path}`);
    return bytes;
  };
}

test('a published log of three tile levels verifies, and each of its files is read once', async () => {
  const seen: string[] = [];
  const read = (path: string) => {
    seen.push(path);
    return reader()(path);
  };
  await verifyPublished({ size: 66_000, root }, read, hasher);
  expect(seen.sort()).toEqual([...files.keys()].sort());
});

test.each([0, 1, 255, 256, 257, 600])(
  'a log of %i entries verifies with the hasher of the browser',
  async (size) => {
    const small = publishToMap(entries.slice(0, size));
    const read = async (path: string) => small.files.get(path) ?? new Uint8Array(0);
    await verifyPublished({ size, root: small.root }, read);
    await expect(verifyPublished({ size, root: small.root.toReversed() }, read)).rejects.toMatchObject({
      code: 'OMBUD_E_VERIFY_ROOT',
    });
  },
);

test('the first wrong file or entry is named', async () => {
  const check = (path: string, bytes: Uint8Array) =>
    verifyPublished({ size: 66_000, root }, reader(new Map([[path, bytes]])), hasher);
  const other = encodeBundle(entries.slice(512, 768).with(3, at(entries, 0)));
  expect(await refusalOf(() => check('tile/entries/002', other))).toBe(
    'Entry 515 is not the one that the log signed.',
  );
  const tile = Uint8Array.from(files.get('tile/0/007') ?? []);
  expect(await refusalOf(() => check('tile/0/007', tile.with(100, 1)))).toContain('tile/0/007');
  const upper = Uint8Array.from(files.get('tile/1/000') ?? []);
  const changed = upper.with(8191, (upper[8191] ?? 0) ^ 1);
  expect(await refusalOf(() => check('tile/1/000', changed))).toContain('tile/1/000');
  await expect(check('tile/0/257.p/208', new Uint8Array(208 * 32))).rejects.toMatchObject({
    code: 'OMBUD_E_VERIFY_ROOT',
  });
  await expect(check('tile/2/000.p/1', new Uint8Array(33))).rejects.toMatchObject({
    code: 'OMBUD_E_VERIFY_TILE',
  });
});
