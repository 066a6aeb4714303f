/** SIGTERM under load, with readers beside: whatever was recorded was answered, nothing that was answered is lost, on both databases. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeLedger, fsck, openLedger, readDecisions } from '@ombud/ledger';
import { freePort, sized } from '@ombud/testing';
import { describe, expect, test } from 'vitest';
import { testStores } from '../../ledger/test/stores.ts';
import { decisions } from '../test/declarations.ts';
import { startServed } from '../test/serving.ts';
import { temporaryFolder } from '../test/world.ts';
import { locateLedger } from './place/place.ts';
import { readSettings } from './place/settings.ts';

const rounds = sized(20, 4);
const senders = 8;
const readers = 3;
const { stores } = testStores();

/** Sends decisions one after the other until the server is gone; those that were answered are acknowledged. */
async function sendUntilGone(
  url: string,
  key: string,
  next: () => number,
  acknowledged: Set<string>,
): Promise<void> {
  for (;;) {
    const [one] = decisions(1, next());
    const answer = await fetch(`${url}/api/v1/systems/loans/decisions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(one),
    }).then(
      async (response) => ({ status: response.status, body: await response.text() }),
      () => null,
    );
    if (answer === null) return;
    expect([answer.status, answer.body]).toEqual([201, expect.stringContaining('"index"')]);
    acknowledged.add(one?.subject ?? '');
  }
}

/** Everybody about whom a reader in another process finds a decision. */
async function subjectsAt(location: string): Promise<readonly string[]> {
  const ledger = await openLedger(location);
  try {
    const found: string[] = [];
    const reading = await readDecisions(ledger, { system: 'loans' });
    for await (const { subject } of reading.decisions) found.push(String(subject));
    return found;
  } finally {
    await closeLedger(ledger);
  }
}

/** Reads again and again: what was acknowledged before a reading began is in it. */
async function readUntil(
  location: string,
  acknowledged: ReadonlySet<string>,
  isOver: () => boolean,
): Promise<number> {
  let readings = 0;
  while (!isOver()) {
    const before = [...acknowledged];
    const found = new Set(await subjectsAt(location));
    expect(before.filter((one) => !found.has(one))).toEqual([]);
    readings += 1;
  }
  return readings;
}

describe.each(stores)('$name', ({ name, skip, place }) => {
  test.skipIf(skip)(
    `SIGTERM under load with ${readers} readers, ${rounds} rounds`,
    { timeout: 1_800_000 },
    async () => {
      const folder = temporaryFolder();
      const database = name.startsWith('PostgreSQL') ? place() : null;
      if (database !== null) writeFileSync(join(folder, 'settings.json'), JSON.stringify({ database }));
      const acknowledged = new Set<string>();
      const port = await freePort();
      let key = '';
      let made = 0;
      let readings = 0;
      for (let round = 0; round < rounds; round++) {
        const served = await startServed(folder, port, round === 0 ? 'recorder' : null);
        if (round === 0) key = served.key;
        const location = await locateLedger(folder, await readSettings(folder));
        const sending = Array.from({ length: senders }, () =>
          sendUntilGone(served.url, key, () => made++, acknowledged),
        );
        let isOver = false;
        const reading = Array.from({ length: readers }, () =>
          readUntil(location, acknowledged, () => isOver),
        );
        const wanted = acknowledged.size + 50 + ((round * 137) % 200);
        while (acknowledged.size < wanted) await new Promise((resolve) => setTimeout(resolve, 2));
        served.process.kill('SIGTERM');
        expect(await served.ended).toBe(0);
        await Promise.all(sending);
        isOver = true;
        readings += (await Promise.all(reading)).reduce((sum, one) => sum + one, 0);
      }
      const location = await locateLedger(folder, await readSettings(folder));
      const found = await subjectsAt(location);
      expect(found.toSorted()).toEqual([...acknowledged].sort());
      const ledger = await openLedger(location);
      expect((await fsck(ledger, { threads: 0 })).problem).toBeNull();
      await closeLedger(ledger);
      process.stderr.write(
        `${name}: ${rounds} rounds, ${acknowledged.size} answered, ${found.length} recorded, ${readings} readings beside\n`,
      );
    },
  );
});
