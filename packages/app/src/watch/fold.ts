/** Entries of the ledger as what moves a breaker. */
import { type Outcome, outcomes } from '@ombud/contest';
import type { Entry } from '@ombud/contract';
import type { JsonObject } from '@ombud/kernel';
import { openAttributes, openPayload, parseEntry, type Scalar, type Writer } from '@ombud/ledger';
import { type BreakerEvent, type BreakerState, initialBreaker, stepBreaker } from './breaker-state.ts';
import { type Earlier, earlierOf } from './earlier.ts';

/** The breaker of each system. */
export type Breakers = ReadonlyMap<string, BreakerState>;

/** What the fold asks of a ledger. */
type Watched = Pick<Writer, 'ledger' | 'tokens'>;

type Row = Awaited<ReturnType<AsyncIterator<Page>['next']>>['value'][number];
type Page =
  ReturnType<Writer['ledger']['store']['readPages']> extends AsyncIterable<infer P>
    ? P extends readonly unknown[]
      ? P
      : never
    : never;

const dayMs = 86_400_000;

/**
 * Takes a page of entries into the breakers.
 * @returns the breakers that changed, and the others as they were
 */
export async function foldPage(watched: Watched, before: Breakers, page: Page): Promise<Breakers> {
  const after = new Map(before);
  const earlier = earlierOf(watched, page);
  for (const row of page) {
    const entry = parseEntry(row.entry);
    if (entry === null || !('system' in entry) || entry.system === undefined) continue;
    const state = after.get(entry.system) ?? initialBreaker;
    const event = await eventOf({ ...watched, earlier }, state, row, entry);
    const moved = event === null ? state : stepBreaker(state, event);
    const next = entry.kind === 'decision' ? withNewest(moved, row.index, entry.time) : moved;
    if (next !== state) after.set(entry.system, next);
  }
  return after;
}

const withNewest = (state: BreakerState, index: number, time: string): BreakerState => ({
  ...state,
  newest: { index, time },
});

/**
 * The breakers as the ledger alone says, from its first entry: what is stored must be the same.
 * @param size so many entries
 */
export async function replayBreakers(watched: Watched, size: number): Promise<Breakers> {
  let breakers: Breakers = new Map();
  const wanted = { payloads: true, attributes: true };
  for await (const page of watched.ledger.store.readPages(0, size, wanted))
    breakers = await foldPage(watched, breakers, page);
  return breakers;
}

interface Folding extends Watched {
  readonly earlier: Earlier;
}

async function eventOf(
  watched: Folding,
  state: BreakerState,
  row: Row,
  entry: Entry,
): Promise<BreakerEvent | null> {
  switch (entry.kind) {
    case 'declaration':
      return { kind: 'declaration', index: row.index, document: entry.document };
    case 'breaker':
      return { kind: 'breaker', index: row.index, position: entry.state, because: entry.because };
    case 'act':
      return approvalOf(row, entry);
    case 'decision':
      return state.inForce === null ? null : decisionOf(watched, state, row, entry);
    case 'appeal':
    case 'review':
      return state.inForce?.rule.overturned === undefined ? null : answerOf(watched, row, entry);
    default:
      return null;
  }
}

function approvalOf({ payload }: Row, entry: Extract<Entry, { kind: 'act' }>): BreakerEvent | null {
  if (entry.act !== 'version-approved' || payload === null) return null;
  const declaration = openPayload(entry, payload)?.['declaration'];
  return typeof declaration === 'number' ? { kind: 'approval', declaration } : null;
}

type DecisionEntry = Extract<Entry, { kind: 'decision' }>;

const madeBy = ({ marks = [] }: DecisionEntry): 'system' | 'person' =>
  marks.includes('by-person') || marks.includes('shadow') ? 'person' : 'system';

async function decisionOf(
  watched: Folding,
  state: BreakerState,
  { index, payload, attributes }: Row,
  entry: DecisionEntry,
): Promise<BreakerEvent | null> {
  const opened = payload === null ? null : openPayload(entry, payload);
  const shown = attributes === null ? {} : openAttributes(entry, attributes);
  if (opened === null || shown === null) return { kind: 'unreadable' };
  const { subject, decision } = opened as { readonly subject: string; readonly decision: Scalar };
  const windowMs = (state.inForce?.rule.windowDays ?? 1) * dayMs;
  if (await isRepeated(watched, { index, subject, windowMs }, entry)) return null;
  return { kind: 'decision', index, by: madeBy(entry), decision, attributes: shown as JsonObject as never };
}

interface Counted {
  readonly index: number;
  readonly subject: string;
  readonly windowMs: number;
}

/** Decisions about one person are not independent: the first of a window counts. */
async function isRepeated(
  { ledger: { store }, earlier }: Folding,
  { index, subject, windowMs }: Counted,
  entry: DecisionEntry,
): Promise<boolean> {
  const window = ({ time }: Entry): number => Math.floor(Date.parse(time) / windowMs);
  for (const at of await earlier(subject, index)) {
    const before = parseEntry(await store.readEntry(at));
    if (before === null) continue;
    // The time of the log never goes backwards.
    if (window(before) < window(entry)) return false;
    if (before.kind !== 'decision' || before.system !== entry.system) continue;
    if (madeBy(before) === madeBy(entry)) return true;
  }
  return false;
}

/** The moves of an appeal that answer it. */
const answering: ReadonlySet<string> = new Set(['decide', 'concede']);

/** An appeal was answered on its merits with this entry, conceded ones among them. */
async function answerOf(
  { ledger: { store } }: Watched,
  { index, payload }: Row,
  entry: Extract<Entry, { kind: 'appeal' | 'review' }>,
): Promise<BreakerEvent | null> {
  const opened = payload === null ? null : openPayload(entry, payload);
  // What follows an answer, such as its confirmation, tells of it again.
  if (opened?.['machine'] !== 'appeal' || !answering.has(String(opened['event']))) return null;
  const { outcome = null } = (opened['known'] ?? {}) as { readonly outcome?: Outcome | null };
  if (outcome === null) return null;
  const { onMerits, overturned } = outcomes[outcome];
  if (!onMerits) return null;
  let at: Entry | null = entry;
  while (at !== null && at.kind !== 'decision')
    at = 'about' in at ? parseEntry(await store.readEntry(at.about)) : null;
  return { kind: 'answer', index, overturned, by: at === null ? 'system' : madeBy(at) };
}
