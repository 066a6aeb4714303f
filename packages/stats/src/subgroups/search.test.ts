import { expect, test } from 'vitest';
import { type Uniform, uniformStream } from '../discrete/draw.ts';
import { fisherHigher } from '../tests/fisher-one-sided.ts';
import type { Proportion } from '../types.ts';
import { type CubeCell, type CubeProvider, subsets } from './cube.ts';
import { type SubgroupSearch, searchSubgroups } from './search.ts';

const columns = ['a', 'b', 'c', 'd', 'e'];
const options = { depth: 3, level: 0.95, leastPeople: 20, candidates: 10 };

interface Person {
  readonly values: readonly string[];
  readonly event: boolean;
  readonly half: 'explore' | 'confirm';
}

function draw(
  uniform: Uniform,
  people: number,
  rate: (values: readonly string[]) => number,
): readonly Person[] {
  return Array.from({ length: people }, () => {
    const values = columns.map((_, i) => String(Math.floor(uniform() * (2 + (i % 3)))));
    return { values, event: uniform() < rate(values), half: uniform() < 0.5 ? 'explore' : 'confirm' };
  });
}

function counting(people: readonly Person[]): CubeProvider {
  return (chosen) => {
    const places = chosen.map((column) => columns.indexOf(column));
    const cells = new Map<string, { values: string[]; explore: Mutable; confirm: Mutable }>();
    for (const { values, event, half } of people) {
      const key = places.map((place) => values[place] ?? '');
      const cell = cells.get(key.join()) ?? {
        values: key,
        explore: { events: 0, n: 0 },
        confirm: { events: 0, n: 0 },
      };
      cells.set(key.join(), cell);
      cell[half].n += 1;
      if (event) cell[half].events += 1;
    }
    return [...cells.values()];
  };
}

interface Mutable {
  events: number;
  n: number;
}

const name = ({ subgroups }: SubgroupSearch): readonly string[] =>
  subgroups
    .filter(({ confirmed }) => confirmed)
    .map(({ conditions }) => conditions.map(({ column, value }) => `${column}=${value}`).join(' '));

test('sets of columns: each once, smaller ones first', () => {
  expect(subsets(['a', 'b', 'c'], 2).map((set) => set.join(''))).toEqual(['a', 'b', 'c', 'ab', 'ac', 'bc']);
  expect(subsets(columns, 3)).toHaveLength(5 + 10 + 10);
});

test('in noise at most 5 % of searches find anything', () => {
  const uniform = uniformStream(31);
  const runs = 200;
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const people = draw(uniform, 2000, () => 0.2);
    found += name(searchSubgroups(columns, counting(people), options)).length > 0 ? 1 : 0;
  }
  expect(found / runs).toBeLessThanOrEqual(0.05);
});

test('a planted group of two columns is found, by its own conditions and without those that chance adds', () => {
  const uniform = uniformStream(32);
  const runs = 40;
  let [found, more] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const people = draw(uniform, 4000, ([, b, c]) => (b === '1' && c === '2' ? 0.4 : 0.2));
    const names = name(searchSubgroups(columns, counting(people), options));
    found += names.includes('b=1 c=2') ? 1 : 0;
    more += names.some((each) => each.includes('b=1') && each.includes('c=2') && each.length > 7) ? 1 : 0;
  }
  expect(found / runs).toBeGreaterThanOrEqual(0.8);
  expect(more / runs).toBeLessThanOrEqual(0.05);
});

test('where one column explains it, the column is named and not one of its parts', () => {
  const uniform = uniformStream(33);
  const people = draw(uniform, 6000, ([a]) => (a === '1' ? 0.35 : 0.15));
  expect(name(searchSubgroups(columns, counting(people), options))).toEqual(['a=1']);
});

test('figures are those of the half that had no part in choosing', () => {
  const cell = (values: readonly (string | null)[], explore: Proportion, confirm: Proportion): CubeCell => ({
    values,
    explore,
    confirm,
  });
  const provide: CubeProvider = (chosen) =>
    chosen.length === 0
      ? [cell([], { events: 60, n: 200 }, { events: 50, n: 200 })]
      : [
          cell(['x'], { events: 50, n: 100 }, { events: 35, n: 100 }),
          cell(['y'], { events: 10, n: 90 }, { events: 14, n: 95 }),
          cell([null], { events: 0, n: 10 }, { events: 1, n: 5 }),
        ];
  const { lookedAt, subgroups } = searchSubgroups(['only'], provide, { ...options, leastPeople: 5 });
  expect(lookedAt).toBe(2);
  expect(subgroups).toHaveLength(1);
  const [found] = subgroups;
  expect(found?.conditions).toEqual([{ column: 'only', value: 'x' }]);
  expect(found?.people).toEqual({ events: 35, n: 100 });
  expect(found?.everybodyElse).toEqual({ events: 15, n: 100 });
  expect(found?.difference).toBeCloseTo(0.2, 12);
  expect(found?.p).toBe(fisherHigher({ events: 35, n: 100 }, { events: 15, n: 100 })?.p);
});

test('a group that has the same people as a wider one is not named twice', () => {
  const people: readonly Person[] = Array.from({ length: 800 }, (_, i) => {
    const a = i % 2 === 0 ? '1' : '0';
    return {
      values: [a, a, '0', '0', '0'],
      event: i % 10 < (a === '1' ? 6 : 1),
      half: i % 4 < 2 ? 'explore' : 'confirm',
    };
  });
  const names = name(searchSubgroups(columns, counting(people), options));
  expect(names).toEqual(['a=1', 'b=1']);
});
