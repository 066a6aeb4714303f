/** One-time codes of an authenticator, and the codes for when it is lost. */
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Services } from '../services.ts';
import { doAct } from './act.ts';
import type { AccountPrincipal } from './roles.ts';
import { openText, sealText, tokenDigest } from './secrets.ts';
import { accessTables } from './tables.ts';

const stepSeconds = 30;
const codes = 10;
const codeBytes = 10;
const purpose = 'totp';

const totpOf = (name: string, secret: string): TOTP =>
  new TOTP({ issuer: 'Ombud', label: name, secret: Secret.fromBase32(secret), period: stepSeconds });

/** A secret that is not in use yet: shown as a link and as a picture, kept once a code of it was given. */
export function newSecret(name: string): { readonly secret: string; readonly uri: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: totpOf(name, secret).toString() };
}

/** The time step of a code, or null where it is wrong; a step to either side is allowed for clocks. */
function stepOf(name: string, secret: string, code: string, now: number): number | null {
  const token = code.replaceAll(/\s/g, '');
  const delta = totpOf(name, secret).validate({ token, window: 1, timestamp: now });
  return delta === null ? null : Math.floor(now / 1000 / stepSeconds) + delta;
}

/**
 * Begins to ask for a second factor.
 * @returns recovery codes, shown once; null where the code is wrong
 */
export async function enrol(
  services: Services,
  who: AccountPrincipal,
  { secret, code }: { readonly secret: string; readonly code: string },
): Promise<readonly string[] | null> {
  const step = stepOf(who.name, secret, code, services.context.now());
  if (step === null) return null;
  const recovery = Array.from({ length: codes }, () => randomBytes(codeBytes).toString('hex'));
  const totp = sealText(services.place.secret, purpose, secret);
  await doAct(services, who, { act: 'second-factor-set', details: { account: who.id } }, async (tx) => {
    const db = tx.of(accessTables);
    await db.updateTable('accounts').set({ totp, totp_step: step }).where('id', '=', who.id).execute();
    await db.deleteFrom('recovery_codes').where('account', '=', who.id).execute();
    await db
      .insertInto('recovery_codes')
      .values(recovery.map((one) => ({ digest: tokenDigest(one), account: who.id })))
      .execute();
  });
  return recovery;
}

/** Whether a code is right, of the authenticator or for recovery; each works once. */
export async function useCode(
  { state, place, context }: Services,
  account: string,
  code: string,
): Promise<boolean> {
  const row = await state
    .of(accessTables)
    .selectFrom('accounts')
    .select(['name', 'totp'])
    .where('id', '=', account)
    .executeTakeFirst();
  if (row === undefined || row.totp === null) return false;
  const step = stepOf(row.name, openText(place.secret, purpose, row.totp), code, context.now());
  return state.change(async (tx) => {
    const db = tx.of(accessTables);
    if (step === null) {
      const { numDeletedRows } = await db
        .deleteFrom('recovery_codes')
        .where('account', '=', account)
        .where('digest', '=', tokenDigest(code.trim().toLowerCase()))
        .executeTakeFirstOrThrow();
      return numDeletedRows === 1n;
    }
    const { numUpdatedRows } = await db
      .updateTable('accounts')
      .set({ totp_step: step })
      .where('id', '=', account)
      .where('totp_step', '<', step)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  });
}
