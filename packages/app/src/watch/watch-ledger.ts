/** Takes what is new in the ledger into the breakers, and opens the ones whose evidence has reached c. */
import { canonicalJson } from '@ombud/kernel';
import type { BreakerDraft } from '@ombud/ledger';
import { detectorEvidence } from '@ombud/stats';
import { appErrors } from '../errors.ts';
import type { State, Statements } from '../state/state.ts';
import type { People } from '../systems/people.ts';
import { type BreakerPosition, type BreakerState, initialBreaker } from './breaker-state.ts';
import { type Breakers, foldPage } from './fold.ts';
import { watchTables } from './tables.ts';

/** A breaker changed its position. */
export interface BreakerChange {
  readonly system: string;
  readonly position: BreakerPosition;
  /** The entry that records it. */
  readonly entry: number;
  /** Why, as the entry says: canonical JSON of codes and numbers. */
  readonly because: string;
}

/** What watching needs of the world around it. */
export interface WatchDesk extends People {
  readonly state: State;
  readonly now: () => number;
  /** Tells of a change, in the transaction of its entry. */
  readonly announce: (tx: Statements, change: BreakerChange) => Promise<void>;
  /** When the newest audit of a system ended, ISO 8601; null where there is none. */
  readonly lastAudit: (system: string) => Promise<string | null>;
  /** Whether somebody who proposed to close a breaker may do so still. */
  readonly mayStill?: (actor: string, system: string) => Promise<boolean>;
}

/** A breaker as it is stored. */
export interface StoredBreaker {
  readonly position: BreakerPosition;
  readonly since: number | null;
  readonly because: string | null;
  /** The fold, up to the entries that were watched. */
  readonly folded: BreakerState;
}

/** A fold as it was stored, by an earlier version too. */
const foldOf = (text: string): BreakerState => ({ ...initialBreaker, ...(JSON.parse(text) as BreakerState) });

const positions: readonly BreakerPosition[] = ['closed', 'open', 'human-only'];

/** Reads the breaker of a system; a system that nobody declared yet has a closed one. */
export async function readBreaker(statements: Statements, system: string): Promise<StoredBreaker> {
  const row = await statements
    .of(watchTables)
    .selectFrom('watch_breakers')
    .selectAll()
    .where('system', '=', system)
    .executeTakeFirst();
  if (row === undefined) return { position: 'closed', since: null, because: null, folded: initialBreaker };
  return {
    position: positions.find((one) => one === row.position) ?? 'open',
    since: row.since === null ? null : Number(row.since),
    because: row.because,
    folded: foldOf(row.folded),
  };
}

/** Whether a system may decide now: its breaker is closed, and no evidence waits to open it. */
export const mayDecide = ({ position, folded }: StoredBreaker): boolean =>
  position === 'closed' && folded.tripped === null;

/** Whether a system is stopped, without its evidence: asked with every decision. */
export async function isStopped(statements: Statements, system: string): Promise<boolean> {
  const row = await statements
    .of(watchTables)
    .selectFrom('watch_breakers')
    .select('position')
    .where('system', '=', system)
    .executeTakeFirst();
  return row !== undefined && row.position !== 'closed';
}

/**
 * So many entries share a commit at most: with one for each page of the reading, whoever records without a pause would be
 * ahead of the watch for good.
 */
const together = 2048;

/**
 * Watches what is new. Where another process did the same meanwhile, nothing is changed; call it again.
 * @returns the breakers that opened
 * @throws OmbudError `OMBUD_E_BREAKER` `busy`
 */
export async function watchLedger(desk: WatchDesk): Promise<readonly BreakerChange[]> {
  const { state } = desk;
  const { store } = state.writer.ledger;
  let [from, breakers] = await stored(state);
  let after = breakers;
  const { size } = await store.readLog();
  const opened: BreakerChange[] = [];
  for await (const page of store.readPages(from, size, { payloads: true, attributes: true })) {
    after = await foldPage(state.writer, after, page);
    const next = (page.at(-1)?.index ?? from - 1) + 1;
    if (next < size && next - from < together && !isNews(breakers, after)) continue;
    const changed = [...after].filter(([system, one]) => breakers.get(system) !== one);
    opened.push(...(await save(desk, changed, { from, to: next })));
    [from, breakers] = [next, after];
  }
  return opened;
}

