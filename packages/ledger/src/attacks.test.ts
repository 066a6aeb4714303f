/**
 * The table of attacks: for each, who sees it. `docs/threat-model.md` says the same; the last test holds the two together.
 *
 * - fsck: the operator or an auditor with the database
 * - audit: `readDecisions`, on which every audit of a ledger rests
 * - receipt: a person asks for a new receipt of entry 5 and checks it with the published key
 * - published: the next publication into the folder that was published before
 * - witness: the next cosignature by a witness who saw the log before
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOmbudError, type RandomBytes } from '@ombud/kernel';
import { parseVerifierKey, verifyReceipt } from '@ombud/tlog';
import { generateKey, parsePrivateKey, signNote } from '@ombud/tlog/tree';
import { beforeAll, describe, expect, test } from 'vitest';
import { decision, logOrigin, temporaryFolder } from '../test/helpers.ts';
import { changeDatabase, forge, replaceDatabase } from '../test/insider.ts';
import { commitmentOfFields, fieldCommitment } from './entry/commitment.ts';
import { entryText, seal } from './entry/seal.ts';
import {
  closeLedger,
  createLedger,
  fsck,
  makeReceipt,
  openLedger,
  opensPayload,
  openWriter,
  parseEntry,
  proveGrowth,
  publish,
  readCheckpoint,
  readDecisions,
  readEntry,
  readPayload,
} from './index.ts';
import { answer } from './witness/add-checkpoint.ts';
import { formatRequest } from './witness/request.ts';
import { openWitness, type WitnessState } from './witness/state.ts';

const entryCount = 300;
const person = 5;
/** The key of the log, which some insiders have stolen: another ledger may be made with it. */
const stolen: RandomBytes = (length) => new Uint8Array(length).map((_, i) => i + 1);

interface World {
  /** The ledger, as it was before the attack. */
  readonly folder: string;
  readonly published: string;
  readonly witness: WitnessState;
  readonly vkey: string;
}

let honest = '';
let published = '';
let witnessFolder = '';
let vkey = '';

async function fill(folder: string, from: number, count: number, now = Date.now): Promise<void> {
  const writer = await openWriter(folder, { now });
  await writer.appendMany(Array.from({ length: count }, (_, i) => decision(`subject-${from + i}`)));
  await writer.close();
}

async function cosign(folder: string, witness: WitnessState): Promise<string> {
  const ledger = await openLedger(folder);
  const { note, checkpoint } = await readCheckpoint(ledger);
  const old = Math.min(witness.seen(logOrigin)?.size ?? 0, checkpoint.size);
  const proof = await proveGrowth(ledger, old, checkpoint.size);
  await closeLedger(ledger);
  const body = formatRequest({ old, proof, checkpoint: note });
  const { status } = answer(body, witness, [parseVerifierKey(vkey)], () => 1_700_000_000);
  return status === 200 ? 'ok' : String(status);
}

beforeAll(async () => {
  const base = mkdtempSync(join(tmpdir(), 'ombud-attacks-'));
  honest = join(base, 'ledger');
  published = join(base, 'published');
  witnessFolder = join(base, 'witness');
  vkey = await createLedger(honest, logOrigin, stolen);
  await fill(honest, 0, entryCount);
  const ledger = await openLedger(honest);
  await publish(ledger, published);
  await closeLedger(ledger);
  const witness = await openWitness(witnessFolder, 'witness.example.org');
  await cosign(honest, witness);
  witness.close();
  return () => rmSync(base, { recursive: true, force: true });
});

async function world(): Promise<World> {
  const base = temporaryFolder();
  for (const [from, name] of [
    [honest, 'ledger'],
    [published, 'published'],
    [witnessFolder, 'witness'],
  ] as const)
    cpSync(from, join(base, name), { recursive: true });
  const witness = await openWitness(join(base, 'witness'), 'witness.example.org');
  return { folder: join(base, 'ledger'), published: join(base, 'published'), witness, vkey };
}

