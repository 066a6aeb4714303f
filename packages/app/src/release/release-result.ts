import { createHash } from 'node:crypto';
import { audits, claimsOf, favourableRate, rates } from '@ombud/audit';
import type { AuditSpec, Finding, ReleaseNote, Result } from '@ombud/contract';
import { canonicalJson, type Group, groupKey } from '@ombud/kernel';
import { bitOf, gate, type Mask, publishedResult, type Statistic } from '@ombud/release';
import type { Context } from '../context.ts';
import { appErrors } from '../errors.ts';
import { plain } from '../evidence/plain.ts';
import { type KeptRelease, keepRelease, readReleases } from './history.ts';
import { snapshotOf } from './snapshot.ts';

/** Fewest people in what is published, where nobody says otherwise. */
export const defaultMinimumCell = 5;

const known = [true, false, null] as const;

const ofStrata: ReadonlySet<string> = new Set(
  audits.filter(({ needs }) => needs.includes('strata')).map(({ id }) => id),
);

/** Audits of people who are alike leave out who lacks a stratum: beside the counts of everybody theirs would give these away. */
const countsFewer = ({ audit }: Finding, { roles, coverage }: Result): boolean =>
  ofStrata.has(audit) &&
  roles.strata.some(({ column }) => coverage.missing.some((part) => part.column === column));

/** The combinations of decision and outcome that a rate counts; null for a finding that is no such rate of everybody. */
function masksOf(
  finding: Finding,
  result: Result,
): { readonly denominator: Mask; readonly numerator: Mask } | null {
  const rate =
    finding.measure === 'adverse-impact'
      ? favourableRate(result.roles.favourable)
      : rates[finding.measure as keyof typeof rates];
  if (rate === undefined || countsFewer(finding, result)) return null;
  const mask = (holds: (cell: Parameters<typeof rate.denominator>[0]) => boolean): Mask =>
    known.reduce(
      (bits, decision) =>
        known.reduce((all, outcome) => {
          const cell = { groups: [], strata: [], decision, outcome, aboveMedian: null, n: 1 };
          return holds(cell) ? all | bitOf(decision, outcome) : all;
        }, bits),
      0,
    );
  return {
    denominator: mask(rate.denominator),
    numerator: mask((cell) => rate.denominator(cell) && rate.numerator(cell)),
  };
}

interface Wanted extends Statistic {
  readonly finding: Finding;
}

/** What the result would tell, coarse before fine: fewer attributes first, larger groups before smaller. */
function wantedOf(result: Result): Wanted[] {
  return result.findings
    .flatMap((finding): (Wanted & { readonly n: number })[] => {
      const masks = masksOf(finding, result);
      return masks === null ? [] : finding.groups.map(({ group, n }) => ({ group, n, ...masks, finding }));
    })
    .sort((a, b) => Object.keys(a.group).length - Object.keys(b.group).length || b.n - a.n);
}

const statisticKey = (finding: Finding, group: Group): string =>
  `${finding.measure} ${finding.audit} ${groupKey(group)}`;

/**
 * Makes a result of a ledger's audit ready to be published, and keeps what the next release must know.
 * @param file where the releases of this ledger are kept
 * @returns the published result; the exact one is committed to, with a salt, and stays with the operator
 */
