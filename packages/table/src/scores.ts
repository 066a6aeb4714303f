import type { AuditSpec, BinaryRole, Group, Roles } from '@ombud/contract';
import { groupKey } from '@ombud/kernel';
import { type Moments, momentsOfSums, type ScoreCount } from '@ombud/stats';
import type { BinaryQuery, Engine, NeedSums, NumberQuery, RawScoreCell } from './engines/engine.ts';
import { missingReader } from './missing.ts';
import { binaryReader } from './roles/binary.ts';
import { refuseNoNumbers } from './roles/no-numbers.ts';

/** More different scores than this are put together: a picture has no more points, and a bin of a curve is far wider. */
const mostScores = 1_000;

/** People with one score: their groups, what was decided, what happened to them, and what they need. */
export interface ScoreCell {
  /** Values in the order of `Scores.groupNames`. */
  readonly groups: readonly (string | null)[];
  readonly decision: boolean | null;
  readonly outcome: boolean | null;
  readonly score: number;
  /** People, or the sum of their weights. */
  readonly n: number;
  /** The sum of their squared weights, where they have any. */
  readonly squares?: number;
  readonly need: NeedSums | null;
}

/** Everybody who has a score. */
export interface Scores {
  readonly groupNames: readonly string[];
  readonly cells: readonly ScoreCell[];
  /** False where there were more than a thousand different scores and neighbours were put together. */
  readonly exact: boolean;
  /** Given where people count as much as their weights say. */
  readonly weighted?: true;
}

/**
 * Asks the engine for the scores; `null` where the roles have none.
 * @param weight whose people stand in one row each: how much they count, and the sum of squares that says how sure that is
 */
export async function gatherScores(
  engine: Engine,
  spec: AuditSpec,
  roles: Roles,
  weight: string | null = null,
): Promise<Scores | null> {
  if (roles.score === null) return null;
  const need = roles.need === undefined ? null : numberOf(roles.need.column);
  const scores = await scoresOf(engine, spec, roles, { score: numberOf(roles.score.column), need, weight });
  if (roles.need !== undefined && scores.cells.every((cell) => (cell.need?.n ?? 0) === 0))
    await refuseNoNumbers(engine, 'need', roles.need.column, missingReader(spec.missing));
  return scores;
}

/** What is asked of each person: a number, another whose sums are told beside it, and how much the person counts. */
interface Asked {
  readonly score: NumberQuery;
  readonly need: NumberQuery | null;
  readonly weight: string | null;
}

/** People by some number, with the sums of another. */
async function scoresOf(engine: Engine, spec: AuditSpec, roles: Roles, asked: Asked): Promise<Scores> {
  const raw = await engine.scores({
    groups: roles.groups,
    decision: questionOf(roles.decision),
    outcome: questionOf(roles.outcome),
    ...asked,
    count: roles.count,
    steps: mostScores,
  });
  const text = missingReader(spec.missing);
  const [decided, happened] = [binaryReader(roles.decision), binaryReader(roles.outcome)];
  const cells = inOrder(raw.cells).map(({ weights, ...cell }) => ({
    ...cell,
    // Who has a weight counts as much as it says.
    ...(weights === null ? {} : { n: weights.sum, squares: weights.squares }),
    groups: cell.groups.map(text),
    decision: decided(text(cell.decision)),
    outcome: happened(text(cell.outcome)),
  }));
  return {
    groupNames: roles.groups.map(({ column }) => column),
    cells: ordered(cells),
    exact: raw.exact,
    ...(asked.weight === null ? {} : { weighted: true as const }),
  };
}

/** The same scores by period, which stands in the place of the groups; `null` where there is no score or no time. */
export async function gatherDatedScores(
  engine: Engine,
  spec: AuditSpec,
  roles: Roles,
  weight: string | null = null,
): Promise<Scores | null> {
  if (roles.time === null) return null;
  const { need: _need, ...rest } = roles;
  const groups = [{ column: roles.time, period: roles.period ?? 'month' }];
  return gatherScores(engine, spec, { ...rest, groups, decision: null, outcome: null }, weight);
}

const numberOf = (column: string): NumberQuery => ({ column, minus: null });

/** A number that was decided or that happened, or how far one is above the other, with its own sums at each value. */
export interface NumberScores {
  readonly what: 'decision' | 'outcome' | 'error';
  readonly scores: Scores;
}

/** What is asked for a number. */
interface NumberAsked {
  readonly what: NumberScores['what'];
  readonly number: NumberQuery;
}

/**
 * The numbers behind a decision and an outcome that are conditions, and how far the first is above the second. A decision by the
 * score is told by the audits of scores already.
 */
export function numbersOf(roles: Roles): readonly NumberAsked[] {
  const [decided, happened] = [roles.decision, roles.outcome].map((role) =>
    role !== null && 'condition' in role ? role.column : null,
  );
  const asked: NumberAsked[] = [];
  if (decided && decided !== roles.score?.column) asked.push({ what: 'decision', number: numberOf(decided) });
  if (happened) asked.push({ what: 'outcome', number: numberOf(happened) });
  if (decided && happened) asked.push({ what: 'error', number: { column: decided, minus: happened } });
  return asked;
}

/** Asks the engine for the numbers behind a decision and an outcome: see `numbersOf`. */
export async function gatherNumbers(
  engine: Engine,
  spec: AuditSpec,
  roles: Roles,
  weight: string | null = null,
): Promise<readonly NumberScores[]> {
  const alone = { ...roles, decision: null, outcome: null };
  const found: NumberScores[] = [];
  for (const { what, number } of numbersOf(roles))
    found.push({
      what,
      scores: await scoresOf(engine, spec, alone, { score: number, need: number, weight }),
    });
  return found;
}

