/** What was written to the person with the answer: it lies in the entry of whoever gave it. */
import { mattersOf } from '@ombud/contest';
import type { JsonObject } from '@ombud/kernel';
import { openPayload, parseEntry } from '@ombud/ledger';
import type { CaseView } from '@ombud/report';
import type { Services } from '../services.ts';
import { appealIn } from './case-view.ts';
import type { OpenCase } from './open-case.ts';

const answeredIn: ReadonlySet<string> = new Set(['propose', 'concede', 'refuse-late']);

/** The newest reasons in a chain of entries, each about the one before it. */
async function reasonsFrom(
  { ledger: { store } }: Services,
  last: number | null,
  decision: number,
): Promise<string | null> {
  for (let at = last; at !== null && at > decision; ) {
    const entry = parseEntry(await store.readEntry(at));
    const stored = await store.readPayload(at);
    const payload = entry === null || stored === undefined ? null : openPayload(entry, stored);
    const { event, words } = (payload ?? {}) as { readonly event?: string; readonly words?: JsonObject };
    const reasons = words?.reasons;
    if (answeredIn.has(event ?? '') && typeof reasons === 'string') return reasons;
    at = entry !== null && 'about' in entry && typeof entry.about === 'number' ? entry.about : null;
  }
  return null;
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
