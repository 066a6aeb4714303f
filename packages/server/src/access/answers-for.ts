/** What needs two people: who answers for an actor, and whether they still may. */
import type { Statements } from '@ombud/app';
import type { Services } from '../services.ts';
import { grantsOf } from './accounts.ts';
import { mayFor, type Role } from './roles.ts';
import { accessTables } from './tables.ts';

type Asked = Pick<Services, 'state'>;

/** Keys that made keys are followed so far. */
const longestLine = 20;

async function isAccount(tx: Statements, id: string): Promise<boolean> {
  const account = tx.of(accessTables).selectFrom('accounts').select('id').where('id', '=', id);
  return (await account.executeTakeFirst()) !== undefined;
}

async function makerOfKey(tx: Statements, id: string): Promise<string | undefined> {
  const key = tx.of(accessTables).selectFrom('api_keys').select('made_by').where('id', '=', id);
  return (await key.executeTakeFirst())?.made_by;
}

/** The id of who answers for an account or a key. A key that was made by nobody who is known any more answers for itself. */
export async function behind(tx: Statements, id: string): Promise<string> {
  let at = id;
  for (let left = longestLine; left > 0; left--) {
    const maker = await makerOfKey(tx, at);
    if (maker === undefined) return at;
    if (!(await isAccount(tx, maker)) && (await makerOfKey(tx, maker)) === undefined) return at;
    at = maker;
  }
  return at;
}

/**
 * Who answers for an actor: for a key whoever made it, so that nobody is two by making one.
 * @param actor `account:...` or `key:...`
 */
export async function personBehind({ state }: Asked, actor: string): Promise<string> {
  const [kind, id = ''] = actor.split(':');
  if (kind !== 'key') return actor;
  const person = await behind(state, id);
  return `${(await isAccount(state, person)) ? 'account' : 'key'}:${person}`;
}

/** Whether somebody who proposed something may do so still: an account that was shut out proposes nothing. */
export async function mayStill(
  { state }: Asked,
  actor: string,
  allowed: readonly Role[],
  system: string,
): Promise<boolean> {
  const [kind, id = ''] = actor.split(':');
  if (kind !== 'account') return false;
  const row = await state
    .of(accessTables)
    .selectFrom('accounts')
    .select(['name', 'disabled'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined || row.disabled === 1) return false;
  const grants = await grantsOf(state, id);
  return mayFor({ kind, id, name: row.name, grants, session: '' }, allowed, system);
}

/**
 * Whether somebody who took the first step of two was shut out since: an account that may not any more, or a key that was
 * revoked or has ended. What they did then is the second of nobody.
 */
export async function isShutOut(
  { state, context }: Pick<Services, 'state' | 'context'>,
  actor: string,
  allowed: readonly Role[],
  system: string,
): Promise<boolean> {
  const [kind, id = ''] = actor.split(':');
  if (kind !== 'key') return !(await mayStill({ state }, actor, allowed, system));
  const key = await state
    .of(accessTables)
    .selectFrom('api_keys')
    .select(['revoked', 'expires'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (key === undefined || key.revoked !== null) return true;
  return key.expires !== null && Date.parse(key.expires) <= context.now();
}
