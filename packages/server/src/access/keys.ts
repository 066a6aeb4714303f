/** API keys of machines: shown once, stored as a digest, for one role and one system or all. */
import { randomUUID } from 'node:crypto';
import { serverErrors } from '../errors.ts';
import { remembered } from '../remembered.ts';
import type { Services } from '../services.ts';
import { doAct } from './act.ts';
import { type Known, type Principal, type Role, roles } from './roles.ts';
import { newToken, tokenDigest } from './secrets.ts';
import { accessTables } from './tables.ts';

const prefix = 'ombud_';

/** A key as it is listed. */
export interface KeyLine {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly system: string | null;
  readonly made: string;
  /** Who made it: an account, or a key. */
  readonly madeBy: string;
  readonly expires: string | null;
  readonly revoked: string | null;
}

/** A key to be made. */
export interface NewKey {
  readonly name: string;
  readonly role: Role;
  readonly system: string | null;
  readonly expires: string | null;
}

const iso = ({ context }: Services): string => new Date(context.now()).toISOString();

/**
 * Makes a key. @returns its id, and the key itself, which is never shown again
 * @throws OmbudError `OMBUD_E_KEY` where it would have ended already
 */
export async function makeKey(
  services: Services,
  by: Known,
  { name, role, system, expires }: NewKey,
): Promise<{ readonly id: string; readonly key: string }> {
  if (expires !== null && Date.parse(expires) <= services.context.now())
    throw serverErrors.error('OMBUD_E_KEY', 'expires-past', { expires });
  const id = randomUUID();
  const key = `${prefix}${newToken()}`;
  const row = {
    id,
    digest: tokenDigest(key),
    name,
    role,
    system: system ?? '',
    made: iso(services),
    made_by: by.id,
    expires,
    revoked: null,
    replaced: null,
  };
  const act = { act: 'key-made', details: { key: id, role, system }, ...(system === null ? {} : { system }) };
  await doAct(services, by, act, (tx) => tx.of(accessTables).insertInto('api_keys').values(row).execute());
  return { id, key };
}

/**
 * A new key in place of an old one, which goes on working for a while so that machines can change over.
 * @throws OmbudError `OMBUD_E_NO_ACCOUNT` where there is no such key or it was revoked; `OMBUD_E_KEY` where it was rotated
 *   before: whoever lost the answer makes a new key
 */
export async function rotateKey(
  services: Services,
  by: Known,
  id: string,
  overlapSeconds: number,
): Promise<{ readonly id: string; readonly key: string }> {
  const key = `${prefix}${newToken()}`;
  const fresh = randomUUID();
  const ends = new Date(services.context.now() + overlapSeconds * 1000).toISOString();
  const act = { act: 'key-rotated', target: `key:${id}`, details: { key: fresh, instead: id } };
  await doAct(services, by, act, async (tx) => {
    const db = tx.of(accessTables);
    const old = await db
      .selectFrom('api_keys')
      .selectAll()
      .where('id', '=', id)
      .where('revoked', 'is', null)
      .executeTakeFirst();
    if (old === undefined) throw serverErrors.error('OMBUD_E_NO_ACCOUNT', 'key', { id });
    // A retry after a lost answer would give the new key the end of the old one.
    if (old.replaced !== null) throw serverErrors.error('OMBUD_E_KEY', 'rotated', { id });
    if (old.expires !== null && old.expires <= iso(services))
      throw serverErrors.error('OMBUD_E_KEY', 'ended', { id });
    const lasts = old.expires === null || old.expires > ends ? ends : old.expires;
    await db.updateTable('api_keys').set({ expires: lasts, replaced: fresh }).where('id', '=', id).execute();
    await db
      .insertInto('api_keys')
      .values({ ...old, id: fresh, digest: tokenDigest(key), made: iso(services), made_by: by.id })
      .execute();
  });
  return { id: fresh, key };
}

/** Revokes a key at once. @throws OmbudError `OMBUD_E_NO_ACCOUNT` */
export async function revokeKey(services: Services, by: Principal, id: string): Promise<void> {
  const act = { act: 'key-revoked', target: `key:${id}`, details: { key: id } };
  await doAct(services, by, act, async (tx) => {
    const { numUpdatedRows } = await tx
      .of(accessTables)
      .updateTable('api_keys')
      .set({ revoked: iso(services) })
      .where('id', '=', id)
      .where('revoked', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) throw serverErrors.error('OMBUD_E_NO_ACCOUNT', 'key', { id });
  });
}

/** All keys, newest first. */
export async function listKeys({ state }: Services): Promise<readonly KeyLine[]> {
  const rows = await state
    .of(accessTables)
    .selectFrom('api_keys')
    .select(['id', 'name', 'role', 'system', 'made', 'made_by', 'expires', 'revoked'])
    .orderBy('made', 'desc')
    .execute();
  return rows.map(({ system, made_by, ...row }) => ({
    ...row,
    system: system === '' ? null : system,
    madeBy: made_by,
  }));
}

/** Who a key is, or null where it opens nothing. */
export async function findKey(services: Services, key: string): Promise<Principal | null> {
  if (!key.startsWith(prefix)) return null;
  const digest = tokenDigest(key);
  const row = await remembered(services, `key ${digest}`, () =>
    services.state
      .of(accessTables)
      .selectFrom('api_keys')
      .selectAll()
      .where('digest', '=', digest)
      .where('revoked', 'is', null)
      .executeTakeFirst(),
  );
  if (row === undefined || (row.expires !== null && row.expires <= iso(services))) return null;
  const role = roles.find((one) => one === row.role);
  if (role === undefined) return null;
  return {
    kind: 'key',
    id: row.id,
    name: row.name,
    grants: [{ role, system: row.system === '' ? null : row.system }],
  };
}
