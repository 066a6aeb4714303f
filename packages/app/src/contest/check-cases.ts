/**
 * Holds the state against the ledger. The ledger's own check proves that no entry was changed or left out; this one proves
 * that the state beside it is what the entries say: a case that was deleted, or whose dates were set back, differs.
 */
import { type MachineName, machines } from '@ombud/contest';
import { canonicalJson, type JsonObject } from '@ombud/kernel';
import { parseEntry } from '@ombud/ledger';
import type { Desk } from './desk.ts';
import { contest } from './tables.ts';

/** What is wrong with the state. */
export interface CaseProblem {
  readonly what:
    | 'case-missing'
    | 'data-differs'
    | 'deadline-differs'
    | 'entry-missing'
    | 'move-not-in-table'
    | 'not-in-ledger'
    | 'state-differs'
    | 'time-differs'
    | 'version-differs';
  readonly matter: string;
  readonly entry: number | null;
}

/** What was looked at, and everything that is wrong. */
export interface CheckedCases {
  readonly matters: number;
  readonly moves: number;
  /** Moves whose words were erased with their person: they count, and say no more. */
  readonly erased: number;
  readonly problems: readonly CaseProblem[];
}

interface Move {
  readonly matter: string;
  readonly machine: MachineName;
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly version: number;
  readonly deadline: string | null;
  /** What the run knew after the move. */
  readonly known: JsonObject;
  readonly entry: number;
  readonly time: string;
}

const caseKinds: ReadonlySet<string> = new Set(['notice', 'appeal', 'review', 'remedy']);

/** How far the clock of the cases may be from that of the log: a commit waits its turn. */
const toleranceMs = 60_000;

function moveOf(index: number, body: string, time: string): Move | null {
  const read = JSON.parse(body) as Partial<Move> | null;
  return read !== null && typeof read.matter === 'string' && typeof read.version === 'number'
    ? ({ ...read, entry: index, time } as Move)
    : null;
}

const isInTable = ({ machine, event, from, to }: Move): boolean =>
  machines[machine]?.transitions.some(
    (row) => row.event === event && row.to === to && row.from.includes(from),
  ) === true;

/**
 * Checks every case against the entries of the ledger.
 * @example const { problems } = await checkCases(desk);
 */
export async function checkCases({ state }: Pick<Desk, 'state'>): Promise<CheckedCases> {
  const { store } = state.writer.ledger;
  const problems: CaseProblem[] = [];
  const last = new Map<string, Move>();
  let [moves, erased] = [0, 0];
  const { size } = await store.readLog();
  for await (const page of store.readPages(0, size, { payloads: true, attributes: false }))
    for (const stored of page) {
      const entry = parseEntry(stored.entry);
      if (entry === null || !caseKinds.has(entry.kind)) continue;
      if (stored.payload === null) erased++;
      const move = stored.payload === null ? null : moveOf(stored.index, stored.payload.body, entry.time);
      if (move === null) continue;
      moves++;
      const before = last.get(move.matter);
      const wrong = wrongInMove(move, before);
      if (wrong !== null) problems.push({ what: wrong, matter: move.matter, entry: move.entry });
      last.set(move.matter, move);
    }
  const { matters, found } = await compareState(state, last);
  return { matters, moves, erased, problems: [...problems, ...found] };
}

function wrongInMove(move: Move, before: Move | undefined): CaseProblem['what'] | null {
  if (!isInTable(move)) return 'move-not-in-table';
  if (before !== undefined && (move.version !== before.version + 1 || move.from !== before.to))
    return 'entry-missing';
  return Math.abs(Date.parse(move.at) - Date.parse(move.time)) > toleranceMs ? 'time-differs' : null;
}

async function compareState(
  state: Desk['state'],
  last: ReadonlyMap<string, Move>,
): Promise<{ readonly matters: number; readonly found: readonly CaseProblem[] }> {
  const rows = await state.of(contest).selectFrom('contest_matters').selectAll().execute();
  const erasedCases = new Set(
    (
      await state.of(contest).selectFrom('contest_cases').select('id').where('subject', 'is', null).execute()
    ).map(({ id }) => id),
  );
  const known = new Set(rows.map(({ id }) => id));
  const found: CaseProblem[] = [...last.values()]
    .filter(({ matter }) => !known.has(matter))
    .map(({ matter, entry }) => ({ what: 'case-missing', matter, entry }));
  for (const row of rows) {
    const move = last.get(row.id);
    if (move === undefined) {
      if (row.version > 0 && !erasedCases.has(row.case_id))
        found.push({ what: 'not-in-ledger', matter: row.id, entry: null });
      continue;
    }
    const what = differs(row, move);
    if (what !== null) found.push({ what, matter: row.id, entry: move.entry });
  }
  return { matters: rows.length, found };
}

function differs(
  row: {
    readonly version: number;
    readonly state: string;
    readonly since: string;
    readonly deadline: string | null;
    readonly machine: string;
    readonly data: string;
    readonly last_entry: number | null;
  },
  move: Move,
): CaseProblem['what'] | null {
  if (row.version !== move.version || Number(row.last_entry) !== move.entry) return 'version-differs';
  if (row.state !== move.to || row.machine !== move.machine) return 'state-differs';
  if (row.since !== move.at) return 'time-differs';
  if (row.deadline !== move.deadline) return 'deadline-differs';
  return canonicalJson(JSON.parse(row.data)) === canonicalJson(move.known) ? null : 'data-differs';
}
