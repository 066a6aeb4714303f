/**
 * Holds the state against the ledger. The ledger's own check proves that no entry was changed or left out; this one proves
 * that the state beside it is what the entries say: a case that was deleted, or whose dates were set back, differs.
 */
import { type MachineName, machines } from '@ombud/contest';
import { canonicalJson, type IndexRange, type JsonObject } from '@ombud/kernel';
import { type Ledger, parseEntry } from '@ombud/ledger';
import type { Selectable } from 'kysely';
import { readState, type Statements } from '../state/state.ts';
import type { CaseProblem } from './case-problem.ts';
import { compareRequests, noRequests, takeRequest } from './check-requests.ts';
import type { Desk } from './desk.ts';
import { type ContestTables, contest } from './tables.ts';

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

/** What a case did is about the decision that it is of. */
const caseEntries = { payloads: true, attributes: false, aboutAlone: true };

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
export const checkCases = ({ state }: Pick<Desk, 'state'>): Promise<CheckedCases> =>
  checkCasesOf(state.writer.ledger, state, nothingKnown);

/** Where all entries about others lie among the first of a log, as a check of it found them. */
export interface KnownAbouts {
  readonly size: number;
  readonly abouts: readonly IndexRange[];
}

const nothingKnown: KnownAbouts = { size: 0, abouts: [] };

/** Checks the cases beside a ledger that is open for reading; where there never were any, there is nothing to check. */
export async function checkCasesBeside(ledger: Ledger, known: KnownAbouts): Promise<CheckedCases> {
  return checkCasesOf(ledger, (await hasCases(ledger)) ? readState(ledger, [contest]) : null, known);
}

/** Whether there are tables of cases. That they were taken away shows as cases that are missing. */
export async function hasCases({ store }: Ledger): Promise<boolean> {
  const table = `${store.prefix}contest_matters`;
  const [row] = await (store.dialect === 'sqlite'
    ? store.query<{ found: unknown }>(
        "select name as found from sqlite_master where type = 'table' and name = ?",
        [table],
      )
    : store.query<{ found: unknown }>('select to_regclass($1) as found', [table]));
  return (row?.found ?? null) !== null;
}

/** Moves as the log holds them, and what is wrong in the log itself. */
class Replay {
  readonly problems: CaseProblem[] = [];
  /** The last move of each run, and what it did since the state was read. */
  readonly last = new Map<string, Move>();
  readonly since = new Map<string, Move[]>();
  /** The same of requests. */
  readonly requests = noRequests();
  readonly requestsSince = noRequests();
  moves = 0;
  erased = 0;

  take(move: Move, isSince: boolean): void {
    this.moves++;
    const wrong = wrongInMove(move, this.since.get(move.matter)?.at(-1) ?? this.last.get(move.matter));
    if (wrong !== null) this.problems.push({ what: wrong, matter: move.matter, entry: move.entry });
    if (isSince) this.since.set(move.matter, [...(this.since.get(move.matter) ?? []), move]);
    else this.last.set(move.matter, move);
  }
}

async function read(
  store: Ledger['store'],
  [from, to]: readonly [from: number, to: number],
  isSince: boolean,
  replay: Replay,
): Promise<void> {
  for await (const page of store.readPages(from, to, caseEntries))
    for (const stored of page) {
      const entry = parseEntry(stored.entry);
      if (entry === null || !caseKinds.has(entry.kind)) continue;
      if (stored.payload === null) {
        replay.erased++;
        continue;
      }
      const { body } = stored.payload;
      takeRequest(isSince ? replay.requestsSince : replay.requests, stored.index, body);
      const move = moveOf(stored.index, body, entry.time);
      if (move !== null) replay.take(move, isSince);
    }
}

/** The log first, then the state, then what the log got meanwhile: so it is right also while a server works beside it. */
async function checkCasesOf(
  { store }: Ledger,
  state: Statements | null,
  { size: known, abouts }: KnownAbouts,
): Promise<CheckedCases> {
  const replay = new Replay();
  const { size } = await store.readLog();
  for (const [first, last] of abouts) await read(store, [first, last + 1], false, replay);
  await read(store, [known, size], false, replay);
  const rows =
    state === null ? [] : await state.of(contest).selectFrom('contest_matters').selectAll().execute();
  const requests =
    state === null ? [] : await state.of(contest).selectFrom('contest_requests').selectAll().execute();
  const erased =
    state === null
      ? []
      : await state
          .of(contest)
          .selectFrom('contest_cases')
          .select('id')
          .where('subject', 'is', null)
          .execute();
  const after = await store.readLog();
  if (after.size > size) await read(store, [size, after.size], true, replay);
  const erasedCases = new Set(erased.map(({ id }) => id));
  const found = [
    ...compareState(rows, erasedCases, replay),
    ...compareRequests(requests, erasedCases, replay.requests, replay.requestsSince),
  ];
  const { moves, problems } = replay;
  return { matters: rows.length, moves, erased: replay.erased, problems: [...problems, ...found] };
}

function wrongInMove(move: Move, before: Move | undefined): CaseProblem['what'] | null {
  if (!isInTable(move)) return 'move-not-in-table';
  if (before !== undefined && (move.version !== before.version + 1 || move.from !== before.to))
    return 'entry-missing';
  return Math.abs(Date.parse(move.at) - Date.parse(move.time)) > toleranceMs ? 'time-differs' : null;
}

type Row = Selectable<ContestTables['contest_matters']>;

function compareState(
  rows: readonly Row[],
  erasedCases: ReadonlySet<string>,
  { last, since }: Replay,
): readonly CaseProblem[] {
  const known = new Set(rows.map(({ id }) => id));
  const found: CaseProblem[] = [...last.values()]
    .filter(({ matter }) => !known.has(matter))
    .map(({ matter, entry }) => ({ what: 'case-missing', matter, entry }));
  for (const row of rows) {
    const newer = since.get(row.id)?.find(({ version }) => version === row.version);
    const move = newer ?? last.get(row.id);
    if (move === undefined) {
      if (row.version > 0 && !erasedCases.has(row.case_id))
        found.push({ what: 'not-in-ledger', matter: row.id, entry: null });
      continue;
    }
    const what = differs(row, move);
    if (what !== null) found.push({ what, matter: row.id, entry: move.entry });
  }
  return found;
}

function differs(row: Row, move: Move): CaseProblem['what'] | null {
  if (row.version !== move.version || Number(row.last_entry) !== move.entry) return 'version-differs';
  if (row.state !== move.to || row.machine !== move.machine) return 'state-differs';
  if (row.since !== move.at) return 'time-differs';
  if (row.deadline !== move.deadline) return 'deadline-differs';
  return canonicalJson(JSON.parse(row.data)) === canonicalJson(move.known) ? null : 'data-differs';
}
