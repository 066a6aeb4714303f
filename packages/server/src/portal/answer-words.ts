/** What was written to the person with the answer: it lies in the entry of whoever gave it. */
import { type AppealState, type Matter, type MatterOf, mattersOf } from '@ombud/contest';
import type { JsonObject } from '@ombud/kernel';
import type { CaseView } from '@ombud/report';
import { chainOf } from '../contest/chain.ts';
import type { Services } from '../services.ts';
import { appealIn, withdrawnBy } from './case-view.ts';
import type { OpenCase } from './open-case.ts';

/** Moves whose reasons are for the person. */
const toldIn: ReadonlySet<string> = new Set([
  'propose',
  'concede',
  'refuse-late',
  'declare-void',
  'strike-out',
  'withdraw',
  'answer-after',
]);

interface Written {
  readonly index: number;
  readonly reasons: string;
}

/** The reasons in a run of the case, oldest first. */
async function reasonsIn(services: Services, last: number | null, decision: number): Promise<Written[]> {
  return (await chainOf(services, last, decision)).flatMap(({ index, payload }) => {
    const { event, words } = (payload ?? {}) as { readonly event?: string; readonly words?: JsonObject };
    const reasons = words?.reasons;
    return toldIn.has(event ?? '') && typeof reasons === 'string' ? [{ index, reasons }] : [];
  });
}

/** How an appeal came to its end or its answer; null while it waits. */
function endOf({ state, data }: MatterOf<'appeal'>): NonNullable<CaseView['answer']>['outcome'] | null {
  if (state === 'void' || state === 'struck-out') return state;
  return data.outcome === 'withdrawn' ? withdrawnBy(data) : data.outcome;
}

/** Ends without an answer by a review: what a reviewer had begun to write is nobody's to read. */
const ends: ReadonlySet<AppealState> = new Set(['withdrawn', 'void', 'struck-out', 'inadmissible']);

/** How a human answered or ended it, in their words; null while nobody has. */
export async function answerIn(services: Services, open: OpenCase): Promise<CaseView['answer']> {
  const appeal = appealIn(open);
  const outcome = appeal === null ? null : endOf(appeal);
  if (appeal === null || outcome === null) return null;
  const { view, entries, row } = open.loaded;
  const lastOf = (matter: Matter | undefined) =>
    matter === undefined ? null : (entries.get(matter.id)?.last ?? null);
  const own = await reasonsIn(services, lastOf(appeal), row.decision);
  if (ends.has(appeal.state)) {
    const end = own.find(({ index }) => index === lastOf(appeal));
    return { outcome, reasons: end?.reasons ?? null };
  }
  const review = mattersOf(view, 'review').findLast(({ data }) => data.appeal === appeal.id);
  const written = [...own, ...(await reasonsIn(services, lastOf(review), row.decision))];
  const newest = written.sort((a, b) => a.index - b.index).at(-1);
  return { outcome, reasons: newest?.reasons ?? null };
}
