/**
 * Closing a breaker: two people who did not make the rule, a reason, a new version or a declared remedy, and evidence that
 * what opened it is over. No timer closes it, and "cannot tell" keeps it as it is.
 */
import { canonicalJson, isOmbudError, type JsonObject } from '@ombud/kernel';
import { betaMixture, ratioSequence } from '@ombud/stats';
import { appErrors } from '../errors.ts';
import type { Statements } from '../state/state.ts';
import { whoAnswers } from '../systems/people.ts';
import { listVersions } from '../systems/versions.ts';
import type { Tally } from './breaker-state.ts';
import { brokenRules, type RuleNow } from './hard-rules.ts';
import { watchTables } from './tables.ts';
import {
  type BreakerChange,
  changeOf,
  readBreaker,
  type StoredBreaker,
  setPosition,
  type WatchDesk,
  watchLedger,
} from './watch-ledger.ts';

/** What was put right: a version that was declared and approved since, or a remedy in words. */
export type DeclaredRemedy = { readonly version: number } | { readonly remedy: string };

/** A proposal to close. */
export interface Closing {
  readonly by: string;
  readonly why: string;
  readonly remedy: DeclaredRemedy;
}

/** What the evidence says about closing. */
export interface ClosingEvidence {
  /** `inside`: surely inside the limit; `cannot-tell`: not surely; `not-needed`: no detector opened it. */
  readonly state: 'inside' | 'cannot-tell' | 'not-needed';
  /** The edge of the confidence sequence that is held against the limit; null while nobody was counted. */
  readonly edge: number | null;
  readonly limit: number | null;
  /** Decisions by people or in the shadow, or answers to appeals against them, that were counted. */
  readonly counted: number;
  /** Hard rules that are broken now. */
  readonly broken: readonly RuleNow[];
}

const noOne: Tally = { events: 0, n: 0 };

/** What the evidence says now. */
export async function closingEvidence(desk: WatchDesk, system: string): Promise<ClosingEvidence> {
  const { folded } = await readBreaker(desk.state, system);
  const broken = await brokenRules(desk, system);
  const { tripped, inForce } = folded;
  if (tripped === null || inForce === null)
    return { state: 'not-needed', edge: null, limit: null, counted: 0, broken };
  const { level, ratios, overturned } = inForce.rule;
  if (tripped.cause === 'ratio') {
    const limit = ratios[tripped.ratio]?.limit ?? 1;
    const { watched, reference } = folded.closingRatios[tripped.ratio] ?? {
      watched: noOne,
      reference: noOne,
    };
    const edge = ratioSequence(watched, reference, level)?.low ?? null;
    const state = edge !== null && edge >= limit ? 'inside' : 'cannot-tell';
    return { state, edge, limit, counted: watched.n + reference.n, broken };
  }
  const limit = overturned?.limit ?? 0;
  const edge = betaMixture(folded.closingOverturned, level)?.high ?? null;
  const state = edge !== null && edge <= limit ? 'inside' : 'cannot-tell';
  return { state, edge, limit, counted: folded.closingOverturned.n, broken };
}

interface Opened extends StoredBreaker {
  readonly since: number;
}

async function requireOpen(statements: Statements, system: string): Promise<Opened> {
  const breaker = await readBreaker(statements, system);
  if (breaker.position === 'closed' || breaker.since === null)
    throw appErrors.error('OMBUD_E_BREAKER', 'closed', { system });
  return { ...breaker, since: breaker.since };
}

/** Whoever declared or approved what the system decided by when it was stopped does not start it again. */
async function requireApart(desk: WatchDesk, system: string, opened: number, by: string): Promise<void> {
  const before = (await listVersions(desk.state, system)).filter(({ entry }) => entry < opened);
  const makers = new Set<string>();
  for (const { declaredBy, approvedBy } of before) {
    makers.add(await whoAnswers(desk, declaredBy));
    if (approvedBy !== null) makers.add(await whoAnswers(desk, approvedBy));
  }
  if (makers.has(await whoAnswers(desk, by)))
    throw appErrors.error('OMBUD_E_SAME_PERSON', 'rule', { system });
}

async function requireRemedy(
  desk: WatchDesk,
  system: string,
  opened: number,
  remedy: DeclaredRemedy,
): Promise<void> {
  if ('remedy' in remedy) return;
  const found = (await listVersions(desk.state, system)).find(({ version }) => version === remedy.version);
  if (found === undefined || found.entry < opened || found.approved === null)
    throw appErrors.error('OMBUD_E_BREAKER', 'old-version', { system, version: remedy.version });
}

