import type { Group } from '@ombud/kernel';
import { describe, expect, test } from 'vitest';
import { type Fraction, fractionSpan } from '../../test/fraction-span.ts';
import { gate, type PastRelease, type Snapshot, type Statistic } from './gate.ts';
import { type Atom, bitOf, contains, everybody, type Target } from './target.ts';

/** Selection: the positive decisions among all decisions. */
const yes = bitOf(true, null);
const no = bitOf(false, null);
const selection = (group: Group): Statistic => ({ group, denominator: yes | no, numerator: yes });
const rules = { minimumCell: 5 };

interface Person {
  readonly sex: string;
  readonly race: string;
  readonly decision: boolean;
  readonly joined: number;
  left: number;
}

/** People as a snapshot at a size; `sizes` are those of the releases up to it. */
function snapshotOf(people: readonly Person[], sizes: readonly number[]): Snapshot {
  const now = sizes.length - 1;
  const atoms = new Map<string, { atom: Atom; cohorts: number[] }>();
  for (const { sex, race, decision, joined, left } of people) {
    const cohort = sizes.findIndex((size) => joined < size);
    if (cohort < 0 || left <= now) continue;
    const key = `${sex} ${race} ${decision}`;
    const entry = atoms.get(key) ?? {
      atom: { group: { sex, race }, decision, outcome: null },
      cohorts: sizes.map(() => 0),
    };
    entry.cohorts[cohort] = (entry.cohorts[cohort] ?? 0) + 1;
    atoms.set(key, entry);
  }
  const list = [...atoms.values()];
  return {
    atoms: list.map(({ atom }) => atom),
    cohorts: sizes.map((_, j) => list.map(({ cohorts }) => cohorts[j] ?? 0)),
  };
}

const sexes = ['F', 'M'];
const races = ['a', 'b', 'c'];
const statistics: Statistic[] = [
  selection({}),
  ...sexes.map((sex) => selection({ sex })),
  ...races.map((race) => selection({ race })),
  ...sexes.flatMap((sex) => races.map((race) => selection({ sex, race }))),
];

const person = (sex: string, race: string, decision: boolean, joined = 0): Person => ({
  sex,
  race,
  decision,
  joined,
  left: Number.POSITIVE_INFINITY,
});

function crowd(counts: readonly (readonly [string, string, number, number])[]): Person[] {
  return counts.flatMap(([sex, race, accepted, refused]) => [
    ...Array.from({ length: accepted }, () => person(sex, race, true)),
    ...Array.from({ length: refused }, () => person(sex, race, false)),
  ]);
}

const whyOf = (people: readonly Person[], more: readonly Statistic[] = statistics) => {
  const { withheld } = gate(snapshotOf(people, [people.length]), more, [], rules);
  return new Map(more.map(({ group }, i) => [Object.values(group).join(' ') || 'all', withheld[i]]));
};

test('large counts on every side are published whole', () => {
  const why = whyOf(crowd(sexes.flatMap((sex) => races.map((race) => [sex, race, 20, 30] as const))));
  expect([...why.values()]).toEqual(statistics.map(() => null));
});

test('a group of one is never printed, and neither is what would give it by subtraction', () => {
  const full = sexes.flatMap((sex) => races.map((race) => [sex, race, 20, 30] as const));
  const why = whyOf(
    crowd(full.map((cell) => (cell[0] === 'F' && cell[1] === 'c' ? ['F', 'c', 1, 0] : cell))),
  );
  expect(why.get('F c')).toBe('small');
  // F a and F b together with F would give it; so would M c with c.
  expect([why.get('F a'), why.get('F b')]).toContain('complement');
  expect(why.get('M c')).toBe('complement');
});

test.each([
  [0, 500],
  [500, 0],
])('a rate that speaks of everybody in the group is withheld: %i of 500', (accepted) => {
  const people = crowd([
    ['F', 'a', accepted, 500 - accepted],
    ['M', 'a', 250, 250],
  ]);
  const why = whyOf(people, [selection({}), selection({ sex: 'F' }), selection({ sex: 'M' })]);
  expect(why.get('F')).toBe('small');
  expect(why.get('M')).toBe('complement');
});

test('a rate of nobody is withheld where the total, which is told anyway, would give the other group away', () => {
  const asked = (group: Group): Statistic => ({
    group,
    denominator: bitOf(true, true) | bitOf(true, false),
    numerator: bitOf(true, true),
  });
  const atom = (sex: string, decision: boolean, outcome: boolean | null): Atom => ({
    group: { sex },
    decision,
    outcome,
  });
  // Ten women whom nobody answered; of twenty men one was answered, and won.
  const snapshot = {
    atoms: [atom('F', false, null), atom('M', false, null), atom('M', true, true)],
    cohorts: [[10, 19, 1]],
  };
  const rates = [asked({ sex: 'F' }), asked({ sex: 'M' })];
  const { denominator, numerator } = asked({});
  expect(gate(snapshot, rates, [], rules).withheld).toEqual([null, 'small']);
  expect(gate(snapshot, rates, [], rules, [denominator, numerator]).withheld).toEqual([
    'complement',
    'small',
  ]);
});

