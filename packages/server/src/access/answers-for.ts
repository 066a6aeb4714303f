/** What needs two people: who answers for an actor, and whether they still may. */
import type { Services } from '../services.ts';
import { grantsOf } from './accounts.ts';
import { findKeyById } from './keys.ts';
import { mayFor, type Role } from './roles.ts';
import { accessTables } from './tables.ts';

type Asked = Pick<Services, 'state'>;

const isAccount = async ({ state }: Asked, id: string): Promise<boolean> =>
  (await state
    .of(accessTables)
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined;

/**
 * Who answers for an actor: for a key whoever made it, so that nobody is two by making one.
 * @param actor `account:...` or `key:...`
 */
export async function personBehind(services: Asked, actor: string): Promise<string> {
  const [kind, id = ''] = actor.split(':');
  if (kind !== 'key') return actor;
  const key = await findKeyById(services, id);
  if (key === null) return actor;
  if (await isAccount(services, key.madeBy)) return `account:${key.madeBy}`;
  return (await findKeyById(services, key.madeBy)) === null
    ? actor
    : personBehind(services, `key:${key.madeBy}`);
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
