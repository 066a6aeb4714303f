import { type Group, groupKey } from '@ombud/kernel';
import { isZero, reduced, Span } from './span.ts';
import { type Atom, bitOf, everybody, type Mask, type Target, targetKey, vectorOf } from './target.ts';

/** What must hold of everything that can be worked out from what is published. */
export interface ReleaseRules {
  /** Fewest people in any count, in what is left of its group, and in any change between two releases. At least 2. */
  readonly minimumCell: number;
}

/** A rate that could be published: `events` of `n` people of a group. */
export interface Statistic {
  readonly group: Group;
  /** Combinations of decision and outcome in the denominator. */
  readonly denominator: Mask;
  /** Combinations in the numerator: a part of the denominator. */
  readonly numerator: Mask;
}

/** The people at one release: for each atom, how many of each cohort are (still) there. */
export interface Snapshot {
  readonly atoms: readonly Atom[];
  /**
   * `cohorts[j][a]`: people of atom `a` who were recorded after release `j - 1` and up to release `j`, and were not
   * erased since. The last cohort is of the release that is being judged.
   */
  readonly cohorts: readonly (readonly number[])[];
}

/** What was known after a release: kept privately, and needed to judge the next one. */
export interface PastRelease {
  /** By {@link targetKey}: people by cohort, for every sum that could be worked out from it. */
  readonly known: Readonly<Record<string, readonly number[]>>;
}

/** Why a statistic is not published. */
export type Withheld =
  /** A count of its own is too small, or speaks of everybody in its group. */
  | 'small'
  /** Fewer than the minimum were added or erased since a release that told the same sum, while others were. */
  | 'change'
  /** With what is published already it would give a sum away that may not be known. */
  | 'complement';

/** What may be published: for each statistic null or why it is withheld, and what the next release must know. */
export interface GateResult {
  /** For each statistic: null where it may be published, else why not. */
  readonly withheld: readonly (Withheld | null)[];
  /** To be kept, privately, for the next release. */
  readonly past: PastRelease;
}