export async function releaseResult(
  {
    spec,
    result,
    file,
    minimumCell,
  }: {
    readonly spec: AuditSpec;
    readonly result: Result;
    readonly file: string;
    readonly minimumCell: number;
  },
  { randomBytes }: Context,
): Promise<Result> {
  const system = result.source.ledger?.system ?? '';
  const size = result.source.ledger?.size ?? 0;
  const about = canonicalJson(plain([result.roles.decision, result.roles.outcome]));
  const bins = Object.fromEntries(
    result.roles.groups.flatMap(({ column, bins: edges }) => (edges === undefined ? [] : [[column, edges]])),
  );
  const releases = await readReleases(file);
  const { from = null, to = null } = result.coverage.window ?? {};
  const ofSystem = releases.filter(
    (one) => one.system === system && one.shadow === spec.shadow && one.people === spec.people,
  );
  requireNoOverlap(ofSystem, { from, to });
  const own = ofSystem.filter((one) => isSameTime(one.window, { from, to }));
  requireSameSeries(own, { size, about, bins });
  const snapshot = await snapshotOf(
    { ...spec, atSize: size },
    own.map((one) => one.size),
  );
  const wanted = wantedOf(result);
  const { withheld, past } = gate(snapshot, wanted, own, { minimumCell });
  const listed = new Set(
    wanted.flatMap(({ finding, group }, i) => (withheld[i] === null ? [statisticKey(finding, group)] : [])),
  );
  const salt = Buffer.from(randomBytes(32)).toString('base64');
  const note: ReleaseNote = {
    minimumCell,
    withheld: withheldBy(wanted, withheld),
    commitment: commitmentOf(result, salt),
  };
  const published = publishedResult(
    result,
    (finding, group) => listed.has(statisticKey(finding, group)),
    note,
  );
  await keepRelease(file, releases, {
    system,
    size,
    about,
    bins,
    ...(from === null && to === null ? {} : { window: { from, to } }),
    ...(spec.shadow === undefined ? {} : { shadow: spec.shadow }),
    ...(spec.people === undefined ? {} : { people: spec.people }),
    salt,
    exact: result,
    known: past.known,
  } satisfies KeptRelease);
  return { ...published, claims: claimsOf(published) };
}

type Time = NonNullable<KeptRelease['window']>;
const allTimes: Time = { from: null, to: null };

const isSameTime = (before: Time = allTimes, now: Time): boolean =>
  before.from === now.from && before.to === now.to;

/** Two times that share people and are not the same give by subtraction those who are in one alone. */
function requireNoOverlap(ofSystem: readonly KeptRelease[], now: Time): void {
  for (const { window: before = allTimes } of ofSystem) {
    const apart =
      (before.to !== null && now.from !== null && before.to <= now.from) ||
      (now.to !== null && before.from !== null && now.to <= before.from);
    if (!apart && !isSameTime(before, now)) throw appErrors.error('OMBUD_E_RELEASES', 'other-time');
  }
}

/**
 * Releases of one system tell of the same things, and go forward: another definition of a decision or of a bin, or an
 * earlier size, would give people away by subtraction.
 */
function requireSameSeries(
  own: readonly KeptRelease[],
  now: Pick<KeptRelease, 'size' | 'about' | 'bins'>,
): void {
  for (const before of own) {
    if (before.size > now.size)
      throw appErrors.error('OMBUD_E_RELEASES', 'backwards', { size: now.size, before: before.size });
    if (before.about !== now.about) throw appErrors.error('OMBUD_E_RELEASES', 'other-decision');
    for (const [column, edges] of Object.entries(now.bins)) {
      const known = before.bins[column];
      if (known !== undefined && known.join() !== edges.join())
        throw appErrors.error('OMBUD_E_RELEASES', 'other-bins', { column, bins: known.map(String) });
    }
  }
}

function withheldBy(wanted: readonly Wanted[], why: readonly (string | null)[]): ReleaseNote['withheld'] {
  const counted = new Map<
    string,
    { measure: string; groupBy: readonly string[]; why: string; groups: number }
  >();
  wanted.forEach(({ finding, group }, i) => {
    const reason = why[i];
    if (reason === null || reason === undefined) return;
    const key = `${finding.audit} ${finding.measure} ${Object.keys(group).join(' ')} ${reason}`;
    const entry = counted.get(key) ?? {
      measure: finding.measure,
      groupBy: finding.groupBy,
      why: reason,
      groups: 0,
    };
    entry.groups++;
    counted.set(key, entry);
  });
  return [...counted.values()];
}

/** base64 of SHA-256 over the salt and the canonical JSON of the exact result. */
export const commitmentOf = (exact: Result, salt: string): string =>
  createHash('sha256')
    .update(Buffer.from(salt, 'base64'))
    .update(canonicalJson(plain(exact)))
    .digest('base64');
