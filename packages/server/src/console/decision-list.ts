/** Decisions of a system, newest first, by version and time: what the log says of each, which names nobody. */
import type { Entry } from '@ombud/contract';
import { type Ledger, parseEntry } from '@ombud/ledger';

type DecisionEntry = Extract<Entry, { kind: 'decision' }>;

/** A decision as the log has it. */
export interface ListedDecision {
  readonly index: number;
  readonly entry: DecisionEntry;
}

/** Which ones. */
export interface ListAsked {
  readonly system: string;
  /** Below this entry. */
  readonly before: number;
  /** The entry of the declaration that they name; null for any. */
  readonly declared: number | null;
}

/** One page of them, and where to look for more; null at the first entry. */
export interface DecisionPage {
  readonly decisions: readonly ListedDecision[];
  readonly next: number | null;
}

const perPage = 50;
const block = 1000;
/** So many entries are read for one page; a link leads on where fewer decisions were found. */
const mostRead = 20_000;
const noParts = { payloads: false, attributes: false } as const;

function fits(entry: Entry | null, { system, declared }: ListAsked): entry is DecisionEntry {
  return (
    entry?.kind === 'decision' &&
    entry.system === system &&
    (declared === null || entry.declared === declared)
  );
}

async function readBlock(
  { store }: Ledger,
  first: number,
  end: number,
  asked: ListAsked,
): Promise<ListedDecision[]> {
  const found: ListedDecision[] = [];
  for await (const rows of store.readPages(first, end, noParts))
    for (const row of rows) {
      const entry = parseEntry(row.entry);
      if (fits(entry, asked)) found.push({ index: row.index, entry });
    }
  return found.reverse();
}

/** The newest decisions that fit, below an entry. */
export async function pageOfDecisions(ledger: Ledger, asked: ListAsked): Promise<DecisionPage> {
  const found: ListedDecision[] = [];
  let end = asked.before;
  const stopAt = Math.max(0, end - mostRead);
  while (end > stopAt && found.length < perPage) {
    const first = Math.max(stopAt, end - block);
    found.push(...(await readBlock(ledger, first, end, asked)));
    end = first;
  }
  const decisions = found.slice(0, perPage);
  const last = decisions.at(-1);
  const next = found.length >= perPage && last !== undefined ? last.index : end;
  return { decisions, next: next === 0 ? null : next };
}

/** So many entries were recorded before a time: entries are in order of time. */
export async function entriesBefore({ store }: Ledger, time: string): Promise<number> {
  let [low, high] = [0, (await store.readLog()).size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const entry = parseEntry(await store.readEntry(middle));
    if (entry !== null && entry.time < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