interface Count {
  readonly target: Target;
  readonly key: string;
  readonly vector: Int32Array;
  readonly byCohort: readonly number[];
  readonly total: number;
  /** The group's denominator that the count is a part of; null for a denominator. */
  readonly whole: Count | null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function countOf(target: Target, { atoms, cohorts }: Snapshot, whole: Count | null): Count {
  const vector = vectorOf(target, atoms);
  const byCohort = cohorts.map((people) =>
    people.reduce((total, n, atom) => (vector[atom] === 1 ? total + n : total), 0),
  );
  return { target, key: targetKey(target), vector, byCohort, total: sum(byCohort), whole };
}

/**
 * Adds the atoms that hold nobody: every group that was met with every decision and outcome that was met. Who reads the
 * release does not know which of them are empty.
 */
function completed({ atoms, cohorts }: Snapshot): Snapshot {
  const nameOf = (atom: Atom) =>
    JSON.stringify([Object.entries(atom.group).sort(), atom.decision, atom.outcome]);
  const met = new Set(atoms.map(nameOf));
  const groups = new Map(atoms.map(({ group }) => [JSON.stringify(Object.entries(group).sort()), group]));
  const decided = new Map(
    atoms.map(({ decision, outcome }) => [bitOf(decision, outcome), { decision, outcome }]),
  );
  const empty = [...groups.values()].flatMap((group) =>
    [...decided.values()]
      .map(({ decision, outcome }): Atom => ({ group, decision, outcome }))
      .filter((atom) => !met.has(nameOf(atom))),
  );
  return {
    atoms: [...atoms, ...empty],
    cohorts: cohorts.map((people) => [...people, ...empty.map(() => 0)]),
  };
}

/** Every way to keep some of the attributes of a group, the group itself and everybody included. */
function coarser(group: Group): Group[] {
  let groups: Group[] = [{}];
  for (const [name, value] of Object.entries(group))
    groups = groups.concat(groups.map((one) => ({ ...one, [name]: value })));
  return groups;
}

/** The groups of every cross of attributes that the atoms hold, from everybody down to the full cross. */
function groupsOf(atoms: readonly Atom[], attributes: readonly string[]): Group[] {
  const found = new Map<string, Group>();
  for (const { group } of atoms) {
    const full = Object.fromEntries(
      attributes.flatMap((name) => {
        const value = group[name];
        return value === null || value === undefined ? [] : [[name, value]];
      }),
    );
    for (const one of coarser(full)) found.set(groupKey(one), one);
  }
  return [...found.values()];
}

/** Each sum that the release could tell somebody: every group in every cross, by every part of every rate. */
function countsOf(snapshot: Snapshot, statistics: readonly Statistic[]): Map<string, Count> {
  const attributes = [...new Set(statistics.flatMap(({ group }) => Object.keys(group)))];
  const rates = new Map(
    statistics.map(({ denominator, numerator }) => [
      `${denominator} ${numerator}`,
      { denominator, numerator },
    ]),
  );
  const counts = new Map<string, Count>();
  for (const group of groupsOf(snapshot.atoms, attributes)) {
    const all = countOf({ group, mask: everybody }, snapshot, null);
    counts.set(all.key, all);
    for (const { denominator, numerator } of rates.values()) {
      const whole = countOf({ group, mask: denominator }, snapshot, null);
      if (!counts.has(whole.key)) counts.set(whole.key, whole);
      for (const mask of [numerator, denominator & ~numerator]) {
        if (mask === 0 || mask === denominator) continue;
        const part = countOf({ group, mask }, snapshot, whole);
        counts.set(part.key, part);
      }
    }
  }
  return counts;
}

/** A part of nobody tells of everybody in the whole; a whole of nobody tells of nobody. */
function isSmall({ total, whole }: Count, { minimumCell }: ReleaseRules): boolean {
  if (whole === null) return total > 0 && total < minimumCell;
  return whole.total > 0 && total < minimumCell;
}

/** People who came and people who were erased between a past release and this one. */
interface Change {
  readonly added: number;
  readonly left: number;
}

function changeSince(byCohort: readonly number[], before: readonly number[]): Change {
  const added = sum(byCohort.slice(before.length));
  const left = before.reduce((total, people, cohort) => total + people - (byCohort[cohort] ?? 0), 0);
  return { added, left };
}

/** Whether the change since a past release speaks of fewer people than it may. Many on one side hide few on the other. */
function isTelling(count: Count, past: PastRelease, all: Change, { minimumCell }: ReleaseRules): boolean {
  const before = past.known[count.key];
  if (before === undefined) return false;
  const { added, left } = changeSince(count.byCohort, before);
  // That nobody of the new ones is in a group tells something of each of them: the log itself says how many there are.
  const changed = all.added + all.left > 0;
  return changed && added < minimumCell && left < minimumCell;
}

/** Every combination with a decision. */
const decided: Mask = [true, false]
  .flatMap((decision) => [true, false, null].map((outcome) => bitOf(decision, outcome)))
  .reduce((all, bit) => all | bit, 0);

/**
 * Judges which statistics may be published, so that no sum about fewer people than the rules allow can be worked out,
 * neither from them nor together with what was published before (Cox 1980, complementary suppression; differencing
 * over time). Statistics are taken in the order given, the most wanted first; one that would complete a sum that may
 * not be known is withheld. What is certain is told apart by linear algebra; how narrow a withheld sum can be bounded
 * is for `auditBounds`.
 *
 * @param statistics the most wanted first, usually coarse before fine
 * @param history what was known after each earlier release, oldest first
 * @param toldOfAll which combinations of decision and outcome are told of everybody together, whatever is withheld
 */
export function gate(
  given: Snapshot,
  statistics: readonly Statistic[],
  history: readonly PastRelease[],
  rules: ReleaseRules,
  toldOfAll: readonly Mask[] = [],
): GateResult {
  const snapshot = completed(given);
  const counts = countsOf(snapshot, statistics);
  // How many were recorded, and how many have a decision, is told by the log and the coverage, whatever is withheld.
  const told = [everybody, decided, ...toldOfAll].map((mask) => countOf({ group: {}, mask }, snapshot, null));
  const span = new Span();
  for (const count of told) {
    counts.set(count.key, count);
    const row = span.candidate(count.vector);
    if (row !== null) span.add(row);
  }
  const isTold = (key: string): boolean => told.some((count) => count.key === key);
  const all = told[0] as Count;
  const changes = history.map((past) => changeSince(all.byCohort, past.known[all.key] ?? []));
  const small = new Set<string>();
  const telling = new Set<string>();
  for (const [key, count] of counts) {
    if (isTold(key)) continue;
    if (isSmall(count, rules)) small.add(key);
    else if (history.some((past, i) => isTelling(count, past, changes[i] as Change, rules))) telling.add(key);
  }
  let secrets = [...counts.values()]
    .filter(({ key }) => small.has(key) || telling.has(key))
    .map(({ vector }) => span.residual(vector));
  // A sum over nobody is the zero vector: everybody knows it.
  secrets = secrets.filter((residual) => !isZero(residual));

  const withheld = statistics.map((statistic): Withheld | null => {
    const own = ownTargets(statistic).map((target) => counts.get(targetKey(target)));
    if (own.some((count) => count !== undefined && small.has(count.key))) return 'small';
    if (own.some((count) => count !== undefined && telling.has(count.key))) return 'change';
    let left = secrets;
    const trial = new Span(span);
    for (const count of own) {
      const row = count === undefined ? null : trial.candidate(count.vector);
      if (row === null) continue;
      trial.add(row);
      left = left.map((residual) => reduced(residual, row));
    }
    if (left.some(isZero)) return 'complement';
    secrets = left;
    span.adopt(trial);
    return null;
  });
  const known = [...counts.values()].filter(({ vector }) => span.holds(vector));
  return { withheld, past: { known: Object.fromEntries(known.map(({ key, byCohort }) => [key, byCohort])) } };
}

/** The sums that a published rate tells: its denominator, its numerator and what is left. */
function ownTargets({ group, denominator, numerator }: Statistic): Target[] {
  return [denominator, numerator, denominator & ~numerator]
    .filter((mask) => mask !== 0)
    .map((mask) => ({ group, mask }));
}