/** What each party finds: 'ok' where it finds nothing. */
interface Findings {
  readonly fsck: string;
  readonly audit: string;
  readonly receipt: string;
  readonly published: string;
  readonly witness: string;
}

async function found(work: () => Promise<string>): Promise<string> {
  try {
    return await work();
  } catch (error) {
    if (isOmbudError(error)) return `${error.code.replace(/^OMBUD_E_(LEDGER_)?/, '')}/${error.reason}`;
    throw error;
  }
}

async function findings({ folder, published: copy, witness }: World): Promise<Findings> {
  const within = async (work: (ledger: Awaited<ReturnType<typeof openLedger>>) => Promise<string>) =>
    found(async () => {
      const ledger = await openLedger(folder);
      try {
        return await work(ledger);
      } finally {
        await closeLedger(ledger);
      }
    });
  return {
    fsck: await within(async (ledger) => {
      const { problem } = await fsck(ledger);
      if (problem !== null) throw problem;
      return 'ok';
    }),
    audit: await within(async (ledger) => {
      const reading = await readDecisions(ledger, { system: 'loans' });
      for await (const _ of reading.batches);
      const { unreadable, erased } = reading.coverage().counts;
      return unreadable + erased === 0 ? 'ok' : `unreadable ${unreadable}, erased ${erased}`;
    }),
    receipt: await within(async (ledger) => {
      const receipt = await makeReceipt(ledger, person);
      const entry = await readEntry(ledger.store, person);
      verifyReceipt(receipt, { entry: new TextEncoder().encode(entry) }, [parseVerifierKey(vkey)]);
      const payload = await readPayload(ledger.store, person);
      if (payload === undefined) return 'payload is missing';
      const parsed = parseEntry(entry);
      return parsed !== null && opensPayload(parsed, payload) ? 'ok' : 'payload is another';
    }),
    published: await within(async (ledger) => {
      await publish(ledger, copy);
      return 'ok';
    }),
    witness: await found(() => cosign(folder, witness)),
  };
}

const timePattern = '2026-11-22T03:49:31.123Z';
const inFuture = '2099-01-01T00:00:00.000Z';
const nobody = { fsck: 'ok', audit: 'ok', receipt: 'ok', published: 'ok', witness: 'ok' };

async function lastTime(folder: string): Promise<string> {
  const ledger = await openLedger(folder);
  const log = await ledger.store.readLog();
  await closeLedger(ledger);
  return log.lastTime;
}

/** Another past under the same key: made a year ago, as far as its clock says. */
async function rewritten(count = entryCount): Promise<string> {
  const other = join(temporaryFolder(), 'ledger');
  await createLedger(other, logOrigin, stolen);
  await fill(other, 1000, count, () => Date.now() - 365 * 86_400_000);
  return other;
}

const lines = (fields: readonly string[]): string => fields.map((field) => `\n${field}`).join('');

/** A decision with salts of the insider's choice. */
function saltedDecision(salt: string, time: string) {
  const body = '{"decision":"yes","subject":"s-1"}';
  const fields = [
    fieldCommitment('ombud/payload', salt, '"/decision"', '"yes"'),
    fieldCommitment('ombud/payload', salt, '"/subject"', '"s-1"'),
  ];
  const payload = commitmentOfFields('ombud/payload', lines(fields));
  return {
    entry: `{"kind":"decision","payload":"${payload}","system":"loans","time":"${time}","v":2}`,
    payload: { salt: salt.repeat(2), body },
  };
}

interface Attack {
  readonly name: string;
  readonly attack: (world: World) => Promise<void> | void;
  readonly seen: Partial<Findings>;
}