/**
 * Proposes to close; it takes the place of an earlier proposal for the same opening.
 * @throws OmbudError `OMBUD_E_BREAKER` where it is closed, or the version is not new or not approved; `OMBUD_E_SAME_PERSON`
 */
export async function proposeClosing(
  desk: WatchDesk,
  system: string,
  { by, why, remedy }: Closing,
): Promise<{ readonly opened: number }> {
  const { since } = await requireOpen(desk.state, system);
  await requireApart(desk, system, since, by);
  await requireRemedy(desk, system, since, remedy);
  const row = {
    proposed_by: by,
    proposed: new Date(desk.now()).toISOString(),
    why,
    remedy: canonicalJson(remedy as unknown as JsonObject),
  };
  await desk.state.change((tx) =>
    tx
      .of(watchTables)
      .insertInto('watch_closings')
      .values({ system, opened: since, ...row })
      .onConflict((c) => c.columns(['system', 'opened']).doUpdateSet(row))
      .execute(),
  );
  return { opened: since };
}

/** The proposal that waits for a second person; null where there is none. */
export async function readProposal(
  statements: Statements,
  system: string,
): Promise<(Closing & { readonly proposed: string }) | null> {
  const { since } = await readBreaker(statements, system);
  const row = await statements
    .of(watchTables)
    .selectFrom('watch_closings')
    .selectAll()
    .where('system', '=', system)
    .where('opened', '=', since ?? -1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const remedy = JSON.parse(row.remedy) as DeclaredRemedy;
  return { by: row.proposed_by, proposed: row.proposed, why: row.why, remedy };
}

/**
 * Closes, as the second person.
 * @throws OmbudError `OMBUD_E_BREAKER` where it is closed, nobody proposed it, or the evidence is not there;
 * `OMBUD_E_SAME_PERSON`, and as `requireOthers` does
 */
export async function closeBreaker(desk: WatchDesk, system: string, by: string): Promise<BreakerChange> {
  const { since } = await requireOpen(desk.state, system);
  const proposal = await readProposal(desk.state, system);
  // A proposal of somebody who was shut out since is none.
  if (proposal === null || (await desk.mayStill?.(proposal.by, system)) === false)
    throw appErrors.error('OMBUD_E_BREAKER', 'no-proposal', { system });
  if (proposal.by === by) throw appErrors.error('OMBUD_E_SAME_PERSON', 'closing', { system });
  await desk.requireOthers?.(by, [proposal.by]);
  await requireApart(desk, system, since, by);
  await requireRemedy(desk, system, since, proposal.remedy);
  // Who is refused before leaves nothing behind.
  await catchUp(desk);
  const evidence = await closingEvidence(desk, system);
  const [broken] = evidence.broken;
  if (broken !== undefined) throw appErrors.error('OMBUD_E_BREAKER', 'rule-broken', { system, ...broken });
  if (evidence.state === 'cannot-tell')
    throw appErrors.error('OMBUD_E_BREAKER', 'not-inside', {
      system,
      counted: evidence.counted,
      limit: evidence.limit ?? 0,
    });
  const { edge, limit, counted } = evidence;
  const because = {
    cause: 'closed',
    by: [proposal.by, by],
    why: proposal.why,
    remedy: proposal.remedy,
    evidence: { edge, limit, counted },
  };
  const draft = {
    kind: 'breaker' as const,
    system,
    state: 'closed' as const,
    because: canonicalJson(because as unknown as JsonObject),
  };
  const [entry] = await desk.state.record([draft], async (tx, [recorded]) => {
    if ((await requireOpen(tx, system)).since !== since)
      throw appErrors.error('OMBUD_E_BREAKER', 'no-proposal', { system });
    const change = changeOf(draft, recorded?.index ?? -1);
    await setPosition(tx, change);
    await desk.announce(tx, change);
  });
  await catchUp(desk);
  return changeOf(draft, entry?.index ?? -1);
}

const tries = 5;

/** The job may watch at the same time: whoever comes second looks again. */
async function catchUp(desk: WatchDesk): Promise<void> {
  for (let left = tries; ; left--)
    try {
      await watchLedger(desk);
      return;
    } catch (error) {
      if (left === 1 || !isOmbudError(error) || error.reason !== 'busy') throw error;
    }
}
