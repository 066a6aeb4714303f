/**
 * The table of attacks: for each, who sees it. `docs/threat-model.md` says the same; the last test holds the two together.
 *
 * - fsck: the operator or an auditor with the database
 * - audit: `readDecisions`, on which every audit of a ledger rests
 * - receipt: a person asks for a new receipt of entry 5 and checks it with the published key
 * - published: the next publication into the folder that was published before
 * - witness: the next cosignature by a witness who saw the log before
 */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseVerifierKey } from '@ombud/tlog';
import { beforeAll, describe, expect, test } from 'vitest';
import { entryCount, findings, found, prepareWorlds, rewritten, world } from '../test/attacked-world.ts';
import { type Attack, databaseAlone, withTheStolenKey } from '../test/attacks.ts';
import { decision, temporaryFolder } from '../test/helpers.ts';
import { replaceDatabase } from '../test/insider.ts';
import { closeLedger, fsck, openLedger, openWriter, readDecisions } from './index.ts';

beforeAll(prepareWorlds);

const nobody = { fsck: 'ok', audit: 'ok', receipt: 'ok', published: 'ok', witness: 'ok' };

describe.each([
  ['with the database alone', databaseAlone],
  ['with the stolen key', withTheStolenKey],
] as const)('%s', (_, attacks) => {
  test.each(attacks)('$name', async ({ attack, seen }) => {
    const place = await world();
    await attack(place);
    expect(await findings(place)).toEqual({ ...nobody, ...seen });
    place.witness.close();
  });
});

test('nobody finds anything where nothing was done', async () => {
  const place = await world();
  expect(await findings(place)).toEqual(nobody);
  place.witness.close();
});

test.each([
  ['all rewritten', entryCount, 'VERIFY_SPLIT/two-roots'],
  ['rolled back', 10, 'CORRUPT/others-saw-more'],
  ['rewritten and grown', entryCount + 20, 'VERIFY_ROOT/consistency'],
])('fsck beside a published checkpoint sees the stolen key at work: %s', async (_, count, expected) => {
  const place = await world();
  replaceDatabase(place.folder, await rewritten(count));
  const ledger = await openLedger(place.folder);
  const against = [readFileSync(join(place.published, 'checkpoint'), 'utf8')];
  const seen = await found(async () => {
    const { problem } = await fsck(ledger, { against });
    if (problem !== null) throw problem;
    return 'ok';
  });
  await closeLedger(ledger);
  place.witness.close();
  expect(seen).toBe(expected);
});

test('a write-ahead log that was deleted is seen by the mark beside the key', async () => {
  const place = await world();
  const writer = await openWriter(place.folder);
  await writer.append(decision('later'));
  const copy = join(temporaryFolder(), 'ledger');
  cpSync(place.folder, copy, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 20));
  cpSync(join(place.folder, 'high-water'), join(copy, 'high-water'));
  await writer.close();
  expect(existsSync(join(copy, 'ledger.db-wal'))).toBe(true);
  rmSync(join(copy, 'ledger.db-wal'));
  rmSync(join(copy, 'ledger.db-shm'), { force: true });
  await expect(openWriter(copy)).rejects.toMatchObject({
    code: 'OMBUD_E_LEDGER_CORRUPT',
    reason: 'below-high-water',
  });
  place.witness.close();
});

test('an audit refuses a ledger whose keys nobody pinned', async () => {
  const place = await world();
  writeFileSync(join(place.folder, 'trusted-keys'), '');
  const ledger = await openLedger(place.folder);
  await expect(readDecisions(ledger, { system: 'loans' })).rejects.toMatchObject({
    code: 'OMBUD_E_LEDGER_KEY',
    reason: 'not-pinned',
  });
  await closeLedger(ledger);
  const handed = await openLedger(place.folder, { keys: [parseVerifierKey(place.vkey)] });
  await expect(readDecisions(handed, { system: 'loans' })).resolves.toBeDefined();
  await closeLedger(handed);
  place.witness.close();
});

test('the threat model says the same (OMBUD_UPDATE=1 writes its table anew)', () => {
  const parties = ['fsck', 'audit', 'receipt', 'published', 'witness'] as const;
  const row = (who: string) => (attack: Attack) =>
    `| ${attack.name} | ${who} | ${parties.map((party) => (attack.seen[party] === undefined ? '' : 'sees it')).join(' | ')} |`;
  const table = [
    '| attack | with | `fsck` | an audit | a new receipt | the published copy | a witness |',
    '|---|---|---|---|---|---|---|',
    ...databaseAlone.map(row('the database')),
    ...withTheStolenKey.map(row('the stolen key')),
  ].join('\n');
  const file = new URL('../../../docs/threat-model.md', import.meta.url);
  const page = readFileSync(file, 'utf8');
  const [before = '', rest = ''] = page.split('<!-- attacks -->\n');
  const [, after = ''] = rest.split('\n<!-- end of attacks -->');
  const current = `${before}<!-- attacks -->\n${table}\n<!-- end of attacks -->${after}`;
  if (process.env['OMBUD_UPDATE'] === '1') writeFileSync(file, current);
  expect(page).toBe(current);
});