const databaseAlone: readonly Attack[] = [
  {
    name: 'payload changed',
    attack: ({ folder }) =>
      changeDatabase(
        folder,
        `update payloads set body = replace(body, '"yes"', '"no"') where idx = ${person}`,
      ),
    seen: {
      fsck: 'CORRUPT/payload-commitment',
      audit: 'unreadable 1, erased 0',
      receipt: 'payload is another',
    },
  },
  {
    name: 'payload and salts changed',
    attack: ({ folder }) =>
      changeDatabase(
        folder,
        `update payloads set (salt, body) = (select salt, body from payloads where idx = 7) where idx = ${person}`,
      ),
    seen: {
      fsck: 'CORRUPT/payload-commitment',
      audit: 'unreadable 1, erased 0',
      receipt: 'payload is another',
    },
  },
  {
    name: 'payload deleted quietly',
    attack: ({ folder }) => changeDatabase(folder, `delete from payloads where idx = ${person}`),
    seen: {
      fsck: 'CORRUPT/payload-missing',
      audit: 'unreadable 1, erased 0',
      receipt: 'payload is missing',
    },
  },
  {
    name: 'attributes altered',
    attack: ({ folder }) =>
      changeDatabase(
        folder,
        `update attributes set body = replace(body, '"F"', '"M"') where idx = ${person}`,
      ),
    seen: { fsck: 'CORRUPT/attributes-commitment', audit: 'unreadable 1, erased 0' },
  },
  {
    name: 'attributes deleted',
    attack: ({ folder }) => changeDatabase(folder, 'delete from attributes where idx < 74'),
    seen: { fsck: 'CORRUPT/attributes-missing', audit: 'unreadable 74, erased 0' },
  },
  {
    name: 'entry changed',
    attack: ({ folder }) =>
      changeDatabase(
        folder,
        `update entries set body = replace(body, '"loans"', '"cards"') where idx = ${person}`,
      ),
    seen: { fsck: 'CORRUPT/entry-hash', audit: 'CORRUPT/entries', receipt: 'VERIFY_ROOT/inclusion' },
  },
  {
    name: 'two entries swapped',
    attack: ({ folder }) =>
      changeDatabase(
        folder,
        `update entries set idx = -1 where idx = ${person}; update entries set idx = ${person} where idx = 9; update entries set idx = 9 where idx = -1`,
      ),
    seen: {
      fsck: 'CORRUPT/entry-hash',
      audit: 'CORRUPT/entries',
      receipt: 'VERIFY_ROOT/inclusion',
    },
  },
  {
    name: 'last ten entries dropped',
    attack: ({ folder }) => changeDatabase(folder, 'delete from entries where idx >= 290'),
    seen: { fsck: 'CORRUPT/entry-count', audit: 'CORRUPT/entries' },
  },
  {
    name: 'tile truncated',
    attack: ({ folder }) =>
      changeDatabase(folder, 'update tiles set hashes = substr(hashes, 1, 320) where level = 0 and idx = 0'),
    seen: { fsck: 'CORRUPT/entry-hash', receipt: 'VERIFY_TILE/too-short' },
  },
  {
    name: 'tile deleted',
    attack: ({ folder }) => changeDatabase(folder, 'delete from tiles where level = 0 and idx = 0'),
    seen: { fsck: 'CORRUPT/tile-missing', receipt: 'CORRUPT/tile-missing' },
  },
  {
    name: 'tile zeroed',
    attack: ({ folder }) =>
      changeDatabase(
        folder,
        'update tiles set hashes = zeroblob(length(hashes)) where level = 0 and idx = 0',
      ),
    seen: { fsck: 'CORRUPT/entry-hash', receipt: 'VERIFY_ROOT/inclusion' },
  },
  {
    name: 'entries and tiles rewritten, the note left',
    attack: async ({ folder }) => {
      const other = await rewritten();
      changeDatabase(
        folder,
        `attach '${join(other, 'ledger.db')}' as other;
         ${['entries', 'payloads', 'attributes', 'tiles'].map((t) => `delete from ${t}; insert into ${t} select * from other.${t};`).join('')}
         update log set last_time = (select last_time from other.log)`,
      );
    },
    seen: {
      fsck: 'CORRUPT/checkpoint-tree',
      audit: 'VERIFY_SPLIT/two-roots',
      receipt: 'VERIFY_ROOT/inclusion',
    },
  },
  {
    name: 'table of keys replaced, and the checkpoint signed by the new key',
    attack: ({ folder }) => swapKey(folder, false),
    seen: {
      fsck: 'VERIFY_UNSIGNED/by-none',
      audit: 'VERIFY_UNSIGNED/by-none',
      receipt: 'VERIFY_UNSIGNED/by-none',
      published: 'VERIFY_UNSIGNED/by-none',
      witness: 'VERIFY_UNSIGNED/by-none',
    },
  },
  {
    name: 'own key added to the table as a retired one',
    attack: ({ folder }) => swapKey(folder, true),
    seen: {
      fsck: 'VERIFY_UNSIGNED/by-none',
      audit: 'VERIFY_UNSIGNED/by-none',
      receipt: 'VERIFY_UNSIGNED/by-none',
      published: 'VERIFY_UNSIGNED/by-none',
      witness: 'VERIFY_UNSIGNED/by-none',
    },
  },
  {
    name: 'erasure written into the database without the key',
    attack: ({ folder }) =>
      changeDatabase(
        folder,
        `delete from payloads where idx = ${person}; delete from attributes where idx = ${person};
         update entries set body = '{"because":"request","kind":"erasure","ranges":[[${person},${person}]],"request":{"sha256":"${'0'.repeat(64)}"},"time":"${timePattern}","v":2}' where idx = 299`,
      ),
    seen: {
      fsck: 'CORRUPT/entry-hash',
      audit: 'VERIFY_ROOT/inclusion',
      receipt: 'payload is missing',
    },
  },
];

