/** What goes on beside a writer: followers, checks, publications, witnesses; and several ledgers in one place. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { parseVerifierKey } from '@ombud/tlog';
import { describe, expect, onTestFinished, test } from 'vitest';
import { decision, logOrigin, temporaryFolder } from '../test/helpers.ts';
import { testStores } from '../test/stores.ts';
import {
  checkPublished,
  closeLedger,
  cosignWith,
  createLedger,
  eraseSubjects,
  follow,
  fsck,
  makeReceipt,
  openLedger,
  openWitness,
  openWriter,
  publish,
  readCheckpoint,
  readDecisions,
  type WitnessState,
  witnessServer,
} from './index.ts';

const { stores, server } = testStores();

const people = (count: number, name = 's') =>
  Array.from({ length: count }, (_, i) => decision(`${name}${i}`));

async function startWitness(name: string, vkey: string): Promise<{ url: string; state: WitnessState }> {
  const state = await openWitness(temporaryFolder(), name);
  const app = witnessServer({ state, logs: [parseVerifierKey(vkey)], now: () => 1_700_000_000 });
  const port = await new Promise<number>((resolve) => {
    app.listen(0, '127.0.0.1', () => resolve((app.address() as { port: number }).port));
  });
  onTestFinished(() => {
    app.close();
    app.closeAllConnections();
    state.close();
  });
  return { url: `http://127.0.0.1:${port}`, state };
}

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('a follower gets each entry once and in order, under a signed checkpoint', async () => {
    const location = place();
    await createLedger(location, logOrigin);
    const writer = await openWriter(location);
    await writer.appendMany(people(3));
    const ledger = await openLedger(location);
    const stop = new AbortController();
    const seen: number[] = [];
    const following = (async () => {
      for await (const { entries, checkpoint } of follow(ledger, {
        from: 1,
        everyMs: 5,
        signal: stop.signal,
      })) {
        seen.push(...entries.map(({ index }) => index));
        expect(checkpoint.size).toBeGreaterThan(seen.at(-1) ?? 0);
        if (seen.length >= 22) stop.abort();
      }
    })();
    for (let i = 0; i < 20; i++) await writer.append(decision(`later-${i}`));
    await following;
    expect(seen).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
    await closeLedger(ledger);
    await writer.close();
  });

  test.skipIf(skip)(
    'fsck and publishing run while a writer appends and erases, and find nothing wrong',
    async () => {
      const location = place();
      const vkey = await createLedger(location, logOrigin);
      const writer = await openWriter(location);
      await writer.appendMany(people(3000));
      const to = temporaryFolder();
      let done = false;
      const working = (async () => {
        for (let i = 0; !done; i++) {
          await writer.append(decision(`during-${i}`));
          if (i % 10 === 3) await eraseSubjects(writer, [`s${2900 - i}`]).catch(() => {});
        }
      })();
      const reader = await openLedger(location);
      for (let round = 0; round < 3; round++) {
        expect((await fsck(reader)).problem).toBeNull();
        await publish(reader, to);
        await checkPublished(to, [parseVerifierKey(vkey)]);
      }
      done = true;
      await working;
      await closeLedger(reader);
      await writer.close();
    },
  );

  test.skipIf(skip)(
    'a check goes on where the last one ended, and finds what is wrong after it',
    async () => {
      const location = place();
      await createLedger(location, logOrigin);
      const writer = await openWriter(location);
      await writer.appendMany(people(700));
      const ledger = await openLedger(location);
      const { checkpoint } = await fsck(ledger);
      await writer.appendMany(people(600, 'new'));
      const since = checkpoint ?? undefined;
      expect(await fsck(ledger, since === undefined ? {} : { since })).toMatchObject({
        entries: 600,
        problem: null,
      });
      await writer.append([decision('x')], {
        within: async ({ run }) => void (await run("update entries set body = '{}' where idx = 900")),
      });
      expect((await fsck(ledger, since === undefined ? {} : { since })).problem).toMatchObject({
        reason: 'entry-hash',
        params: { index: 900 },
      });
      const wrong = { origin: logOrigin, size: 700, root: new Uint8Array(32) };
      expect((await fsck(ledger, { since: wrong })).problem).toMatchObject({ reason: 'checkpoint-tree' });
      await closeLedger(ledger);
      await writer.close();
    },
  );

  test.skipIf(skip)('a witness that accepts and says nothing stops nobody', async () => {
    const location = place();
    const vkey = await createLedger(location, logOrigin);
    const silent = createServer(() => {});
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => resolve((silent.address() as { port: number }).port));
    });
    const witness = await startWitness('witness.example.org', vkey);
    const writer = await openWriter(location);
    await writer.append(decision('a'));
    let answered = false;
    const asking = cosignWith(writer, `http://127.0.0.1:${port}`, parseVerifierKey(witness.state.verifierKey))
      .catch(() => null)
      .finally(() => {
        answered = true;
      });
    for (let i = 0; i < 30; i++) await writer.append(decision(`b${i}`));
    expect(answered).toBe(false);
    silent.close();
    await writer.close();
    void asking;
  });

  test.skipIf(skip)('a receipt has as many witnesses as the policy asks for, or there is none', async () => {
    const location = place();
    const vkey = await createLedger(location, logOrigin);
    const witnesses = await Promise.all(['w1', 'w2', 'w3'].map((name) => startWitness(name, vkey)));
    const keys = witnesses.map(({ state }) => parseVerifierKey(state.verifierKey));
    const writer = await openWriter(location);
    await writer.appendMany(people(4));
    const cosign = (i: number) => {
      const [witness, key] = [witnesses[i], keys[i]];
      if (witness === undefined || key === undefined) throw new Error('no such witness');
      return cosignWith(writer, witness.url, key);
    };
    await Promise.all([cosign(0), cosign(1)]);
    await writer.append(decision('later'));
    await cosign(2);
    const { verifyReceipt } = await import('@ombud/tlog');
    const entry = new TextEncoder().encode(await writer.ledger.store.readEntry(2));
    const policy = { witnesses: keys, threshold: 2 };
    const receipt = await makeReceipt(writer.ledger, 2, policy);
    const verified = verifyReceipt(receipt, { entry }, [parseVerifierKey(vkey)], policy);
    expect(verified.witnesses.map(({ name }) => name).sort()).toEqual(['w1', 'w2']);
    await expect(makeReceipt(writer.ledger, 2, { witnesses: keys, threshold: 3 })).rejects.toMatchObject({
      code: 'OMBUD_E_LEDGER_WITNESS',
      reason: 'too-few',
    });
    await writer.close();
  });
});

const pg = stores[1];

describe.skipIf(pg?.skip !== false)('PostgreSQL', () => {
  test('several ledgers lie in one database and schema, each with its own writer', async () => {
    const url = server()?.newDatabase() ?? '';
    const [loans, cards] = [`${url}?ledger=loans`, `${url}?ledger=cards`];
    for (const [location, origin] of [
      [url, 'example.org/plain'],
      [loans, 'example.org/loans'],
      [cards, 'example.org/cards'],
    ] as const)
      await createLedger(location, origin);
    const writers = await Promise.all([url, loans, cards].map((location) => openWriter(location)));
    await expect(openWriter(loans)).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_LOCKED' });
    for (const [i, writer] of writers.entries()) await writer.appendMany(people(5 + i, `l${i}-`));
    await writers[1]?.append({ kind: 'appeal', system: 'loans', about: 0, payload: { text: 't' } });
    if (writers[1] !== undefined) await eraseSubjects(writers[1], ['l1-0']);
    for (const writer of writers) await writer.close();
    const sizes = [];
    for (const location of [url, loans, cards]) {
      const ledger = await openLedger(location);
      const { problem, entries, erased } = await fsck(ledger);
      expect(problem).toBeNull();
      sizes.push([ledger.origin, entries, erased]);
      await closeLedger(ledger);
    }
    expect(sizes).toEqual([
      ['example.org/plain', 5, 0],
      ['example.org/loans', 8, 2],
      ['example.org/cards', 7, 0],
    ]);
    await expect(createLedger(loans, 'example.org/again')).rejects.toMatchObject({
      code: 'OMBUD_E_LEDGER_EXISTS',
    });
    await expect(openLedger(`${url}?ledger=No`)).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_LOCATION' });
  });

  test('the keys that a reader trusts may stand in the location', async () => {
    const url = server()?.newDatabase() ?? '';
    const vkey = await createLedger(url, logOrigin);
    const plain = await openLedger(url);
    await expect(readDecisions(plain, { system: 'loans' })).rejects.toMatchObject({ reason: 'not-pinned' });
    await closeLedger(plain);
    for (const key of [vkey, encodeURIComponent(vkey)]) {
      const ledger = await openLedger(`${url}?key=${key}`);
      expect(ledger.trust.origin).toBe('handed-in');
      await readDecisions(ledger, { system: 'loans' });
      await closeLedger(ledger);
    }
  });

  test('each role does exactly its work: the writer records, the eraser erases, the auditor checks the tree', async () => {
    const url = server()?.newDatabase() ?? '';
    await createLedger(url, logOrigin);
    const owner = await openWriter(url);
    await owner.appendMany(people(5000));
    await owner.close();
    const roles = readFileSync(new URL('../schema/roles.sql', import.meta.url), 'utf8');
    server()?.sql(url, roles);
    server()?.sql(
      url,
      'create user wil in role ombud_writer; create user era in role ombud_writer, ombud_eraser; create user aud in role ombud_auditor',
    );
    const as = (user: string) => url.replace('ombud@', `${user}@`);
    const wil = await openWriter(as('wil'));
    await wil.appendMany(people(4000, 'w').map((draft, i) => ({ ...draft, key: `k${i}` })));
    expect((await wil.append({ ...decision('w0'), key: 'k0' })).repeated).toBe(true);
    await expect(eraseSubjects(wil, ['s1'])).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_READ_ONLY' });
    await wil.close();
    const era = await openWriter(as('era'));
    expect(await eraseSubjects(era, ['s1'])).toMatchObject({ entries: 1 });
    await era.close();
    const aud = await openLedger(as('aud'));
    expect(await fsck(aud, { treeOnly: true })).toMatchObject({
      problem: null,
      entries: 9001,
      checked: 'tree',
    });
    expect((await readCheckpoint(aud)).checkpoint.size).toBe(9001);
    await expect(fsck(aud)).rejects.toMatchObject({ code: 'OMBUD_E_LEDGER_READ_ONLY', reason: 'role' });
    await closeLedger(aud);
  });

  test('a server that may lose what it acknowledges is refused', async () => {
    const url = server()?.newDatabase() ?? '';
    await createLedger(url, logOrigin);
    server()?.sql(url, 'alter system set full_page_writes = off');
    server()?.sql(url, 'select pg_reload_conf()');
    onTestFinished(() => {
      server()?.sql(url, 'alter system reset full_page_writes');
      server()?.sql(url, 'select pg_reload_conf()');
    });
    await expect
      .poll(() =>
        openWriter(url)
          .then((writer) => writer.close())
          .catch((error) => error),
      )
      .toMatchObject({ code: 'OMBUD_E_LEDGER_NOT_DURABLE', params: { setting: 'full_page_writes' } });
  });

  test('a role whose commits are not synchronous has them synchronous here', async () => {
    const url = server()?.newDatabase() ?? '';
    await createLedger(url, logOrigin);
    server()?.sql(url, 'alter role ombud set synchronous_commit = off');
    onTestFinished(() => void server()?.sql(url, 'alter role ombud reset synchronous_commit'));
    const writer = await openWriter(url);
    let setting = '';
    await writer.append([decision('a')], {
      within: async ({ all }) => {
        setting =
          (await all<{ synchronous_commit: string }>('show synchronous_commit'))[0]?.synchronous_commit ?? '';
      },
    });
    expect(setting).toBe('on');
    await writer.close();
  });
});
