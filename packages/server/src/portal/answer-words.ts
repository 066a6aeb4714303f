/** What was written to the person with the answer: it lies in the entry of whoever gave it. */
import { mattersOf } from '@ombud/contest';
import type { JsonObject } from '@ombud/kernel';
import type { CaseView } from '@ombud/report';
import { chainOf } from '../contest/chain.ts';
import type { Services } from '../services.ts';
import { appealIn } from './case-view.ts';
import type { OpenCase } from './open-case.ts';

const answeredIn: ReadonlySet<string> = new Set(['propose', 'concede', 'refuse-late']);

/** The newest reasons in a run of the case. */
async function reasonsFrom(
  services: Services,
  last: number | null,
  decision: number,
): Promise<string | null> {
  const written = (await chainOf(services, last, decision)).flatMap(({ payload }) => {
    const { event, words } = (payload ?? {}) as { readonly event?: string; readonly words?: JsonObject };
    const reasons = words?.reasons;
    return answeredIn.has(event ?? '') && typeof reasons === 'string' ? [reasons] : [];
  });
  return written.at(-1) ?? null;
}

/** How a human answered, in their words; null while nobody has. */
export async function answerIn(services: Services, open: OpenCase): Promise<CaseView['answer']> {
  const appeal = appealIn(open);
  const outcome = appeal?.data.outcome ?? null;
  if (appeal === null || outcome === null) return null;
  const { loaded } = open;
  const review = mattersOf(loaded.view, 'review').findLast(({ data }) => data.appeal === appeal.id);
  for (const matter of [review, appeal]) {
    const last = matter === undefined ? null : (loaded.entries.get(matter.id)?.last ?? null);
    const reasons = await reasonsFrom(services, last, loaded.row.decision);
    if (reasons !== null) return { outcome, reasons };
  }
  return { outcome, reasons: null };
}
