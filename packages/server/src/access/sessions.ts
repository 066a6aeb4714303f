/** Sessions of people who logged in. */
import type { Services } from '../services.ts';
import { newToken, tokenDigest } from './secrets.ts';
import { accessTables } from './tables.ts';

const dayMs = 86_400_000;
const halfMs = 600_000;
/** How long a session lasts without a new log-in. */
const lastsMs = 12 * 3_600_000;
/** `seen` is written no more often than this. */
const seenMs = 60_000;

/** What a browser calls itself is shown to its owner, up to so many characters. */
const longestAgent = 200;

const iso = (ms: number): string => new Date(ms).toISOString();

/** Begins a session; `half` while the second factor is awaited. */
export async function beginSession(
  { state, context }: Services,
  account: string,
  half: boolean,
  agent = '',
): Promise<{ readonly token: string; readonly seconds: number }> {
  const token = newToken();
  const now = context.now();
  const lasts = half ? halfMs : lastsMs;
  const row = {
    digest: tokenDigest(token),
    account,
    began: iso(now),
    seen: iso(now),
    expires: iso(now + lasts),
    half: half ? 1 : 0,
    agent: agent.slice(0, longestAgent),
  };
  await state.change(async (tx) => {
    const db = tx.of(accessTables);
    await db
      .deleteFrom('sessions')
      .where('expires', '<', iso(now - dayMs))
      .execute();
    await db.insertInto('sessions').values(row).execute();
  });
  return { token, seconds: Math.floor(lasts / 1000) };
}

/** An open session. */
export interface Session {
  readonly digest: string;
  readonly account: string;
  readonly name: string;
  readonly half: boolean;
}

/** The session of a token, or null where it has ended or its account may not log in any more. */
export async function findSession({ state, context }: Services, token: string): Promise<Session | null> {
  const now = context.now();
  const digest = tokenDigest(token);
  const row = await state
    .of(accessTables)
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account')
    .select(['sessions.digest', 'sessions.account', 'accounts.name', 'sessions.half', 'sessions.seen'])
    .where('sessions.digest', '=', digest)
    .where('sessions.expires', '>', iso(now))
    .where('accounts.disabled', '=', 0)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (Date.parse(row.seen) < now - seenMs)
    await state.change((tx) =>
      tx
        .of(accessTables)
        .updateTable('sessions')
        .set({ seen: iso(now) })
        .where('digest', '=', digest)
        .execute(),
    );
  return { digest, account: row.account, name: row.name, half: row.half === 1 };
}

/** Ends a session. */
export const endSession = ({ state }: Services, digest: string): Promise<unknown> =>
  state.change((tx) => tx.of(accessTables).deleteFrom('sessions').where('digest', '=', digest).execute());

/** A session as its owner sees it. */
export interface OpenSession {
  readonly digest: string;
  readonly agent: string;
  readonly began: string;
  readonly seen: string;
}

/** The whole sessions of an account that are open, the one that was seen last first. */
export const listSessions = (
  { state, context }: Services,
  account: string,
): Promise<readonly OpenSession[]> =>
  state
    .of(accessTables)
    .selectFrom('sessions')
    .select(['digest', 'agent', 'began', 'seen'])
    .where('account', '=', account)
    .where('half', '=', 0)
    .where('expires', '>', iso(context.now()))
    .orderBy('seen', 'desc')
    .orderBy('digest')
    .execute();

/** Ends a session of an account; one of somebody else stays. */
export const endOwnSession = ({ state }: Services, account: string, digest: string): Promise<unknown> =>
  state.change((tx) =>
    tx
      .of(accessTables)
      .deleteFrom('sessions')
      .where('account', '=', account)
      .where('digest', '=', digest)
      .execute(),
  );

/** Ends every session of an account but one. */
export const endOtherSessions = ({ state }: Services, account: string, current: string): Promise<unknown> =>
  state.change((tx) =>
    tx
      .of(accessTables)
      .deleteFrom('sessions')
      .where('account', '=', account)
      .where('digest', '!=', current)
      .execute(),
  );
