/** Cases out of their rows and back. */
import { type CaseView, emptyData, type MachineName, type Matter, type MatterOf } from '@ombud/contest';
import type { Statements } from '../state/state.ts';
import { type ContestTables, contest } from './tables.ts';

type MatterRow = ContestTables['contest_matters'];
type CaseRow = ContestTables['contest_cases'];

const together = 500;

/** A case with what only the store knows of it. */
export interface LoadedCase {
  readonly view: CaseView;
  readonly row: CaseRow;
  /** First and last entry of each run of a machine. */
  readonly entries: ReadonlyMap<string, { readonly first: number | null; readonly last: number | null }>;
}

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

/** A row of a run of a machine as what it is. */
export const matterOfRow = (row: MatterRow): Matter =>
  ({
    id: row.id,
    machine: row.machine,
    state: row.state,
    clock: row.clock,
    deadline: row.deadline,
    since: row.since,
    version: row.version,
    // What an older version did not know of is as if it had not happened.
    data: { ...emptyData(row.machine as MachineName), ...JSON.parse(row.data) },
  }) as Matter;

/** Whose a run is: the reviewer of a review. */
const assigneeOf = (matter: Matter): string | null =>
  matter.machine === 'review' ? (matter as MatterOf<'review'>).data.reviewer : null;

/** ISO 8601 with milliseconds: as text in order of time. */
const sortable = (instant: string | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

/** What the row of a run holds of its state. */
export const columnsOf = (matter: Matter) => ({
  state: matter.state,
  clock: matter.clock,
  deadline: sortable(matter.deadline),
  since: matter.since,
  version: matter.version,
  assignee: assigneeOf(matter),
  passed: null,
  data: JSON.stringify(matter.data),
});

/** The row of a run that begins. */
export const rowOfMatter = (caseId: string, place: number, matter: Matter): MatterRow => ({
  id: matter.id,
  case_id: caseId,
  place,
  machine: matter.machine,
  first_entry: null,
  last_entry: null,
  ...columnsOf(matter),
});

function loaded(row: CaseRow, rows: readonly MatterRow[]): LoadedCase {
  return {
    row: { ...row, decision: Number(row.decision) },
    entries: new Map(
      rows.map(({ id, first_entry, last_entry }) => [
        id,
        { first: numberOf(first_entry), last: numberOf(last_entry) },
      ]),
    ),
    view: {
      id: row.id,
      system: row.system,
      decidedAt: row.decided_at,
      decidedBy: JSON.parse(row.decided_by) as string[],
      place: { zone: row.zone, calendar: row.calendar as CaseView['place']['calendar'] },
      matters: rows.map(matterOfRow),
    },
  };
}

/** Cases by their ids; one that is not there is left out. */
export async function loadCases(state: Statements, ids: readonly string[]): Promise<Map<string, LoadedCase>> {
  const found = new Map<string, LoadedCase>();
  const db = state.of(contest);
  for (let at = 0; at < ids.length; at += together) {
    const some = ids.slice(at, at + together);
    const cases = await db.selectFrom('contest_cases').selectAll().where('id', 'in', some).execute();
    const matters = await db
      .selectFrom('contest_matters')
      .selectAll()
      .where('case_id', 'in', some)
      .orderBy('place')
      .execute();
    const byCase = Map.groupBy(matters, ({ case_id }) => case_id);
    for (const row of cases) found.set(row.id, loaded(row, byCase.get(row.id) ?? []));
  }
  return found;
}

/** The cases about decisions, by these; a decision without a case is left out. */
export async function casesAbout(
  state: Statements,
  decisions: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  for (let at = 0; at < decisions.length; at += together) {
    const rows = await state
      .of(contest)
      .selectFrom('contest_cases')
      .select(['id', 'decision'])
      .where('decision', 'in', decisions.slice(at, at + together))
      .execute();
    for (const { id, decision } of rows) found.set(Number(decision), id);
  }
  return found;
}
