/**
 * A backup knows nothing of what came after it. Whatever takes something away from somebody, or stops a system, holds also
 * when an older state comes back: the published log says in clear that it was done and to what, and it is done again.
 */
import { listVersions, openBreaker, retireVersion, type State, type Statements } from '@ombud/app';
import type { Entry } from '@ombud/contract';
import { isOmbudError } from '@ombud/kernel';
import { accessTables } from '../access/tables.ts';
import { announceChange } from '../watch/desk.ts';

type Act = Extract<Entry, { kind: 'act' }>;
type Breaker = Extract<Entry, { kind: 'breaker' }>;

/** What was carried out again. */
export interface Tightened {
  readonly keys: number;
  /** Accounts that may not log in until somebody who administers has settled them. */
  readonly accounts: number;
  readonly passkeys: number;
  readonly versions: number;
  readonly stopped: number;
  /** Acts that took something away and of which the log does not say what. */
  readonly unknown: number;
}

const by = 'restore';

/** Nobody is logged in after a restore, and no link of an invitation opens: either may have ended since. */
export const endOpen = (state: State): Promise<void> =>
  state.change(async (tx) => {
    for (const table of ['sessions', 'invitations', 'passkey_challenges'] as const)
      await tx.of(accessTables).deleteFrom(table).execute();
  });

interface Doing {
  readonly state: State;
  readonly now: () => number;
}

/** What takes something away from somebody. What an account may now the log does not tell: until it is settled it may nothing. */
const takings = {
  keys: (tx: Statements, id: string, now: string) =>
    tx
      .of(accessTables)
      .updateTable('api_keys')
      .set({ revoked: now })
      .where('id', '=', id)
      .where('revoked', 'is', null)
      .returning('id')
      .execute(),
  accounts: (tx: Statements, id: string) =>
    tx
      .of(accessTables)
      .updateTable('accounts')
      .set({ disabled: 1 })
      .where('id', '=', id)
      .where('disabled', '=', 0)
      .returning('id')
      .execute(),
  passkeys: (tx: Statements, id: string) =>
    tx.of(accessTables).deleteFrom('passkeys').where('id', '=', id).returning('id').execute(),
} as const;

/** Takes it away and records it, where there is anything to take. */
async function take(
  { state, now }: Doing,
  kind: keyof typeof takings,
  { act, target = '' }: Act,
  id: string,
): Promise<boolean> {
  const nothing = new Error('nothing to do');
  try {
    await state.record([{ kind: 'act', act, by, target, payload: { target } }], async (tx) => {
      const taken = await takings[kind](tx, id, new Date(now()).toISOString());
      if (taken.length === 0) throw nothing;
    });
    return true;
  } catch (error) {
    if (error === nothing) return false;
    throw error;
  }
}

async function retire({ state, now }: Doing, { system = '' }: Act, id: string): Promise<boolean> {
  const found = (await listVersions(state, system)).find(({ version }) => String(version) === id);
  if (found === undefined || found.retired !== null) return false;
  await retireVersion(state, system, found.version, { by, now });
  return true;
}

/** A system that stood still when the log ended stands still. */
async function stop({ state, now }: Doing, { system, state: position, because }: Breaker): Promise<boolean> {
  if (position === 'closed') return false;
  const desk = {
    state,
    now,
    announce: (tx: Statements, change: Parameters<typeof announceChange>[1]) =>
      announceChange(tx, change, now()),
    lastAudit: async () => null,
  };
  try {
    await openBreaker(desk, { system, position, because });
    return true;
  } catch (error) {
    if (isOmbudError(error) && error.code === 'OMBUD_E_BREAKER') return false;
    throw error;
  }
}

const kinds = {
  'key-revoked': 'keys',
  'key-rotated': 'keys',
  'account-changed': 'accounts',
  'passkey-removed': 'passkeys',
  'version-retired': 'versions',
  'second-factor-set': 'unknown',
} as const;

/**
 * Carries out again what takes something away.
 * @param later acts and moves of breakers that the published log holds beyond the backup, in their order
 */
export async function tighten(doing: Doing, later: readonly (Act | Breaker)[]): Promise<Tightened> {
  const done = { keys: 0, accounts: 0, passkeys: 0, versions: 0, stopped: 0, unknown: 0 };
  const breakers = new Map<string, Breaker>();
  for (const entry of later) {
    if (entry.kind === 'breaker') {
      breakers.set(entry.system, entry);
      continue;
    }
    const kind = kinds[entry.act as keyof typeof kinds] ?? null;
    if (kind === null) continue;
    const id = entry.target?.split(':')[1];
    if (kind === 'unknown' || id === undefined) done.unknown += 1;
    else if (await (kind === 'versions' ? retire(doing, entry, id) : take(doing, kind, entry, id)))
      done[kind] += 1;
  }
  for (const entry of breakers.values()) if (await stop(doing, entry)) done.stopped += 1;
  return done;
}
