import { sortedValues, type ValueCount } from '../distributions/value-counts.ts';
import { criticalOf, twoSidedP } from '../normal.ts';
import { sum } from '../sum.ts';
import type { Confidence } from '../types.ts';
import type { NeedDifference } from './need-at-equal-score.ts';
import { effectivePeople } from './weights.ts';

/** What a mean and its spread need of some people: how many, the sum of their values, and of the squares. */
interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** The people of a group who have one score, and what happened to them or what they need. */
export interface ScorePeople extends Sums {
  readonly score: number;
  /** With weights: the same sums with squared weights. */
  readonly sure?: Sums;
}

/** So much of what bands would tell must be told by people with truly the same score, or bands are taken. */
const enough = 0.8;

/** People of a group to a band of it; and at most so many bands. */
const [peopleInBand, mostBands] = [20, 100];

const scoresOf = (people: readonly ScorePeople[]): readonly ValueCount[] =>
  sortedValues(people.map(({ score, n }) => ({ value: score, n })));

/** How much two groups tell of their difference inside bands that begin above these edges: the sum of n(a) n(b) / n. */
function told(a: readonly ValueCount[], b: readonly ValueCount[], edges: readonly number[]): number {
  const [ofA, ofB] = [peopleByBand(a, edges), peopleByBand(b, edges)];
  return sum(
    ofA.map((n, i) => {
      const other = ofB[i] ?? 0;
      return n > 1 && other > 1 ? (n * other) / (n + other) : 0;
    }),
  );
}

function peopleByBand(counts: readonly ValueCount[], edges: readonly number[]): number[] {
  const found = new Array<number>(edges.length + 1).fill(0);
  let band = 0;
  for (const { value, n } of counts) {
    while (band < edges.length && value > (edges[band] ?? 0)) band += 1;
    found[band] = (found[band] ?? 0) + n;
  }
  return found;
}

/** Every score of two groups but the highest: with these edges each is a band. */
function scoreEdges(a: readonly ScorePeople[], b: readonly ScorePeople[]): readonly number[] {
  return scoresOf([...a, ...b])
    .slice(0, -1)
    .map(({ value }) => value);
}

/**
 * Whether two groups can be compared at each score by itself: they share enough scores, so that hardly anybody is lost who could be
 * compared inside bands.
 * @param bands edges of bands of everybody's scores.
 */
export function shareScores(
  a: readonly ScorePeople[],
  b: readonly ScorePeople[],
  bands: readonly number[],
): boolean {
  const [ofA, ofB] = [scoresOf(a), scoresOf(b)];
  return told(ofA, ofB, scoreEdges(a, b)) >= enough * told(ofA, ofB, bands);
}

/** Edges of bands of each group with about as many of its people each: narrow where either group is. */
function narrowEdges(groups: readonly (readonly ScorePeople[])[]): readonly number[] {
  const edges = groups.flatMap((people) => {
    const counts = scoresOf(people);
    const everybody = sum(counts.map(({ n }) => n));
    const heads = effective(people);
    const bands = Math.min(mostBands, Math.max(2, Math.round(heads / peopleInBand)));
    return Array.from({ length: bands - 1 }, (_, i) => quantile(counts, (everybody * (i + 1)) / bands));
  });
  return [...new Set(edges)].sort((x, y) => x - y);
}

function quantile(counts: readonly ValueCount[], people: number): number {
  let below = 0;
  for (const { value, n } of counts) {
    below += n;
    if (below >= people * (1 - 1e-12)) return value;
  }
  return counts.at(-1)?.value ?? 0;
}

const effective = (people: readonly ScorePeople[]): number =>
  effectivePeople(sum(people.map(({ n }) => n)), sum(people.map(({ n, sure }) => sure?.n ?? n)));

interface Member extends ScorePeople {
  /** 1 for the group, 0 for the reference. */
  readonly own: 0 | 1;
}

/** A band in which group and value have both lost what a line through the scores explains of them. */
interface Band {
  readonly members: readonly { readonly person: Member; readonly own: number; readonly line: number }[];
  /** The sum of the squares of what is left of the group, and of its products with the value. */
  readonly left: number;
  readonly product: number;
  readonly people: number;
  /** People over degrees of freedom: the band has fitted a height and a slope. */
  readonly correction: number;
}

