/**
 * State machines as data: a table says who may do what in which state, what must hold, where it leads, which clock runs
 * then, and what is recorded. The drawings in the documents, the tests and the guards of every front read the same table.
 */

/** Who acts. `timer` is a job that finds a deadline passed; `recipient` is the system that carries out the decision. */
export type Actor =
  | 'person'
  | 'representative'
  | 'clerk'
  | 'decider'
  | 'reviewer'
  | 'cosigner'
  | 'supervisor'
  | 'carrier'
  | 'recipient'
  | 'timer';

/** A state: who must act next, and by which clock. A state that is no end has an owner and a clock. */
export interface StateRow<Clock extends string> {
  readonly owner: Actor | null;
  readonly clock: Clock | null;
  /** Nothing follows by itself; a person may still ask for more where a transition says so. */
  readonly end?: true;
}

/** One move of a machine: from which states, by what event, by whom, under which conditions, to which state. */
export interface Transition<State extends string, Event extends string, Guard extends string> {
  readonly from: readonly State[];
  readonly event: Event;
  readonly by: readonly Actor[];
  /** All of these must hold. */
  readonly when?: readonly Guard[];
  readonly to: State;
  /** Kind of the ledger entry that records it. */
  readonly entry: 'notice' | 'appeal' | 'review' | 'remedy';
}

/** A state machine as a table: its states with who acts and which clock runs, and the moves between them. */
export interface Machine<
  State extends string = string,
  Event extends string = string,
  Guard extends string = string,
  Clock extends string = string,
> {
  readonly name: string;
  readonly initial: State;
  readonly states: Readonly<Record<State, StateRow<Clock>>>;
  readonly transitions: readonly Transition<State, Event, Guard>[];
}

/** Why an event is refused; words make the sentence. */
export type Refusal<Guard extends string = string> =
  | { readonly code: 'no-such-move'; readonly state: string; readonly event: string }
  | { readonly code: 'not-yours'; readonly state: string; readonly event: string; readonly by: Actor }
  | { readonly code: 'guard'; readonly guard: Guard };

/** What one move gave: the new state with its clock and entry, or why it was refused. */
export type Step<State extends string, Guard extends string = string> =
  | {
      readonly ok: true;
      readonly state: State;
      /** The clock that runs in the new state, by name; how long it runs is the rule pack's. */
      readonly clock: string | null;
      readonly entry: Transition<State, string, Guard>['entry'];
    }
  | { readonly ok: false; readonly refusal: Refusal<Guard> };

/**
 * One step of a machine. Where several rows fit, the first whose guards hold is taken.
 *
 * @param holds says of each guard whether it holds now; asked only of the rows that fit
 * @example step(appeal, 'lodged', 'accept', 'clerk', () => true) // { ok: true, state: 'with-decider', ... }
 */
export function step<S extends string, E extends string, G extends string, C extends string>(
  machine: Machine<S, E, G, C>,
  state: S,
  event: E,
  by: Actor,
  holds: (guard: G) => boolean,
): Step<S, G> {
  const rows = machine.transitions.filter((row) => row.event === event && row.from.includes(state));
  if (rows.length === 0) return { ok: false, refusal: { code: 'no-such-move', state, event } };
  const own = rows.filter((row) => row.by.includes(by));
  if (own.length === 0) return { ok: false, refusal: { code: 'not-yours', state, event, by } };
  let failed: G | undefined;
  for (const row of own) {
    const missing = (row.when ?? []).find((guard) => !holds(guard));
    if (missing === undefined)
      return { ok: true, state: row.to, clock: machine.states[row.to].clock, entry: row.entry };
    failed ??= missing;
  }
  return { ok: false, refusal: { code: 'guard', guard: failed as G } };
}

/** What an actor may try in a state, whatever the guards say: for buttons and for the drawing. */
export function movesOf<S extends string, E extends string, G extends string, C extends string>(
  machine: Machine<S, E, G, C>,
  state: S,
  by: Actor,
): readonly E[] {
  const events = machine.transitions
    .filter((row) => row.from.includes(state) && row.by.includes(by))
    .map(({ event }) => event);
  return [...new Set(events)];
}
