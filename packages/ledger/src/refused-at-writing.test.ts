import { beforeAll, describe, expect, test } from 'vitest';
import { entryCount, prepareWorlds, world } from '../test/attacked-world.ts';
import { inFuture } from '../test/attacks.ts';
import { decision } from '../test/helpers.ts';
import { seal } from './entry/seal.ts';
import { openWriter } from './index.ts';

beforeAll(prepareWorlds);

describe('refused at writing', () => {
  const refusedAs = (code: string, reason: string) => ({ code: `OMBUD_E_LEDGER_${code}`, reason });

  test('a sealed draft recorded twice: the same salts would make the same commitment', async () => {
    const { folder, witness } = await world();
    const writer = await openWriter(folder);
    const sealed = writer.seal(decision('twice'));
    await writer.appendSealed([sealed]);
    await expect(writer.appendSealed([sealed])).rejects.toMatchObject(refusedAs('ENTRY', 'sealed-twice'));
    await expect(writer.appendSealed([{ ...sealed }])).rejects.toMatchObject(
      refusedAs('ENTRY', 'sealed-twice'),
    );
    await writer.close();
    witness.close();
  });

  test('an erasure of entries that are not there, or one that is only said', async () => {
    const { folder, witness } = await world();
    const writer = await openWriter(folder);
    const erasure = seal({
      kind: 'erasure',
      because: 'request',
      ranges: [[0, 1_000_000_000]],
      request: { sha256: '0'.repeat(64) },
    });
    await expect(writer.erase([[0, 1_000_000_000]], [erasure], [])).rejects.toMatchObject(
      refusedAs('INDEX', 'erasure-beyond-end'),
    );
    await expect(writer.appendSealed([erasure])).rejects.toMatchObject(refusedAs('ENTRY', 'not-appended'));
    await writer.close();
    witness.close();
  });

  test('a clock that jumps to 2099, before the ledger is opened and while it is', async () => {
    const { folder, witness } = await world();
    const later = await openWriter(folder, { now: () => Date.UTC(2099, 0, 1) });
    await expect(later.append(decision('a'))).rejects.toMatchObject(refusedAs('CLOCK', 'ahead'));
    await later.close();
    let now = Date.now();
    const writer = await openWriter(folder, { now: () => now, monotonic: () => 0 });
    await writer.append(decision('b'));
    now = Date.UTC(2099, 0, 1);
    await expect(writer.append(decision('c'))).rejects.toMatchObject(refusedAs('CLOCK', 'jumped'));
    now = Date.now();
    expect((await writer.append(decision('d'))).index).toBe(entryCount + 1);
    await writer.close();
    const gap = await openWriter(folder, { now: () => Date.now() + 500 * 86_400_000, acceptGap: true });
    expect((await gap.append(decision('after a real gap'))).index).toBe(entryCount + 2);
    await gap.close();
    witness.close();
  });

  test('a decision that says it is yet to be made', async () => {
    const { folder, witness } = await world();
    const writer = await openWriter(folder);
    const draft = decision('a', { decided: inFuture });
    await expect(writer.append(draft)).rejects.toMatchObject(refusedAs('ENTRY', 'decided-later'));
    await expect(writer.appendMany([draft])).rejects.toMatchObject(refusedAs('ENTRY', 'decided-later'));
    await writer.close();
    witness.close();
  });

  test('a source of salts that is stuck', async () => {
    const { folder, witness } = await world();
    const writer = await openWriter(folder, { random: (length) => new Uint8Array(length) });
    await expect(writer.append(decision('a'))).rejects.toMatchObject(refusedAs('STORE', 'randomness'));
    await writer.close();
    witness.close();
  });
});
