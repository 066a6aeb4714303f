/** A server that is killed under load has every decision that it acknowledged, each once, on both databases. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeLedger, fsck, openLedger } from '@ombud/ledger';
import { freePort, sized } from '@ombud/testing';
import { describe, expect, test } from 'vitest';
import { testStores } from '../../ledger/test/stores.ts';
import { decisions } from '../test/declarations.ts';
import { type Served, startServed } from '../test/serving.ts';
import { temporaryFolder } from '../test/world.ts';

const rounds = sized(50, 15);
const senders = 8;
const together = 20;
const { stores } = testStores();

/** What was acknowledged: the entry of each subject. */
type Acknowledged = Map<string, number>;

/** Sends batches until the server is gone; what was not answered may be sent again by the next round, with the same key. */
async function sendUntilGone(
  url: string,
  key: string,
  next: () => number,
  acknowledged: Acknowledged,
): Promise<void> {
  for (;;) {
    const batch = decisions(together, next()).map((one) => ({ ...one, key: one.subject }));
    const answer = await fetch(`${url}/api/v1/systems/loans/decisions/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ decisions: batch }),
    }).then(
      async (response) => ({ status: response.status, body: await response.json() }),
      () => null,
    );
    if (answer === null) return;
    expect(answer.status).toBe(200);
    const { decisions: told } = answer.body as { decisions: { index: number }[] };
    for (const [i, { index }] of told.entries()) {
      const subject = batch[i]?.subject ?? '';
      const before = acknowledged.get(subject);
      if (before !== undefined) expect(index).toBe(before);
      acknowledged.set(subject, index);
    }
  }
}

async function recorded(location: string): Promise<Map<string, number>> {
  const ledger = await openLedger(location);
  try {
    const { problem, entries } = await fsck(ledger);
    expect(problem).toBeNull();
    const found = new Map<string, number>();
    for await (const page of ledger.store.readPages(0, entries, { payloads: true, attributes: false }))
      for (const { index, payload } of page) {
        const { subject } = JSON.parse(payload?.body ?? '{}') as { readonly subject?: string };
        if (subject === undefined) continue;
        expect(found.has(subject), `${subject} is there twice`).toBe(false);
        found.set(subject, index);
      }
    return found;
  } finally {
    await closeLedger(ledger);
  }
}

describe.each(stores)('$name', ({ name, skip, place }) => {
  test.skipIf(skip)(`kill -9 under load, ${rounds} rounds`, { timeout: 1_800_000 }, async () => {
    const folder = temporaryFolder();
    const database = name.startsWith('PostgreSQL') ? place() : null;
    if (database !== null) writeFileSync(join(folder, 'settings.json'), JSON.stringify({ database }));
    const port = await freePort();
    const acknowledged: Acknowledged = new Map();
    let server: Served = await startServed(folder, port, 'recorder');
    const { key, url } = server;
    let from = 0;
    for (let round = 0; round < rounds; round++) {
      // Some of what the round before sent, answered or not, is sent again.
      from = Math.max(0, from - 2 * together);
      const next = () => {
        from += together;
        return from - together;
      };
      const all = Promise.all(
        Array.from({ length: senders }, () => sendUntilGone(url, key, next, acknowledged)),
      );
      const before = acknowledged.size;
      const wanted = 20 + ((round * 137) % 400);
      while (acknowledged.size < before + wanted) await new Promise((resolve) => setTimeout(resolve, 2));
      server.process.kill('SIGKILL');
      expect(await server.ended).toBe('SIGKILL');
      await all;
      server = await startServed(folder, port);
    }
    server.process.kill('SIGTERM');
    await server.ended;
    const found = await recorded(database ?? join(folder, 'ledger'));
    for (const [subject, index] of acknowledged) expect(found.get(subject), subject).toBe(index);
    process.stderr.write(
      `${name}: ${rounds} rounds, ${acknowledged.size} acknowledged, ${found.size} recorded, none lost, none twice\n`,
    );
  });
});
