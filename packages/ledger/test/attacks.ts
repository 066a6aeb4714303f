/** The attacks on a ledger, and who sees each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKey, parsePrivateKey, signNote } from '@ombud/tlog/tree';
import { commitmentOfFields, fieldCommitment } from '../src/entry/commitment.ts';
import { entryText, seal } from '../src/entry/seal.ts';
import { closeLedger, openLedger, readEntry, readPayload } from '../src/index.ts';
import { type Findings, lastTime, person, rewritten, type World } from './attacked-world.ts';
import { logOrigin } from './helpers.ts';
import { changeDatabase, forge, replaceDatabase } from './insider.ts';

const timePattern = '2026-11-22T03:49:31.123Z';
export const inFuture = '2099-01-01T00:00:00.000Z';
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

export interface Attack {
  readonly name: string;
  readonly attack: (world: World) => Promise<void> | void;
  readonly seen: Partial<Findings>;
}

/** Nobody opens the ledger. */
const allSee = (problem: string): Findings => ({
  ...{ fsck: problem, audit: problem, receipt: problem },
  ...{ published: problem, witness: problem },
});

export const databaseAlone: readonly Attack[] = [
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
    attack: (world) => swapKey(world, false),
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
    attack: (world) => swapKey(world, true),
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
  ...(
    [
      [
        'payloads twice, in a table without its key',
        'create table other (idx, about, salt, body); insert into other select * from payloads; drop table payloads; alter table other rename to payloads; insert into payloads select * from payloads',
      ],
      [
        'a view in the place of the payloads',
        'alter table payloads rename to other; create view payloads as select * from other union all select * from other',
      ],
      [
        'a trigger beside the payloads',
        "create trigger other after insert on payloads begin update payloads set body = '{}' where idx = new.idx; end",
      ],
      [
        'an index that holds what its table does not',
        `drop index entries_erasure; create index entries_erasure on entries (idx, body) where substr(body, 1, 11) = '{"because":'`,
      ],
    ] as const
  ).map(([name, statements]) => ({
    name,
    attack: ({ folder }: World) => changeDatabase(folder, statements),
    seen: allSee('CORRUPT/schema'),
  })),
];

function swapKey({ folder, published }: World, retired: boolean): void {
  const pair = generateKey(logOrigin);
  const text = readFileSync(join(published, 'checkpoint'), 'utf8').split('\n\n')[0];
  const note = signNote(`${text}\n`, [parsePrivateKey(pair.privateKey)]);
  changeDatabase(
    folder,
    `${retired ? '' : 'delete from keys;'} insert into keys (vkey, retired) values ('${pair.verifierKey}', ${retired ? "'x'" : 'null'});
     update checkpoints set note = '${note}'`,
  );
}

export const withTheStolenKey: readonly Attack[] = [
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
