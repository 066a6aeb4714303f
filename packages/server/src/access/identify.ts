/** Who asks: a key in the header, or the session of a cookie. */
import { serverErrors } from '../errors.ts';
import { sessionCookie } from '../http/cookies.ts';
import type { Asked } from '../http/forgery.ts';
import type { Services } from '../services.ts';
import { grantsOf } from './accounts.ts';
import { findKey } from './keys.ts';
import type { Principal } from './roles.ts';
import { findSession } from './sessions.ts';

const anonymous: Principal = { kind: 'anonymous' };

/**
 * Who asks.
 * @throws OmbudError `OMBUD_E_WHO` for a key that opens nothing: who shows a key must not be taken for nobody
 */
export async function identify(asked: Asked, services: Services): Promise<Principal> {
  const authorization = asked.header('authorization');
  if (authorization !== undefined) {
    const [, key] = /^Bearer (\S{1,200})$/i.exec(authorization) ?? [];
    const found = key === undefined ? null : await findKey(services, key);
    if (found === null) throw serverErrors.error('OMBUD_E_WHO', 'key');
    return found;
  }
  const token = asked.cookie(sessionCookie(asked.isSecure));
  if (token === undefined) return anonymous;
  const session = await findSession(services, token);
  if (session === null || session.half) return anonymous;
  const grants = await grantsOf(services.state, session.account);
  return { kind: 'account', id: session.account, name: session.name, grants, session: session.digest };
}