function membersByBand(members: readonly Member[], edges: readonly number[]): Member[][] {
  const bands: Member[][] = Array.from({ length: edges.length + 1 }, () => []);
  let band = 0;
  for (const member of [...members].sort((x, y) => x.score - y.score)) {
    while (band < edges.length && member.score > (edges[band] ?? 0)) band += 1;
    bands[band]?.push(member);
  }
  return bands;
}

function bandOf(members: readonly Member[]): Band | null {
  if ([0, 1].some((own) => effective(members.filter((member) => member.own === own)) < 2)) return null;
  const over = (of: (member: Member) => number): number => sum(members.map(of));
  const n = over((member) => member.n);
  const [score, own, value] = [
    over((member) => member.n * member.score) / n,
    over((member) => member.n * member.own) / n,
    over((member) => member.sum) / n,
  ];
  const spread = over((member) => member.n * (member.score - score) ** 2);
  // Scores that lie apart by the last digits alone have no slope.
  const flat = !(spread > n * (1e-12 * Math.max(...members.map((member) => Math.abs(member.score)))) ** 2);
  const slope = (total: number): number => (flat ? 0 : total / spread);
  const ownSlope = slope(over((member) => member.n * (member.score - score) * (member.own - own)));
  const valueSlope = slope(over((member) => (member.score - score) * (member.sum - member.n * value)));
  const left = members.map((member) => ({
    person: member,
    own: member.own - own - ownSlope * (member.score - score),
    line: value + valueSlope * (member.score - score),
  }));
  const squared = sum(left.map((one) => one.person.n * one.own ** 2));
  if (!(squared > 1e-9 * n)) return null;
  const heads = effective(members);
  return {
    members: left,
    left: squared,
    product: sum(left.map((one) => one.own * (one.person.sum - one.person.n * one.line))),
    people: n,
    correction: heads / Math.max(1, heads - 2),
  };
}

/** The square of the error of the coefficient, people by people: it need not be the same for all (White 1980). */
function squaredError({ members, correction }: Band, value: number): number {
  const meat = members.map(({ person, own, line }) => {
    const { n, sum: total, squares } = person.sure ?? person;
    const fitted = line + value * own;
    return own ** 2 * Math.max(0, squares - 2 * fitted * total + fitted ** 2 * n);
  });
  return correction * sum(meat);
}

function fitted(members: readonly Member[], edges: readonly number[]) {
  const bands = membersByBand(members, edges).flatMap((band) => bandOf(band) ?? []);
  const left = sum(bands.map((band) => band.left));
  if (left === 0) return null;
  const value = sum(bands.map(({ product }) => product)) / left;
  const variance = sum(bands.map((band) => squaredError(band, value))) / left ** 2;
  return { value, variance, people: sum(bands.map(({ people }) => people)) };
}

/**
 * How far two groups lie apart at the same score where few people share one: the coefficient of the group in a regression with a
 * height and a slope in each of many narrow bands of the score, so that the score's own slope is nobody's difference. What the bands
 * still bend is seen when they are made twice as wide: as far as the difference moves then, so far it is unsure.
 * H. White, Econometrica 48 (1980); R. Frisch, F. Waugh, Econometrica 1 (1933); the doubling: L. F. Richardson (1911).
 * @returns `null` where no band has two people of each group.
 */
export function differenceBesideSlope(
  group: readonly ScorePeople[],
  reference: readonly ScorePeople[],
  confidence: Confidence,
): NeedDifference | null {
  const members = [
    ...group.map((people): Member => ({ ...people, own: 1 })),
    ...reference.map((people): Member => ({ ...people, own: 0 })),
  ];
  const edges = narrowEdges([group, reference]);
  const fine = fitted(members, edges);
  if (fine === null) return null;
  const wide = fitted(
    members,
    edges.filter((_, i) => i % 2 === 1),
  );
  const { value, people } = fine;
  const variance = fine.variance + (value - (wide?.value ?? value)) ** 2;
  const all = sum(members.map(({ n }) => n));
  return { value, ...sure(value, variance, confidence), compared: people, notComparable: all - people };
}

function sure(
  value: number,
  variance: number,
  confidence: Confidence,
): Pick<NeedDifference, 'interval' | 'test'> {
  if (!(variance > 0)) return { interval: null, test: null };
  const half = criticalOf(confidence) * Math.sqrt(variance);
  const statistic = value / Math.sqrt(variance);
  const { level } = confidence;
  return {
    interval: { low: value - half, high: value + half, level, method: 'beside-slope' },
    test: { test: 'beside-slope-z', statistic, df: null, p: twoSidedP(statistic) },
  };
}
