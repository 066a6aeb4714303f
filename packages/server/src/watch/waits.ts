/** What waits while a system is stopped. */
import { missingNotices, overdueAppeals, type Unconfirmed, unconfirmedSuspensions } from '@ombud/app';
import { parseEntry } from '@ombud/ledger';
import type { Services } from '../services.ts';

/** So many of the newest entries are read. */
const mostRead = 20_000;

/** How much waits, and what the system did all the same. */
export interface Waits {
  readonly appeals: number;
  readonly notices: number;
  readonly suspensions: Pick<Unconfirmed, 'count' | 'refused'>;
  /** Decisions of the system itself since it was stopped, among so many of the newest entries. */
  readonly late: { readonly n: number; readonly of: number };
}

/** Counts what waits; `since` is the entry that stopped the system. */
export async function waitsOf(services: Services, system: string, since: number): Promise<Waits> {
  const { state, context, ledger } = services;
  const now = new Date(context.now()).toISOString();
  const { size } = await ledger.store.readLog();
  const first = Math.max(since + 1, size - mostRead);
  let n = 0;
  for await (const rows of ledger.store.readPages(first, size, { payloads: false, attributes: false }))
    for (const row of rows) {
      const entry = parseEntry(row.entry);
      if (entry?.kind === 'decision' && entry.system === system && entry.marks?.includes('while-stopped'))
        n += 1;
    }
  const { notSent, notReached } = await missingNotices(state, system, now);
  return {
    appeals: await overdueAppeals(state, system, now),
    notices: notSent + notReached,
    suspensions: await unconfirmedSuspensions(state, system, now),
    late: { n, of: size - first },
  };
}
