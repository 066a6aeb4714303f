import { roles } from '../access/roles.ts';
import { accessTables } from '../access/tables.ts';
import type { Services } from '../services.ts';
import type { Looker } from './case-view.ts';

/** The role and the name of each account that looked; a key is a machine and has neither. */
export async function lookersOf(
  { state }: Services,
  actors: readonly string[],
): Promise<ReadonlyMap<string, Looker>> {
  const ids = [...new Set(actors)].flatMap((one) => (one.startsWith('account:') ? [one.slice(8)] : []));
  if (ids.length === 0) return new Map();
  const rows = await state
    .of(accessTables)
    .selectFrom('accounts')
    .leftJoin('grants', 'grants.account', 'accounts.id')
    .select(['accounts.id', 'accounts.name', 'grants.role'])
    .where('accounts.id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ id, name, role }) => [
      `account:${id}`,
      { name, role: roles.find((one) => one === role) ?? null },
    ]),
  );
}
