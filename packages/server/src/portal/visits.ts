/** A visit: one browser, one case, a few hours. It names no case in any address, so that there is none to change. */
import { type Entered, helpersOf, type Statements } from '@ombud/app';
import { newToken, tokenDigest } from '../access/secrets.ts';
import type { Call } from '../http/call.ts';
import { cookieText } from '../http/cookies.ts';
import { portalTables } from './tables.ts';

const hourMs = 3_600_000;
/** A library's computer is somebody else's in an hour or two; a form takes ten minutes. */
const lastsMs = 2 * hourMs;
const together = 500;

const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-ombud-case' : 'ombud-case');

/** Begins a visit; gives its cookie. */
export async function beginVisit({ services, isSecure }: Call, entered: Entered): Promise<string> {
  const { case: id, as, consent } = entered;
  const token = newToken();
  const now = services.context.now();
  await services.state.change(async (tx) => {
    const db = tx.of(portalTables);
    await db.deleteFrom('portal_visits').where('expires', '<', new Date(now).toISOString()).execute();
    const expires = new Date(now + lastsMs).toISOString();
    await db
      .insertInto('portal_visits')
      .values({ digest: tokenDigest(token), case_id: id, role: as, consent, expires })
      .execute();
  });
  return cookieText(cookieName(isSecure), token, { isSecure, maxAge: lastsMs / 1000 });
}

/** The visit of whoever asks, or null where they have entered nothing, or may no more. */
export async function visitOf({ services, isSecure, cookie }: Call): Promise<Entered | null> {
  const token = cookie(cookieName(isSecure));
  if (token === undefined) return null;
  const row = await services.state
    .of(portalTables)
    .selectFrom('portal_visits')
    .select(['case_id', 'role', 'consent'])
    .where('digest', '=', tokenDigest(token))
    .where('expires', '>', new Date(services.context.now()).toISOString())
    .executeTakeFirst();
  if (row === undefined) return null;
  const { case_id: id, role, consent } = row;
  if (role !== 'representative') return { case: id, as: 'person', consent: null };
  // A consent that has ended opens nothing, also where the page was open before.
  const holds = (await helpersOf(services, id)).some((one) => one.id === consent);
  return holds ? { case: id, as: 'representative', consent } : null;
}

/** Ends every visit to these cases. */
export async function endVisitsTo(tx: Statements, cases: readonly string[]): Promise<void> {
  for (let at = 0; at < cases.length; at += together)
    await tx
      .of(portalTables)
      .deleteFrom('portal_visits')
      .where('case_id', 'in', cases.slice(at, at + together))
      .execute();
}

/** Ends the visit; gives the cookie that forgets it. */
export async function endVisit({ services, isSecure, cookie }: Call): Promise<string> {
  const token = cookie(cookieName(isSecure));
  if (token !== undefined)
    await services.state.change((tx) =>
      tx.of(portalTables).deleteFrom('portal_visits').where('digest', '=', tokenDigest(token)).execute(),
    );
  return cookieText(cookieName(isSecure), '', { isSecure, maxAge: 0 });
}
