/**
 * Passkeys: a key that stays in the device of a person, who unlocks it there (WebAuthn level 3, user verification required).
 * It opens an account without a password and without a code, and only at the address of this place.
 */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import type { Services } from '../services.ts';
import { doAct } from './act.ts';
import { askPassword } from './ask-password.ts';
import { forgetTries, open } from './log-in.ts';
import type { AccountPrincipal } from './roles.ts';
import { tokenDigest } from './secrets.ts';
import { accessTables } from './tables.ts';

type Registration = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type Assertion = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

/** So long somebody may take to unlock their key. */
const challengeMs = 300_000;
const ourName = 'Ombud';

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly made: string;
  readonly used: string | null;
}

const refused = (cause?: unknown) => serverErrors.error('OMBUD_E_WHO', 'passkey', {}, { cause });

/** The place that a key is for: its host, and the origin of its pages. */
function placeOf({ origin }: Call): { readonly rpID: string; readonly expectedOrigin: string } {
  const url = new URL(origin);
  return { rpID: url.hostname, expectedOrigin: url.origin };
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** Keeps a challenge until it is answered once; `account` is empty where nobody is known yet. */
async function keepChallenge(
  { state, context }: Services,
  challenge: string,
  account: string,
): Promise<void> {
  const now = context.now();
  await state.change(async (tx) => {
    const db = tx.of(accessTables);
    await db.deleteFrom('passkey_challenges').where('expires', '<', iso(now)).execute();
    const row = { digest: tokenDigest(challenge), account, expires: iso(now + challengeMs) };
    await db.insertInto('passkey_challenges').values(row).execute();
  });
}

/** Whether a challenge is one of ours that nobody has answered yet; it is used up by asking. */
const takeChallenge =
  ({ state, context }: Services, account: string) =>
  (challenge: string): Promise<boolean> =>
    state.change(async (tx) => {
      const { numDeletedRows } = await tx
        .of(accessTables)
        .deleteFrom('passkey_challenges')
        .where('digest', '=', tokenDigest(challenge))
        .where('account', '=', account)
        .where('expires', '>', iso(context.now()))
        .executeTakeFirstOrThrow();
      return numDeletedRows === 1n;
    });

/** The passkeys of an account, oldest first. */
export const listPasskeys = ({ state }: Services, account: string): Promise<readonly Passkey[]> =>
  state
    .of(accessTables)
    .selectFrom('passkeys')
    .select(['id', 'name', 'made', 'used'])
    .where('account', '=', account)
    .orderBy('made')
    .execute();

/**
 * What a browser needs to make a key.
 * @throws OmbudError `OMBUD_E_WHO` `password-again` where the password is wrong
 */
export async function makingOptions(call: Call, who: AccountPrincipal, password: string) {
  const { id, name } = who;
  await askPassword(call, who, password);
  await forgetTries(name, call.address);
  const known = await listPasskeys(call.services, id);
  const options = await generateRegistrationOptions({
    rpName: ourName,
    rpID: placeOf(call).rpID,
    userID: new Uint8Array(Buffer.from(id)),
    userName: name,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map((one) => ({ id: one.id })),
  });
  await keepChallenge(call.services, options.challenge, id);
  return options;
}

/**
 * Keeps a key that a browser made.
 * @throws OmbudError `OMBUD_E_WHO` `passkey` where it is not what was asked for
 */
export async function keepPasskey(
  call: Call,
  who: AccountPrincipal,
  { name, response }: { readonly name: string; readonly response: unknown },
): Promise<void> {
  const { services } = call;
  const { rpID, expectedOrigin } = placeOf(call);
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as Registration,
    expectedChallenge: takeChallenge(services, who.id),
    expectedOrigin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch((error: unknown) => {
    throw refused(error);
  });
  if (!verified || registrationInfo === undefined) throw refused();
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  const act = { act: 'passkey-made', details: { account: who.id } };
  await doAct(services, who, act, async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .of(accessTables)
      .insertInto('passkeys')
      .values({
        id,
        account: who.id,
        public_key: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: transports.join(','),
        name,
        made: iso(services.context.now()),
        used: null,
      })
      .onConflict((c) => c.column('id').doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) throw refused();
  });
}

/** Takes a key away: it opens nothing any more. @throws OmbudError `OMBUD_E_NO_ACCOUNT` where the account has no such key */
export async function removePasskey(services: Services, who: AccountPrincipal, id: string): Promise<void> {
  const act = { act: 'passkey-removed', target: `passkey:${id}`, details: { account: who.id } };
  await doAct(services, who, act, async (tx) => {
    const { numDeletedRows } = await tx
      .of(accessTables)
      .deleteFrom('passkeys')
      .where('id', '=', id)
      .where('account', '=', who.id)
      .executeTakeFirstOrThrow();
    if (numDeletedRows !== 1n) throw serverErrors.error('OMBUD_E_NO_ACCOUNT', 'passkey');
  });
}

/** What a browser needs to find a key: whose it is, the key says. */
export async function loginOptions(call: Call) {
  const options = await generateAuthenticationOptions({
    rpID: placeOf(call).rpID,
    userVerification: 'required',
  });
  await keepChallenge(call.services, options.challenge, '');
  return options;
}

/**
 * Opens a whole session for whoever holds the key.
 * @returns the cookie
 * @throws OmbudError `OMBUD_E_WHO` `passkey`
 */
export async function logInByPasskey(call: Call, response: { readonly id: string }): Promise<string> {
  const { services } = call;
  const { rpID, expectedOrigin } = placeOf(call);
  const row = await services.state
    .of(accessTables)
    .selectFrom('passkeys')
    .innerJoin('accounts', 'accounts.id', 'passkeys.account')
    .select(['passkeys.id', 'passkeys.account', 'passkeys.public_key', 'passkeys.counter'])
    .where('passkeys.id', '=', response.id)
    .where('accounts.disabled', '=', 0)
    .executeTakeFirst();
  if (row === undefined) throw refused();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as Assertion,
    expectedChallenge: takeChallenge(services, ''),
    expectedOrigin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: row.id,
      publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
      counter: Number(row.counter),
    },
  }).catch((error: unknown) => {
    throw refused(error);
  });
  if (!verified) throw refused();
  await services.state.change((tx) =>
    tx
      .of(accessTables)
      .updateTable('passkeys')
      .set({ counter: authenticationInfo.newCounter, used: iso(services.context.now()) })
      .where('id', '=', row.id)
      .execute(),
  );
  return open(call, row.account);
}
