/** One-time links by which somebody makes an account of their own. */
import type { Statements } from '@ombud/app';
import { serverErrors } from '../errors.ts';
import type { Services } from '../services.ts';
import { makeAccount } from './accounts.ts';
import { doAct } from './act.ts';
import { type Grant, type Principal, roles } from './roles.ts';
import { newToken, tokenDigest } from './secrets.ts';
import { accessTables } from './tables.ts';

const lastsMs = 7 * 86_400_000;

const rowOf = (
  { context }: Services,
  token: string,
  { role, system }: Grant,
  by: Principal = { kind: 'anonymous' },
) => ({
  digest: tokenDigest(token),
  role,
  system: system ?? '',
  made_by: by.kind === 'anonymous' ? null : by.id,
  expires: new Date(context.now() + lastsMs).toISOString(),
});

/** The link of the first administrator; each start makes a new one, and the old ones end. */
export async function inviteFirst(services: Services): Promise<string> {
  const token = newToken();
  await services.state.change(async (tx) => {
    const db = tx.of(accessTables);
    await db.deleteFrom('invitations').execute();
    await db
      .insertInto('invitations')
      .values(rowOf(services, token, { role: 'administrator', system: null }))
      .execute();
  });
  return token;
}

/** Invites somebody to a role. @returns the token, which is shown once */
export async function invite(services: Services, by: Principal, grant: Grant): Promise<string> {
  const token = newToken();
  const { role, system } = grant;
  await doAct(services, by, { act: 'invited', details: { role, system } }, (tx) =>
    tx
      .of(accessTables)
      .insertInto('invitations')
      .values(rowOf(services, token, grant, by))
      .execute(),
  );
  return token;
}

/** Takes an invitation out, so that it cannot be used again; null where there is none. */
async function takeInvitation(tx: Statements, token: string, now: string): Promise<void> {
  const { numDeletedRows } = await tx
    .of(accessTables)
    .deleteFrom('invitations')
    .where('digest', '=', tokenDigest(token))
    .where('expires', '>', now)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw serverErrors.error('OMBUD_E_INVITATION', 'used');
}

/** What an invitation is for. @throws OmbudError `OMBUD_E_INVITATION` where it was used or is too old */
export async function readInvitation(
  { state, context }: Services,
  token: string,
): Promise<Grant & { readonly madeBy: string | null }> {
  const row = await state
    .of(accessTables)
    .selectFrom('invitations')
    .selectAll()
    .where('digest', '=', tokenDigest(token))
    .where('expires', '>', new Date(context.now()).toISOString())
    .executeTakeFirst();
  const role = roles.find((one) => one === row?.role);
  if (row === undefined || role === undefined) throw serverErrors.error('OMBUD_E_INVITATION', 'used');
  return { role, system: row.system === '' ? null : row.system, madeBy: row.made_by };
}

/**
 * Makes the account of somebody who was invited.
 * @returns the identifier of the account
 * @throws OmbudError as `makeAccount`, and `OMBUD_E_INVITATION`
 */
export async function acceptInvitation(
  services: Services,
  token: string,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<string> {
  const { madeBy, ...grant } = await readInvitation(services, token);
  const now = new Date(services.context.now()).toISOString();
  return makeAccount(services, { kind: 'anonymous' }, { name, password, grants: [grant], madeBy }, (tx) =>
    takeInvitation(tx, token, now),
  );
}