test('audits at 1,500 and at 1,501 entries: the second tells nothing new', () => {
  const people = Array.from({ length: 1501 }, (_, i) =>
    person(sexes[i % 2] ?? '', races[i % 3] ?? '', i % 5 < 2, i),
  );
  const first = gate(snapshotOf(people.slice(0, 1500), [1500]), statistics, [], rules);
  expect(first.withheld.every((why) => why === null)).toBe(true);
  const second = gate(snapshotOf(people, [1500, 1501]), statistics, [first.past], rules);
  expect(second.withheld[0]).toBe('change');
  // The new person is in one group by sex, one by race and one by both.
  expect(second.withheld.filter((why) => why !== null).length).toBeGreaterThanOrEqual(4);
});

test('evidence before and after an erasure does not give the erased person', () => {
  const people = Array.from({ length: 600 }, (_, i) =>
    person(sexes[i % 2] ?? '', races[i % 3] ?? '', i % 5 < 2, i),
  );
  const first = gate(snapshotOf(people, [600]), statistics, [], rules);
  (people[17] as Person).left = 1;
  const second = gate(snapshotOf(people, [600, 600]), statistics, [first.past], rules);
  expect(second.withheld[0]).toBe('change');
});

/** mulberry32: any reproducible draw will do here. */
function draw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface World {
  readonly people: readonly Person[];
  readonly sizes: readonly number[];
}

/** A ledger that grows and erases over 50 audits. */
function growingLedger(seed: number): World {
  const random = draw(seed);
  /** Index of the first cumulative share above a draw. */
  const pick = (weights: readonly number[]) => {
    const at = random();
    return weights.findIndex((weight) => at < weight);
  };
  const sizes: number[] = [];
  const people: Person[] = [];
  for (let audit = 0; audit < 50; audit++) {
    const more = audit === 0 ? 400 : Math.floor(random() * 60);
    for (let i = 0; i < more; i++)
      people.push(
        person(
          sexes[pick([0.45, 1])] ?? '',
          races[pick([0.6, 0.35, 1])] ?? '',
          random() < 0.4,
          people.length,
        ),
      );
    sizes.push(people.length);
    for (let i = Math.floor(random() * 3); i > 0; i--) {
      const gone = people[Math.floor(random() * people.length)] as Person;
      if (gone.left === Number.POSITIVE_INFINITY) gone.left = audit + 1;
    }
  }
  return { people, sizes };
}

/** Who is in a target at an audit. */
const members = ({ people, sizes }: World, target: Target, audit: number): Set<Person> =>
  new Set(
    people.filter(
      (one) =>
        one.joined < (sizes[audit] ?? 0) &&
        one.left > audit &&
        contains(target, { group: { sex: one.sex, race: one.race }, decision: one.decision, outcome: null }),
    ),
  );

const targets: Target[] = statistics.flatMap(({ group }) =>
  [everybody, yes, no].map((mask) => ({ group, mask })),
);

const cells: Atom[] = sexes.flatMap((sex) =>
  races.flatMap((race) =>
    [true, false].map((decision): Atom => ({ group: { sex, race }, decision, outcome: null })),
  ),
);

/** The sums that somebody with exact fractions works out from what one audit published. */
function workedOut(published: readonly Statistic[]): Target[] {
  const span = fractionSpan(
    published.flatMap(({ group, denominator, numerator }) =>
      [denominator, numerator].map((mask) =>
        cells.map((cell): Fraction => [contains({ group, mask }, cell) ? 1n : 0n, 1n]),
      ),
    ),
  );
  return targets.filter((target) => span(cells.map((cell) => [contains(target, cell) ? 1n : 0n, 1n])));
}

/** Counts of fewer than five people (or everybody's decision in a group) that the published audits give away. */
function findPeople(world: World, published: readonly (readonly Statistic[])[]): string[] {
  const found: string[] = [];
  const known = published.map(
    (list) => new Map(workedOut(list).map((target) => [JSON.stringify(target), target])),
  );
  known.forEach((sums, audit) => {
    for (const [name, target] of sums) {
      const now = members(world, target, audit);
      const whole = members(world, { ...target, mask: everybody }, audit);
      if (whole.size > 0 && now.size < rules.minimumCell) found.push(`${audit}: ${name} = ${now.size}`);
      for (let before = 0; before < audit; before++) {
        if (!known[before]?.has(name)) continue;
        const then = members(world, target, before);
        const added = [...now].filter((one) => !then.has(one)).length;
        const left = [...then].filter((one) => !now.has(one)).length;
        if (added + left > 0 && added < rules.minimumCell && left < rules.minimumCell)
          found.push(`${before} to ${audit}: ${name} +${added} -${left}`);
      }
    }
  });
  return found;
}

describe('the linear attack on 50 published results over a growing, erasing ledger', () => {
  test.each([1, 2, 3])('gives no person (ledger %i), and without the gate it finds them', (seed) => {
    const world = growingLedger(seed);
    const published: Statistic[][] = [];
    const history: PastRelease[] = [];
    for (let audit = 0; audit < 50; audit++) {
      const alive = world.people.filter(({ left }) => left > audit);
      const { withheld, past } = gate(
        snapshotOf(alive, world.sizes.slice(0, audit + 1)),
        statistics,
        history,
        rules,
      );
      published.push(statistics.filter((_, i) => withheld[i] === null));
      history.push(past);
    }
    expect(findPeople(world, published)).toEqual([]);
    expect(published.flat().length).toBeGreaterThan(100);
    expect(
      findPeople(
        world,
        world.sizes.map(() => statistics),
      ).length,
    ).toBeGreaterThan(50);
  });
});