/** How a role is asked of an engine. */
export const questionOf = (role: BinaryRole | null): BinaryQuery | null =>
  role && { column: role.column, condition: 'condition' in role ? role.condition : null };

/** Sums of fractions depend on their order: however the engine answered, they are added up in one. */
function inOrder(cells: readonly RawScoreCell[]): readonly RawScoreCell[] {
  return cells
    .map((cell) => ({ cell, key: JSON.stringify([cell.groups, cell.decision, cell.outcome]) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.cell.score - b.cell.score))
    .map(({ cell }) => cell);
}

/** Alike people together, in a fixed order: the same people give the same bytes whatever order the engine answered in. */
function ordered(cells: readonly ScoreCell[]): readonly ScoreCell[] {
  const found = new Map<string, ScoreCell>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.groups, cell.decision, cell.outcome]);
    const name = `${key} ${cell.score}`;
    const before = found.get(name);
    found.set(name, before === undefined ? cell : together(before, cell));
  }
  return [...found]
    .map(([, cell]) => ({ cell, key: JSON.stringify([cell.groups, cell.decision, cell.outcome]) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.cell.score - b.cell.score))
    .map(({ cell: { groups, decision, outcome, score, n, squares, need } }) => ({
      groups,
      decision,
      outcome,
      score,
      n,
      ...(squares === undefined ? {} : { squares }),
      need,
    }));
}

type Sums = Omit<NeedSums, 'from' | 'sure'>;

const sumsTogether = (a: Sums, b: Sums): Sums => ({
  n: a.n + b.n,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
});

function needTogether(a: NeedSums | null, b: NeedSums | null): NeedSums | null {
  if (a === null || b === null) return null;
  const sure = a.sure && b.sure ? { sure: sumsTogether(a.sure, b.sure) } : {};
  // All needs of a table are counted from the same value.
  const from = a.from === undefined ? {} : { from: a.from };
  return { ...sumsTogether(a, b), ...from, ...sure };
}

function together(a: ScoreCell, b: ScoreCell): ScoreCell {
  const squares = a.squares === undefined ? {} : { squares: a.squares + (b.squares ?? 0) };
  return { ...a, n: a.n + b.n, ...squares, need: needTogether(a.need, b.need) };
}

/** The people of one group of a grouping. */
export interface ScoredGroup {
  readonly key: string;
  readonly group: Group;
  readonly cells: readonly ScoreCell[];
}

/** Several audits ask for the same groups. */
const known = new WeakMap<Scores, Map<string, readonly ScoredGroup[]>>();

/**
 * The groups of a grouping, by their keys; whoever lacks one of its attributes is in none. People of one group with the
 * same score, decision and outcome are one cell.
 */
export function scoredGroups(scores: Scores, groupBy: readonly string[]): readonly ScoredGroup[] {
  const made = known.get(scores) ?? new Map<string, readonly ScoredGroup[]>();
  known.set(scores, made);
  const name = JSON.stringify(groupBy);
  const groups = made.get(name) ?? groupsOf(scores, groupBy);
  made.set(name, groups);
  return groups;
}

function groupsOf(scores: Scores, groupBy: readonly string[]): readonly ScoredGroup[] {
  const places = groupBy.map((name) => scores.groupNames.indexOf(name));
  const found = new Map<string, { values: readonly string[]; cells: Map<string, ScoreCell> }>();
  for (const cell of scores.cells) {
    const values = places.flatMap((place) => cell.groups[place] ?? []);
    if (values.length < places.length) continue;
    const name = JSON.stringify(values);
    const entry = found.get(name) ?? { values, cells: new Map() };
    found.set(name, entry);
    const one = `${cell.score} ${cell.decision} ${cell.outcome}`;
    const before = entry.cells.get(one);
    entry.cells.set(one, before === undefined ? cell : together(before, cell));
  }
  return [...found.values()]
    .map(({ values, cells }) => {
      const group = Object.fromEntries(groupBy.map((name, i) => [name, values[i] ?? '']));
      return { key: groupKey(group), group, cells: [...cells.values()] };
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** How many people have each score, by outcome; people whose outcome is not known are left out. */
export function scoreCounts(cells: readonly ScoreCell[]): readonly ScoreCount[] {
  return cells.flatMap(({ score, outcome, n, squares }) => {
    if (outcome === null) return [];
    const people = { score, negatives: outcome ? 0 : n, positives: outcome ? n : 0 };
    if (squares === undefined) return [people];
    return [{ ...people, negativeSquares: outcome ? 0 : squares, positiveSquares: outcome ? squares : 0 }];
  });
}

/** Mean and variance of the need of some people, as of so many people of weight 1; `null` where nobody has one. */
export function needOf(cells: readonly ScoreCell[]): Moments | null {
  const nobody: NeedSums = { n: 0, sum: 0, squares: 0 };
  const needs = cells.flatMap(({ need }) => need ?? []);
  const { n, sum, squares } = needs.reduce<Sums>(sumsTogether, nobody);
  if (n === 0) return null;
  const from = needs[0]?.from ?? 0;
  const sure = needs.flatMap((need) => need.sure ?? []);
  if (sure.length > 0) {
    const moments = momentsOfSums({ n, sum, squares, sure: sure.reduce<Sums>(sumsTogether, nobody) });
    return moments && { ...moments, mean: from + moments.mean };
  }
  const variance = n > 1 ? Math.max(0, (squares - (sum * sum) / n) / (n - 1)) : null;
  return { n, mean: from + sum / n, variance };
}
