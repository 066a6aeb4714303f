import { uniformStream } from '@ombud/stats';
import type { ScoreCell, Scores } from '@ombud/table';
import { describe, expect, test } from 'vitest';
import { scorePairs } from '../answer/score-claims.ts';
import { compas, contextOf } from '../testing/cells.ts';
import { calibration } from './calibration.ts';
import { needAtEqualScore } from './need-at-equal-score.ts';

const uniform = uniformStream(20261126);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

interface Person {
  readonly group: string;
  readonly score: number;
  readonly value: number;
}

/** People one by one; the outcome is whether the value is above 0, the need is the value. */
function scoresOf(people: readonly Person[]): Scores {
  const cells = people.map(
    ({ group, score, value }): ScoreCell => ({
      groups: [group],
      decision: null,
      outcome: value > 0,
      score,
      n: 1,
      need: { n: 1, sum: value, squares: value ** 2 },
    }),
  );
  return { groupNames: ['sex'], cells, exact: true };
}

function intervalOf(audit: typeof calibration, people: readonly Person[]) {
  const context = contextOf(compas, { scores: scoresOf(people), need: 'need', groupings: [['sex']] });
  const [found] = audit.run(compas, context);
  const [pair] = found === undefined ? [] : scorePairs(found);
  if (!pair?.difference.interval) throw new Error('nothing was compared');
  return pair.difference.interval;
}

/** How often equality is said to be left out. */
function apart(draws: number, audit: typeof calibration, draw: () => Person[]): number {
  const intervals = Array.from({ length: draws }, () => intervalOf(audit, draw()));
  return intervals.filter(({ low, high }) => (low ?? 0) > 0 || (high ?? 0) < 0).length / draws;
}

const people = (n: number, of: (sex: string) => Omit<Person, 'group'>): Person[] =>
  Array.from({ length: n }, () => {
    const group = uniform() < 0.5 ? 'F' : 'M';
    return { group, ...of(group) };
  });

/** The score is the true chance of both groups, which are spread differently inside any wide bin; `gap` is added to that of M. */
const fraud = (n: number, gap = 0) =>
  people(n, (sex) => {
    const score = Math.min(0.95, Math.exp((sex === 'F' ? -3.2 : -4) + 1.3 * normal()));
    return { score, value: uniform() < score + (sex === 'M' ? gap : 0) ? 1 : 0 };
  });

/** The need bends with the score and is the same for both groups. */
const money = (n: number, gap = 0) =>
  people(n, (sex) => {
    const score = Math.exp((sex === 'F' ? 7.6 : 7) + normal());
    return { score, value: Math.sqrt(score) + 3 * normal() + (sex === 'M' ? gap : 0) };
  });

describe('a score that means the same for all', () => {
  test('a true chance: the slope of the score is no difference between groups', () => {
    expect(apart(200, calibration, () => fraud(1000))).toBeLessThanOrEqual(0.05);
  });

  test('a need that bends with the score is the same for all', () => {
    expect(apart(200, needAtEqualScore, () => money(1000))).toBeLessThanOrEqual(0.05);
  });

  test('few scores, each of many people: they are compared each by itself', () => {
    const rounded = () =>
      fraud(1000).map(({ group, score }) => {
        const percent = Math.ceil(score * 50) / 50;
        return { group, score: percent, value: uniform() < percent ? 1 : 0 };
      });
    expect(apart(200, calibration, rounded)).toBeLessThanOrEqual(0.05);
  });

  test('a need without any chance in it, at scores that nobody shares, is not told from 0', () => {
    const exactly = () => money(2000).map((person) => ({ ...person, value: Math.sqrt(person.score) }));
    expect(apart(20, needAtEqualScore, exactly)).toBeLessThanOrEqual(0.05);
  });
});

describe('a score that does not', () => {
  test('a rate that is 8 points higher at every score is found', () => {
    expect(apart(20, calibration, () => fraud(2000, 0.08))).toBeGreaterThan(0.9);
  });

  test('a need that is 1 greater at every score is found', () => {
    expect(apart(20, needAtEqualScore, () => money(2000, 1))).toBeGreaterThan(0.9);
  });
});