function swapKey(folder: string, retired: boolean): void {
  const pair = generateKey(logOrigin);
  const text = readFileSync(join(published, 'checkpoint'), 'utf8').split('\n\n')[0];
  const note = signNote(`${text}\n`, [parsePrivateKey(pair.privateKey)]);
  changeDatabase(
    folder,
    `${retired ? '' : 'delete from keys;'} insert into keys (vkey, retired) values ('${pair.verifierKey}', ${retired ? "'x'" : 'null'});
     update checkpoints set note = '${note}'`,
  );
}

const withTheStolenKey: readonly Attack[] = [
  {
    name: 'all rewritten and dated a year back',
    attack: async ({ folder }) => replaceDatabase(folder, await rewritten()),
    seen: { published: 'ROLLED_BACK/published-differs', witness: '409' },
  },
  {
    name: 'rolled back to an older copy',
    attack: async ({ folder }) => {
      const other = await rewritten(10);
      replaceDatabase(folder, other);
    },
    seen: { published: 'ROLLED_BACK/published-more', witness: '409' },
  },
  {
    name: 'decision recorded again with the same salts',
    attack: async ({ folder }) => {
      const ledger = await openLedger(folder);
      const entry = await readEntry(ledger.store, person);
      const payload = await readPayload(ledger.store, person);
      await closeLedger(ledger);
      const again = entry.replace(/"time":"[^"]*"/, `"time":"${await lastTime(folder)}"`);
      await forge(folder, [
        payload === undefined
          ? { entry: again }
          : { entry: again.replace(/"attributes":"[^"]*",/, ''), payload },
      ]);
    },
    seen: { fsck: 'CORRUPT/replayed', audit: 'unreadable 1, erased 0' },
  },
  {
    name: 'constant salts',
    attack: async ({ folder }) => forge(folder, [saltedDecision('A'.repeat(24), await lastTime(folder))]),
    seen: { fsck: 'CORRUPT/payload-commitment', audit: 'unreadable 1, erased 0' },
  },
  {
    name: 'empty salts',
    attack: async ({ folder }) => forge(folder, [saltedDecision('', await lastTime(folder))]),
    seen: { fsck: 'CORRUPT/payload-commitment', audit: 'unreadable 1, erased 0' },
  },
  {
    name: 'erasure that nobody asked for',
    attack: async ({ folder }) =>
      forge(folder, [
        {
          entry: `{"because":"request","kind":"erasure","ranges":[[0,1]],"time":"${await lastTime(folder)}","v":2}`,
        },
      ]),
    seen: { fsck: 'CORRUPT/payload-not-erased' },
  },
  {
    name: 'erasure that nobody asked for, carried out',
    attack: async ({ folder }) => {
      const time = await lastTime(folder);
      await forge(folder, [
        { entry: `{"because":"request","kind":"erasure","ranges":[[0,1]],"time":"${time}","v":2}` },
      ]);
      changeDatabase(folder, 'delete from payloads where idx < 2; delete from attributes where idx < 2');
    },
    seen: { fsck: 'CORRUPT/erasure-unasked', audit: 'unreadable 0, erased 2' },
  },
  {
    name: 'erasure of entries that are not there yet',
    attack: async ({ folder }) =>
      forge(folder, [
        {
          entry: `{"because":"request","kind":"erasure","ranges":[[200,1000000000]],"request":{"sha256":"${'0'.repeat(64)}"},"time":"${await lastTime(folder)}","v":2}`,
        },
      ]),
    seen: { fsck: 'CORRUPT/payload-not-erased' },
  },
  {
    name: 'entry dated back',
    attack: ({ folder }) => {
      const sealed = seal({ kind: 'breaker', system: 'loans', state: 'open', because: 'b' });
      return forge(folder, [{ entry: entryText(sealed, '2020-01-01T00:00:00.000Z') }]);
    },
    seen: { fsck: 'CORRUPT/entry-time' },
  },
  {
    name: 'entry dated 2099',
    attack: ({ folder }) => {
      const sealed = seal({ kind: 'breaker', system: 'loans', state: 'open', because: 'b' });
      return forge(folder, [{ entry: entryText(sealed, inFuture) }], inFuture);
    },
    seen: { fsck: 'CORRUPT/entry-in-future' },
  },
  {
    name: 'decision that says it is decided in 2099, to escape retention',
    attack: async ({ folder }) => {
      const sealed = seal({
        kind: 'decision',
        system: 'cards',
        decided: inFuture,
        payload: { subject: 'p', decision: 1 },
      });
      const entry = entryText(sealed, await lastTime(folder));
      return forge(folder, [{ entry, ...(sealed.payload === null ? {} : { payload: sealed.payload }) }]);
    },
    seen: { fsck: 'CORRUPT/decided-later' },
  },
  {
    name: 'appeal about an entry that came after it',
    attack: async ({ folder }) => {
      const sealed = seal({ kind: 'appeal', system: 'loans', about: 999, payload: { text: 't' } });
      const entry = entryText(sealed, await lastTime(folder));
      return forge(folder, [
        { entry, about: 999, ...(sealed.payload === null ? {} : { payload: sealed.payload }) },
      ]);
    },
    seen: { fsck: 'CORRUPT/about-later' },
  },
  {
    name: 'key added that no trusted key vouches for',
    attack: async ({ folder }) => {
      const pair = generateKey(logOrigin);
      const sealed = seal({
        kind: 'key',
        action: 'add',
        key: pair.verifierKey,
        by: pair.verifierKey,
        signature: `${'A'.repeat(86)}==`,
      });
      return forge(folder, [{ entry: entryText(sealed, await lastTime(folder)) }]);
    },
    seen: { fsck: 'CORRUPT/key-not-vouched' },
  },
  {
    name: 'entry that is not an entry',
    attack: ({ folder }) => forge(folder, [{ entry: '{"kind":"opinion"}' }]),
    seen: { fsck: 'CORRUPT/entry-form', audit: 'unreadable 1, erased 0' },
  },
];

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
  const handed = await openLedger(place.folder, { keys: [parseVerifierKey(vkey)] });
  await expect(readDecisions(handed, { system: 'loans' })).resolves.toBeDefined();
  await closeLedger(handed);
  place.witness.close();
});

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
    await expect(writer.erase([[0, 1_000_000_000]], [erasure])).rejects.toMatchObject(
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
