/** Holds requests against the ledger: one that was taken away, set back in time or called answered differs from its entries. */
import type { Selectable } from 'kysely';
import type { CaseProblem } from './case-problem.ts';
import { deadlineOfRequest } from './requests.ts';
import type { ContestTables } from './tables.ts';

interface Asked {
  readonly case: string;
  readonly kind: string;
  readonly fact: string | null;
  readonly at: string;
  readonly entry: number;
}

interface Answered {
  readonly state: string;
  readonly entry: number;
}

/** What the log says of requests. */
export interface LoggedRequests {
  readonly asked: Map<string, Asked>;
  readonly answered: Map<string, Answered>;
}

/** Nothing was read yet. */
export const noRequests = (): LoggedRequests => ({ asked: new Map(), answered: new Map() });

/** What stands in the payload of an entry about a request. */
interface Payload {
  readonly request?: unknown;
  readonly case?: unknown;
  readonly event?: unknown;
  readonly at?: unknown;
  readonly words?: { readonly fact?: string };
}

/** Takes an entry in, where it is about a request. */
export function takeRequest({ asked, answered }: LoggedRequests, entry: number, body: string): void {
  const { request, event, at, words, case: of } = (JSON.parse(body) ?? {}) as Payload;
  if (typeof request !== 'string' || typeof event !== 'string' || typeof at !== 'string') return;
  const [what = '', rest = ''] = event.split('-');
  if (what === 'ask')
    asked.set(request, { case: String(of), kind: rest, fact: words?.fact ?? null, at, entry });
  if (what === 'request') answered.set(request, { state: rest, entry });
}

type Row = Selectable<ContestTables['contest_requests']>;

/**
 * Compares the table with the log.
 * @param before what the log said before the table was read: this must be in it
 * @param since what it said after: this may be
 */
export function compareRequests(
  rows: readonly Row[],
  erasedCases: ReadonlySet<string>,
  before: LoggedRequests,
  since: LoggedRequests,
): readonly CaseProblem[] {
  const known = new Set(rows.map(({ id }) => id));
  const missing = [...before.asked]
    .filter(([id, one]) => !known.has(id) && !erasedCases.has(one.case))
    .map(([matter, { entry }]): CaseProblem => ({ what: 'case-missing', matter, entry }));
  const differing = rows.flatMap((row): CaseProblem[] => {
    const asked = before.asked.get(row.id) ?? since.asked.get(row.id);
    // What an erased person wrote is gone from the log, and their requests with it.
    if (asked === undefined)
      return erasedCases.has(row.case_id) ? [] : [{ what: 'not-in-ledger', matter: row.id, entry: null }];
    const answer =
      before.answered.get(row.id) ?? (row.state === 'open' ? undefined : since.answered.get(row.id));
    const what = differs(row, asked, answer);
    return what === null ? [] : [{ what, matter: row.id, entry: answer?.entry ?? asked.entry }];
  });
  return [...missing, ...differing];
}

function differs(row: Row, asked: Asked, answer: Answered | undefined): CaseProblem['what'] | null {
  if (Number(row.entry) !== asked.entry || row.case_id !== asked.case) return 'version-differs';
  if (row.kind !== asked.kind || row.fact !== asked.fact) return 'data-differs';
  if (row.asked !== asked.at) return 'time-differs';
  if (row.deadline !== deadlineOfRequest(asked.at)) return 'deadline-differs';
  const answeredBy = row.answer === null ? undefined : Number(row.answer);
  return row.state === (answer?.state ?? 'open') && answeredBy === answer?.entry ? null : 'state-differs';
}
