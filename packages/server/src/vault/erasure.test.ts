/** Whoever is erased is erased everywhere: their words, their files, why somebody looked at them, and nothing comes after. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { erase } from '@ombud/app';
import { parseEntry } from '@ombud/ledger';
import { describe, expect, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { appealAs, contestWorld, entered, keyOf, visitor } from '../../test/contest-world.ts';
import { askerOf, personOf, temporaryFolder } from '../../test/world.ts';

const secret = 'SECRETWORDS';

/** Whether any file of the place holds a text, as it lies on the disk. */
function holds(folder: string, text: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(text));
}

test('the words, the files and the pseudonym of a person go with them, and nothing is recorded about them again', async () => {
  const folder = temporaryFolder();
  const { running, tell, recorder } = await contestWorld({ folder });
  const [clerk, auditor] = [await keyOf(running, 'clerk'), await keyOf(running, 'auditor')];
  const told = await tell(6);
  const [drafting, lodged, other] = told;
  if (drafting === undefined || lodged === undefined || other === undefined)
    throw new Error('nobody was told');

  // One saves a draft again and again and leaves it; one appeals, with a file; a third stays. All lie beside each other.
  for (const [i, one] of [drafting, other].entries()) {
    const who = await entered(running, one);
    for (const length of [10, 2000, 30_000])
      await who.post('/en/case/appeal/words', {
        do: 'save',
        words: `${i === 0 ? secret : 'STAYS'} ${'word '.repeat(length / 10)}`,
      });
  }
  const appellant = await entered(running, lodged);
  const file = new FormData();
  file.set('do', 'save');
  file.set('file', new Blob([`${secret} in a file. `.repeat(3000)], { type: 'text/plain' }), 'pay.txt');
  await appellant.get('/en/case/appeal');
  await appellant.send('/en/case/appeal/files', file);
  await appealAs(appellant, 'en', `${secret} in an appeal`);
  const at = '/api/v1/systems/payments';
  for (const { decision } of [drafting, lodged])
    await clerk('POST', `${at}/decisions/${decision}/look`, { why: `Mrs ${secret} of 5 High Street rang` });
  expect(holds(folder, secret)).toBe(true);

  const location = running.services.place.location;
  await expect(erase({ location, subjects: ['p-0'] }, running.services.context)).rejects.toMatchObject({
    reason: 'erase-at-server',
  });
  const erased = await clerk('POST', '/api/v1/erasures', { subjects: ['p-0', 'p-1'], request: 'please' });
  expect(erased.status).toBe(200);

  const { cookie } = await personOf(running, 'auditor');
  const acts = await (await askerOf(running.url, { cookie })('GET', '/acts')).text();
  expect(acts).not.toContain(secret);
  const looks = (await (await auditor('GET', '/api/v1/looks')).json()) as { items: { about: number }[] };
  expect(JSON.stringify(looks)).not.toContain(secret);
  expect(looks.items.map(({ about }) => about)).not.toContain(lodged.decision);
  expect(looks.items.map(({ about }) => about)).not.toContain(drafting.decision);
  expect((await appellant.get('/en/case')).html).not.toContain(secret);
  const again = visitor(running);
  await again.get('/en/case');
  expect((await again.post('/en/case/enter', { code: lodged.code, second: '27 3 1987' })).status).not.toBe(
    200,
  );

  const outcomes = [drafting, lodged, other].map(({ decision }) => ({
    index: decision,
    outcome: 'no',
    note: `${secret} defaulted`,
  }));
  const answer = await recorder('POST', `${at}/outcomes/batch`, { outcomes: outcomes.slice(0, 2) });
  expect(await answer.json()).toMatchObject({
    accepted: 0,
    decisions: [
      { reason: 'OMBUD_E_LEDGER_ENTRY/about-erased' },
      { reason: 'OMBUD_E_LEDGER_ENTRY/about-erased' },
    ],
  });
  expect(holds(folder, secret)).toBe(false);
  expect(holds(folder, 'STAYS')).toBe(true);
  const kept = await recorder('POST', `${at}/outcomes/batch`, {
    outcomes: [{ index: other.decision, outcome: 'no' }],
  });
  expect(await kept.json()).toMatchObject({ accepted: 1 });

  // By age, everybody goes.
  const old = await clerk('POST', '/api/v1/erasures', { olderThanDays: 0 });
  expect(await old.json()).toMatchObject({ entries: expect.any(Number) });
  expect(holds(folder, 'STAYS')).toBe(false);
  expect((await clerk('POST', '/api/v1/erasures', {})).status).toBe(400);
});

describe.each(testStores().stores)('$name', ({ name, skip, place }) => {
  test.skipIf(skip)(
    'the same erasure that is asked for four times at once is carried out and recorded once',
    async () => {
      const { running, tell } = await contestWorld({
        folder: temporaryFolder(),
        ...(name.startsWith('PostgreSQL') ? { database: place() } : {}),
      });
      const clerk = await keyOf(running, 'clerk');
      await tell(3);
      const ask = () => clerk('POST', '/api/v1/erasures', { subjects: ['p-0', 'p-1'] });
      const answers = await Promise.all([ask(), ask(), ask(), ask()]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
      let recorded = 0;
      const { store } = running.services.ledger;
      const { size } = await store.readLog();
      for await (const rows of store.readPages(0, size, { payloads: false, attributes: false }))
        for (const { entry } of rows) if (parseEntry(entry)?.kind === 'erasure') recorded += 1;
      expect(recorded).toBe(1);
    },
  );
});
