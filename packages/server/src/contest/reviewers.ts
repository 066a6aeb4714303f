/** Who may be given a review of a system: whoever may enter, and has the role for it. */
import { contestErrors } from '@ombud/contest';
import { accessTables } from '../access/tables.ts';
import type { Services } from '../services.ts';

/** Accounts that review for a system. */
export async function reviewersOf(
  { state }: Pick<Services, 'state'>,
  system: string,
): Promise<readonly string[]> {
  const rows = await state
    .of(accessTables)
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account')
    .select('grants.account')
    .where('grants.role', '=', 'reviewer')
    .where('grants.system', 'in', ['', system])
    .where('accounts.disabled', '=', 0)
    .execute();
  return [...new Set(rows.map(({ account }) => `account:${account}`))];
}

/** Keys with which a program reviews for a system. */
async function reviewingKeys(
  { state, context }: Pick<Services, 'state' | 'context'>,
  system: string,
): Promise<readonly string[]> {
  const now = new Date(context.now()).toISOString();
  const rows = await state
    .of(accessTables)
    .selectFrom('api_keys')
    .select('id')
    .where('role', '=', 'reviewer')
    .where('system', 'in', ['', system])
    .where('revoked', 'is', null)
    .where((eb) => eb.or([eb('expires', 'is', null), eb('expires', '>', now)]))
    .execute();
  return rows.map(({ id }) => `key:${id}`);
}

/** @throws OmbudError `OMBUD_E_CONTEST_MOVE/no-reviewer` where nobody of that name reviews for the system: the appeal would wait for ever */
export async function requireReviewer(services: Services, system: string, reviewer: string): Promise<void> {
  const able = [...(await reviewersOf(services, system)), ...(await reviewingKeys(services, system))];
  if (!able.includes(reviewer))
    throw contestErrors.error('OMBUD_E_CONTEST_MOVE', 'no-reviewer', { reviewer });
}
