/** Accounts of people, and what they may. */
import { randomUUID } from 'node:crypto';
import type { Statements } from '@ombud/app';
import { serverErrors } from '../errors.ts';
import type { Services } from '../services.ts';
import { doAct } from './act.ts';
import { mailboxOf } from './mailbox.ts';
import { type Grant, type Principal, type Role, roles } from './roles.ts';
import { hashPassword, requirePassword } from './secrets.ts';
import { accessTables } from './tables.ts';

/** An account as the administrators see it. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly made: string;
  readonly disabled: boolean;
  readonly secondFactor: boolean;
  readonly grants: readonly Grant[];
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);

const grantOf = ({ role, system }: { role: string; system: string }): readonly Grant[] =>
  isRole(role) ? [{ role, system: system === '' ? null : system }] : [];

/** What an account may. */
export async function grantsOf(statements: Statements, account: string): Promise<readonly Grant[]> {
  const rows = await statements
    .of(accessTables)
    .selectFrom('grants')
    .select(['role', 'system'])
    .where('account', '=', account)
    .execute();
  return rows.flatMap(grantOf);
}

/** All accounts, by name. */
export async function listAccounts({ state }: Services): Promise<readonly Account[]> {
  const db = state.of(accessTables);
  const rows = await db.selectFrom('accounts').selectAll().orderBy('name').execute();
  const given = await db.selectFrom('grants').selectAll().orderBy('role').orderBy('system').execute();
  const grants = Map.groupBy(given, ({ account }) => account);
  return rows.map(({ id, name, made, disabled, totp }) => ({
    id,
    name,
    made,
    disabled: disabled === 1,
    secondFactor: totp !== null,
    grants: (grants.get(id) ?? []).flatMap(grantOf),
  }));
}

/** How many may administer. */
async function administrators(statements: Statements): Promise<number> {
  const rows = await statements
    .of(accessTables)
    .selectFrom('accounts')
    .innerJoin('grants', 'grants.account', 'accounts.id')
    .select('accounts.id')
    .where('grants.role', '=', 'administrator')
    .where('grants.system', '=', '')
    .where('accounts.disabled', '=', 0)
    .execute();
  return rows.length;
}

/** Whether somebody can administer. */
export const hasAdministrator = async ({ state }: Services): Promise<boolean> =>
  (await administrators(state)) > 0;

/** Somebody new. */
export interface NewAccount {
  readonly name: string;
  readonly password: string | null;
  readonly external?: string;
  /** Where the provider says that mail of the person goes; the name, where it is an address, else. */
  readonly mail?: string;
  /** The id of who invited them; who makes the account, where left out. */
  readonly madeBy?: string | null;
  readonly grants: readonly Grant[];
}

/**
 * Makes an account, with `work` in the same transaction (an invitation that is used up).
 * @throws OmbudError `OMBUD_E_ACCOUNT` where the name is taken, `OMBUD_E_ACCOUNT_INPUT` for a weak password
 */
export async function makeAccount(
  services: Services,
  by: Principal,
  { name, password, external, grants, mail = name, madeBy }: NewAccount,
  work: (tx: Statements) => Promise<unknown> = async () => {},
): Promise<string> {
  if (password !== null) requirePassword(password, name);
  const id = randomUUID();
  const row = {
    id,
    name: name.toLowerCase(),
    password: password === null ? null : await hashPassword(password),
    totp: null,
    totp_step: 0,
    external: external ?? null,
    made: new Date(services.context.now()).toISOString(),
    made_by: madeBy ?? (by.kind === 'anonymous' ? null : by.id),
    mailbox: mailboxOf(mail),
    disabled: 0,
  };
  const details = { account: id, grants: grants.map(({ role, system }) => ({ role, system })) };
  await doAct(services, by, { act: 'account-made', details }, async (tx) => {
    await work(tx);
    const db = tx.of(accessTables);
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('accounts')
      .values(row)
      .onConflict((c) => c.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) throw serverErrors.error('OMBUD_E_ACCOUNT', 'name-taken', { name });
    await giveAll(tx, id, grants);
  });
  return id;
}

/** One grant may come twice: two groups of a provider can give the same role. */
async function giveAll(tx: Statements, account: string, grants: readonly Grant[]): Promise<void> {
  for (const { role, system } of grants)
    await tx
      .of(accessTables)
      .insertInto('grants')
      .values({ account, role, system: system ?? '' })
      .onConflict((c) => c.doNothing())
      .execute();
}

/**
 * Settles what an account may, and whether it may log in at all. Open sessions of an account that is disabled end.
 * @throws OmbudError `OMBUD_E_ACCOUNT` where nobody could administer afterwards, `OMBUD_E_NO_ACCOUNT`
 */
export async function changeAccount(
  services: Services,
  by: Principal,
  id: string,
  { grants, disabled }: { readonly grants: readonly Grant[]; readonly disabled: boolean },
): Promise<void> {
  const details = { account: id, disabled, grants: grants.map(({ role, system }) => ({ role, system })) };
  const act = { act: 'account-changed', target: `account:${id}`, details };
  await doAct(services, by, act, async (tx) => {
    const db = tx.of(accessTables);
    const before = await administrators(tx);
    const { numUpdatedRows } = await db
      .updateTable('accounts')
      .set({ disabled: disabled ? 1 : 0 })
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) throw serverErrors.error('OMBUD_E_NO_ACCOUNT', 'account', { id });
    await db.deleteFrom('grants').where('account', '=', id).execute();
    await giveAll(tx, id, grants);
    if (disabled) await db.deleteFrom('sessions').where('account', '=', id).execute();
    if (before > 0 && (await administrators(tx)) === 0)
      throw serverErrors.error('OMBUD_E_ACCOUNT', 'last-administrator');
  });
}
