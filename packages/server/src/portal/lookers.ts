import { roles } from '../access/roles.ts';
import { accessTables } from '../access/tables.ts';
import type { Services } from '../services.ts';
import type { Looker } from './case-view.ts';

/**
 * The role and the name of each account that looked. Of somebody who has several roles for the system nobody knows in which they
 * looked. A key is a machine and has neither.
 */
export async function lookersOf(
  { state }: Services,
  actors: readonly string[],
  system: string,
): Promise<ReadonlyMap<string, Looker>> {
  const ids = [...new Set(actors)].flatMap((one) => (one.startsWith('account:') ? [one.slice(8)] : []));
  if (ids.length === 0) return new Map();
  const rows = await state
    .of(accessTables)
    .selectFrom('accounts')
    .leftJoin('grants', 'grants.account', 'accounts.id')
    .select(['accounts.id', 'accounts.name', 'grants.role', 'grants.system'])
    .where('accounts.id', 'in', ids)
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => {
      const held = own.filter((one) => one.system === '' || one.system === system);
      const [role, ...others] = roles.filter((one) => held.some((row) => row.role === one));
      const looker = { name: own[0]?.name ?? null, role: others.length === 0 ? (role ?? null) : null };
      return [`account:${id}`, looker];
    }),
  );
}
