/** A second factor is set by whoever holds the account, not by whoever finds its browser open; the server makes the secret. */
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import type { Services } from '../services.ts';
import { askPassword } from './ask-password.ts';
import { forgetTries } from './log-in.ts';
import type { AccountPrincipal } from './roles.ts';
import { enrol, newSecret, useCode } from './second-factor.ts';
import { openText, sealText } from './secrets.ts';
import { accessTables } from './tables.ts';

const offerMs = 15 * 60_000;

const purposeOf = ({ id, session }: AccountPrincipal): string => `totp offer ${id} ${session}`;

/** A secret that was made for one account in one session: sealed, so that nobody brings another. */
export interface Offer {
  readonly secret: string;
  readonly uri: string;
  readonly sealed: string;
}

/** Makes a secret for somebody. */
export function offerSecret({ services: { place, context } }: Call, who: AccountPrincipal): Offer {
  const { secret, uri } = newSecret(who.name);
  const text = JSON.stringify({ secret, until: context.now() + offerMs });
  return { secret, uri, sealed: sealText(place.secret, purposeOf(who), text) };
}

/** The secret of an offer; null where it was not made for this session, or is too old. */
function openOffer({ place, context }: Services, who: AccountPrincipal, sealed: string): string | null {
  try {
    const offer = JSON.parse(openText(place.secret, purposeOf(who), sealed)) as {
      readonly secret: string;
      readonly until: number;
    };
    return offer.until < context.now() ? null : offer.secret;
  } catch {
    return null;
  }
}

/** What of these an account has, and is asked for. */
export interface Asks {
  readonly password: boolean;
  readonly factor: boolean;
}

/** What an account is asked for before its second factor changes. */
export async function asksBefore({ state }: Services, account: string): Promise<Asks> {
  const { password, totp } = await state
    .of(accessTables)
    .selectFrom('accounts')
    .select(['password', 'totp'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  return { password: password !== null, factor: totp !== null };
}

/** A form in which a second factor is set, or replaced. */
export interface NewFactor {
  readonly offer: string;
  /** A code of the new secret. */
  readonly code: string;
  readonly password: string;
  /** A code of the factor that is replaced, or one for recovery. */
  readonly old: string;
}

/**
 * Sets or replaces the second factor.
 * @returns recovery codes, shown once
 * @throws OmbudError `OMBUD_E_WHO` where the password, the old factor or the new code is wrong; `OMBUD_E_HTTP_LIMIT`
 */
export async function setSecondFactor(
  call: Call,
  who: AccountPrincipal,
  { offer, code, password, old }: NewFactor,
): Promise<readonly string[]> {
  const { services } = call;
  await askPassword(call, who, password);
  const secret = openOffer(services, who, offer);
  if (secret === null) throw serverErrors.error('OMBUD_E_WHO', 'factor-offer');
  const asks = await asksBefore(services, who.id);
  if (asks.factor && !(await useCode(services, who.id, old)))
    throw serverErrors.error('OMBUD_E_WHO', 'old-factor');
  const recovery = await enrol(services, who, { secret, code });
  if (recovery === null) throw serverErrors.error('OMBUD_E_WHO', 'second-factor');
  await forgetTries(who.name, call.address);
  return recovery;
}
