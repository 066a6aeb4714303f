/** Logging in: the password, then the second factor where there is one. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';
import { cookieText, sessionCookie } from '../http/cookies.ts';
import { useCode } from './second-factor.ts';
import { isPassword } from './secrets.ts';
import { beginSession, endSession, findSession } from './sessions.ts';
import { accessTables } from './tables.ts';

/** Tries for one name from one address; nobody else is held up by them. */
const tries = new RateLimiterMemory({ points: 10, duration: 300 });

const tryOf = (name: string, address: string): string => `${name.toLowerCase()} ${address}`;

/** Counts a try. @throws OmbudError `OMBUD_E_HTTP_LIMIT` after too many */
export async function takeTry(name: string, address: string): Promise<void> {
  try {
    await tries.consume(tryOf(name, address));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw serverErrors.error('OMBUD_E_HTTP_LIMIT', 'logins', {
      seconds: Math.ceil(refused.msBeforeNext / 1000),
    });
  }
}

/** Forgets the tries of somebody who was right. */
export const forgetTries = (name: string, address: string): Promise<boolean> =>
  tries.delete(tryOf(name, address));

const cookieOf = ({ isSecure }: Call, token: string, maxAge: number): string =>
  cookieText(sessionCookie(isSecure), token, { isSecure, maxAge });

/** Where to go next, and the cookie to take along. */
export interface LoggedIn {
  readonly cookie: string;
  readonly needsCode: boolean;
}

/** A whole session for an account, without asking anything more. */
export async function open(call: Call, account: string): Promise<string> {
  const { token, seconds } = await beginSession(call.services, account, false, call.agent);
  return cookieOf(call, token, seconds);
}

/**
 * Checks name and password.
 * @throws OmbudError `OMBUD_E_WHO` where they are wrong, whichever it was; `OMBUD_E_HTTP_LIMIT` after too many tries
 */
export async function logIn(call: Call, name: string, password: string): Promise<LoggedIn> {
  await takeTry(name, call.address);
  const row = await call.services.state
    .of(accessTables)
    .selectFrom('accounts')
    .select(['id', 'password', 'totp'])
    .where('name', '=', name.toLowerCase())
    .where('disabled', '=', 0)
    .executeTakeFirst();
  const right = await isPassword(password, row?.password ?? null);
  if (row === undefined || !right) throw serverErrors.error('OMBUD_E_WHO', 'credentials');
  const half = row.totp !== null;
  if (!half) await forgetTries(name, call.address);
  const { token, seconds } = await beginSession(call.services, row.id, half, call.agent);
  return { cookie: cookieOf(call, token, seconds), needsCode: half };
}

/**
 * Checks the code of a half-open session and opens a whole one in its place.
 * @throws OmbudError `OMBUD_E_WHO`
 */
export async function confirmCode(call: Call, code: string): Promise<string> {
  const token = call.cookie(sessionCookie(call.isSecure));
  const session = token === undefined ? null : await findSession(call.services, token);
  if (session === null || !session.half) throw serverErrors.error('OMBUD_E_WHO', 'log-in');
  await takeTry(session.name, call.address);
  if (!(await useCode(call.services, session.account, code)))
    throw serverErrors.error('OMBUD_E_WHO', 'second-factor');
  await forgetTries(session.name, call.address);
  await endSession(call.services, session.digest);
  return open(call, session.account);
}

/** Ends the session of whoever asks. @returns the cookie that forgets it */
export async function logOut(call: Call): Promise<string> {
  if (call.who.kind === 'account') await endSession(call.services, call.who.session);
  return cookieOf(call, '', 0);
}
