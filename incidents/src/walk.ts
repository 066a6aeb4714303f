import { type Actor, type Machine, step } from '@ombud/contest';

/** One move: what happens, and by whom. */
export type Move<E extends string> = readonly [event: E, by: Actor];

/** A machine on its way: where it stands, and how many entries of the ledger it has made. */
export interface Walk<S extends string> {
  readonly state: S;
  readonly entries: number;
}

/**
 * Makes moves of a machine one after the other.
 * @param not guards that do not hold; every other does
 * @throws Error where the machine refuses: a case must not go on as if it had not
 */
export function walk<S extends string, E extends string, G extends string, C extends string>(
  machine: Machine<S, E, G, C>,
  from: Walk<S>,
  moves: readonly Move<E>[],
  not: readonly G[] = [],
): Walk<S> {
  let { state, entries } = from;
  for (const [event, by] of moves) {
    const done = step(machine, state, event, by, (guard) => !not.includes(guard));
    if (!done.ok) throw new Error(`${machine.name}: ${state} + ${event}: ${JSON.stringify(done.refusal)}`);
    state = done.state;
    entries++;
  }
  return { state, entries };
}

/** Why a machine refuses a move; null where it allows it. */
export function refusalOf<S extends string, E extends string, G extends string, C extends string>(
  machine: Machine<S, E, G, C>,
  state: S,
  [event, by]: Move<E>,
  not: readonly G[],
): string | null {
  const done = step(machine, state, event, by, (guard) => !not.includes(guard));
  if (done.ok) return null;
  return done.refusal.code === 'guard' ? done.refusal.guard : done.refusal.code;
}

/** The first state of a machine. */
export const begin = <S extends string>(machine: { readonly initial: S }): Walk<S> => ({
  state: machine.initial,
  entries: 0,
});