/** A breaker is to open: that waits for nothing. */
const isNews = (before: Breakers, after: Breakers): boolean =>
  [...after].some(
    ([system, { tripped }]) => tripped !== null && (before.get(system)?.tripped ?? null) === null,
  );

async function stored(state: State): Promise<[number, Breakers]> {
  const db = state.of(watchTables);
  const cursor = await db.selectFrom('watch_cursor').select('size').executeTakeFirst();
  const rows = await db.selectFrom('watch_breakers').select(['system', 'folded']).execute();
  return [Number(cursor?.size ?? 0), new Map(rows.map(({ system, folded }) => [system, foldOf(folded)]))];
}

interface Step {
  readonly from: number;
  readonly to: number;
}

async function save(
  desk: WatchDesk,
  changed: readonly (readonly [string, BreakerState])[],
  step: Step,
): Promise<readonly BreakerChange[]> {
  const tripped: { system: string; draft: BreakerDraft }[] = [];
  for (const [system, one] of changed)
    if (one.tripped !== null && one.position === 'closed' && !(await isStopped(desk.state, system)))
      tripped.push({ system, draft: openingOf(system, one) });
  const write = async (tx: Statements): Promise<void> => {
    await advance(tx, step);
    for (const [system, folded] of changed) await writeFold(tx, system, folded);
  };
  if (tripped.length === 0) {
    await desk.state.change(write);
    return [];
  }
  const changes: BreakerChange[] = [];
  await desk.state.record(
    tripped.map(({ draft }) => draft),
    async (tx, entries) => {
      await write(tx);
      for (const [i, { draft }] of tripped.entries()) {
        const change = changeOf(draft, entries[i]?.index ?? -1);
        await setPosition(tx, change);
        await desk.announce(tx, change);
        changes.push(change);
      }
    },
  );
  return changes;
}

async function advance(tx: Statements, { from, to }: Step): Promise<void> {
  const db = tx.of(watchTables);
  if (from === 0)
    await db
      .insertInto('watch_cursor')
      .values({ id: 0, size: 0 })
      .onConflict((c) => c.column('id').doNothing())
      .execute();
  const { numUpdatedRows } = await db
    .updateTable('watch_cursor')
    .set({ size: to })
    .where('size', '=', from)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw appErrors.error('OMBUD_E_BREAKER', 'busy', {});
}

async function writeFold(tx: Statements, system: string, folded: BreakerState): Promise<void> {
  const text = JSON.stringify(folded);
  const { position, since, because } = folded;
  await tx
    .of(watchTables)
    .insertInto('watch_breakers')
    .values({ system, position, since, because, folded: text })
    .onConflict((c) => c.column('system').doUpdateSet({ folded: text }))
    .execute();
}

/** Sets what the newest entry of a breaker says, in its own transaction. */
export async function setPosition(
  tx: Statements,
  { system, position, entry, because }: BreakerChange,
): Promise<void> {
  const now = { position, since: entry, because: position === 'closed' ? null : because };
  await tx
    .of(watchTables)
    .insertInto('watch_breakers')
    .values({ system, folded: JSON.stringify(initialBreaker), ...now })
    .onConflict((c) => c.column('system').doUpdateSet(now))
    .execute();
}

/** The change that an entry records. */
export const changeOf = (
  { system, state: position, because }: BreakerDraft,
  entry: number,
): BreakerChange => ({
  system,
  position,
  because,
  entry,
});

/** The entry that opens: codes and numbers, from which anyone can make the sentence and check it. */
function openingOf(system: string, { inForce, tripped, ratios, overturned }: BreakerState): BreakerDraft {
  const cause = () => {
    if (tripped?.cause === 'ratio') {
      const { column = '', watched = '', limit = 0 } = inForce?.rule.ratios[tripped.ratio] ?? {};
      const monitor = ratios[tripped.ratio];
      return {
        cause: 'ratio',
        at: tripped.at,
        column,
        watched,
        limit,
        blocks: monitor?.detector.blocks ?? 0,
        evidence: monitor === undefined ? 0 : detectorEvidence(monitor.detector),
      };
    }
    return {
      cause: 'overturned',
      at: tripped?.at ?? 0,
      limit: overturned?.limit ?? 0,
      blocks: overturned?.detector.blocks ?? 0,
      evidence: overturned === null ? 0 : detectorEvidence(overturned.detector),
    };
  };
  return {
    kind: 'breaker',
    system,
    state: inForce?.rule.opens ?? 'open',
    because: canonicalJson(cause()),
  };
}
