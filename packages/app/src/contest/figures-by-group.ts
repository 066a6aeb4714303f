/**
 * Rates by group for the public. What is told may give away nobody, neither beside the totals, which are always told, nor by
 * comparing it with what was told before: so it is told anew in steps.
 */
import { readAttributes } from '@ombud/ledger';
import { type Atom, bitOf, gate, type Mask } from '@ombud/release';
import type { Statements } from '../state/state.ts';
import { type Desk, nowOf } from './desk.ts';
import { type Rate, rateOf } from './rate.ts';
import { contest } from './tables.ts';

/** A rate of one group; null where telling it would give somebody away. */
export interface GroupRate {
  /** Empty for people whose attribute is not known. */
  readonly group: string;
  readonly rate: Rate | null;
  /** Why it is withheld. */
  readonly withheld: 'small' | 'change' | 'complement' | null;
}

/** One person of a case. */
export interface Person {
  readonly decision: number;
  readonly appealed: boolean;
  /** Null while nobody has answered on the merits. */
  readonly overturned: boolean | null;
}

interface Asked {
  readonly system: string;
  readonly by?: string;
  readonly minimumCell: number;
  readonly level: number;
}

type Proportion = Pick<Rate, 'events' | 'n'>;

/** A rate that was told of a group, and the totals then. */
interface Known {
  readonly own: Proportion;
  readonly total: Proportion;
}

/** What was told, and what of each group was told last. */
interface Told {
  readonly day: string;
  readonly groups: readonly GroupRate[];
  readonly known: Readonly<Record<string, Known>>;
}

const answers = [true, false, null] as const;
const maskOf = (pairs: readonly (readonly [boolean, boolean | null])[]): Mask =>
  pairs.reduce((bits, [appealed, answer]) => bits | bitOf(appealed, answer), 0);

/** Appealed and overturned stand for decision and outcome of the gate. */
const measures = {
  appeals: {
    denominator: maskOf([true, false].flatMap((one) => answers.map((answer) => [one, answer] as const))),
    numerator: maskOf(answers.map((answer) => [true, answer] as const)),
  },
  overturns: {
    denominator: maskOf([
      [true, true],
      [true, false],
    ]),
    numerator: maskOf([[true, true]]),
  },
} as const;
type Measure = keyof typeof measures;
/** What is told of everybody together, at any time. */
const toldOfAll = Object.values(measures).flatMap(({ denominator, numerator }) => [denominator, numerator]);

interface Counted {
  readonly atom: Atom;
  people: number;
}

async function countedOf(desk: Desk, people: readonly Person[], by: string): Promise<readonly Counted[]> {
  const atoms = new Map<string, Counted>();
  for (const { decision, appealed, overturned } of people) {
    const secret = await readAttributes(desk.state.writer.ledger.store, decision);
    const value = secret === undefined ? undefined : (JSON.parse(secret.body) as Record<string, unknown>)[by];
    // Somebody without the attribute is in the totals, and would be what is left of them.
    const atom: Atom = { group: { [by]: String(value ?? '') }, decision: appealed, outcome: overturned };
    const key = JSON.stringify(atom);
    const known = atoms.get(key) ?? { atom, people: 0 };
    known.people++;
    atoms.set(key, known);
  }
  return [...atoms.values()];
}

/** Everybody, of no group: what the totals need, which are looked at each time. */
const together = (people: readonly Person[]): readonly Counted[] =>
  people.map(({ appealed, overturned }) => ({
    atom: { group: {}, decision: appealed, outcome: overturned },
    people: 1,
  }));

const peopleIn = (counted: readonly Counted[], mask: Mask): number =>
  counted.reduce(
    (sum, { atom, people }) => ((bitOf(atom.decision, atom.outcome) & mask) === 0 ? sum : sum + people),
    0,
  );

const proportionOf = (counted: readonly Counted[], measure: Measure): Proportion => ({
  events: peopleIn(counted, measures[measure].numerator),
  n: peopleIn(counted, measures[measure].denominator),
});

function protectedRates(
  counted: readonly Counted[],
  measure: Measure,
  by: string,
  { minimumCell, level }: Asked,
): readonly GroupRate[] {
  const groups = groupsIn(counted, by);
  const { withheld } = gate(
    { atoms: counted.map(({ atom }) => atom), cohorts: [counted.map(({ people }) => people)] },
    groups.map((group) => ({ ...measures[measure], group: { [by]: group } })),
    [],
    { minimumCell },
    toldOfAll,
  );
  return groups.map((group, i): GroupRate => {
    const { events, n } = proportionOf(
      counted.filter(({ atom }) => atom.group[by] === group),
      measure,
    );
    const why = withheld[i] ?? null;
    return {
      group,
      withheld: why,
      rate: why === null ? rateOf(events, n, level) : null,
    };
  });
}

/** The parts of a rate that somebody can compare: everybody in it, those whom it counts, and the others. */
const partsOf = ({ events, n }: Proportion): readonly number[] => [n, events, n - events];

/**
 * Whether a rate may be told after another of the same group: for each part nothing has changed in all, or so many changed in
 * the group, and so many outside of it, that nobody is told apart.
 */
function isStep(before: Known, after: Known, least: number): boolean {
  const [own, all] = (['own', 'total'] as const).map((of) => {
    const [from, to] = [partsOf(before[of]), partsOf(after[of])];
    return to.map((people, i) => people - (from[i] ?? 0));
  });
  return (own ?? []).every((change, i) => {
    const others = (all?.[i] ?? 0) - change;
    return (change === 0 && others === 0) || (Math.abs(change) >= least && Math.abs(others) >= least);
  });
}

/** What may be told after what was told before: all of it, or what was told stays. */
function following(
  last: Told | null,
  groups: readonly GroupRate[],
  total: Proportion,
  { day, least }: { readonly day: string; readonly least: number },
): Told | null {
  const known = { ...last?.known };
  for (const { group, rate } of groups) {
    const before = known[group];
    // That a group is withheld now would tell that it has become small.
    if (rate === null && before !== undefined) return last;
    if (rate === null) continue;
    const after = { own: { events: rate.events, n: rate.n }, total };
    if (before !== undefined && !isStep(before, after, least)) return last;
    known[group] = after;
  }
  return { day, groups, known };
}

interface Kept {
  readonly tried: Proportion;
  readonly told: Told | null;
}

async function keptOf(
  state: Statements,
  of: { readonly system: string; readonly attribute: string; readonly measure: Measure },
): Promise<Kept> {
  const row = await state
    .of(contest)
    .selectFrom('contest_publications')
    .select(['tried', 'told'])
    .where('system', '=', of.system)
    .where('attribute', '=', of.attribute)
    .where('measure', '=', of.measure)
    .executeTakeFirst();
  return row === undefined
    ? { tried: { events: 0, n: 0 }, told: null }
    : {
        tried: JSON.parse(row.tried) as Proportion,
        told: row.told === null ? null : (JSON.parse(row.told) as Told),
      };
}

async function keep(
  desk: Desk,
  of: { readonly system: string; readonly attribute: string; readonly measure: Measure },
  { tried, told }: Kept,
): Promise<void> {
  const row = { tried: JSON.stringify(tried), told: told === null ? null : JSON.stringify(told) };
  await desk.state.change((tx) =>
    tx
      .of(contest)
      .insertInto('contest_publications')
      .values({ ...of, ...row })
      .onConflict((c) => c.columns(['system', 'attribute', 'measure']).doUpdateSet(row))
      .execute(),
  );
}

/** Who is of which group: the attributes of everybody, which are read where something is to be told anew. */
type Groups = () => Promise<readonly Counted[]>;

/**
 * What is told of a measure now. It is looked at anew only after twice the fewest people have changed in all: when that is
 * hangs on the totals alone, so that the moment tells nothing of whoever came last.
 */
async function publish(
  desk: Desk,
  { total, groups }: { readonly total: Proportion; readonly groups: Groups },
  measure: Measure,
  by: string,
  asked: Asked,
): Promise<{ readonly day: string | null; readonly groups: readonly GroupRate[] }> {
  const of = { system: asked.system, attribute: by, measure };
  const { tried, told } = await keptOf(desk.state, of);
  const changed = Math.abs(total.n - tried.n) + Math.abs(total.events - tried.events);
  if (changed < 2 * asked.minimumCell) return told ?? nothingTold(await groups(), by);
  const day = nowOf(desk).slice(0, 10);
  const counted = await groups();
  const rates = protectedRates(counted, measure, by, asked);
  const now = following(told, rates, total, { day, least: asked.minimumCell });
  await keep(desk, of, { tried: total, told: now });
  return now ?? nothingTold(counted, by);
}

const groupsIn = (counted: readonly Counted[], by: string): readonly string[] =>
  [...new Set(counted.map(({ atom }) => atom.group[by] ?? ''))].sort();

const nothingTold = (counted: readonly Counted[], by: string) => ({
  day: null,
  groups: groupsIn(counted, by).map((group): GroupRate => ({ group, rate: null, withheld: 'small' })),
});

/** The rates by group, as they may be told now. */
export async function byGroup(
  desk: Desk,
  people: readonly Person[],
  asked: Asked,
): Promise<{
  readonly appealsByGroup: readonly GroupRate[];
  readonly appealsAsOf: string | null;
  readonly overturnsByGroup: readonly GroupRate[];
  readonly overturnsAsOf: string | null;
}> {
  const { by } = asked;
  if (by === undefined)
    return { appealsByGroup: [], appealsAsOf: null, overturnsByGroup: [], overturnsAsOf: null };
  let read: ReturnType<Groups> | null = null;
  const groups: Groups = () => {
    read ??= countedOf(desk, people, by);
    return read;
  };
  const all = together(people);
  const told = (measure: Measure) =>
    publish(desk, { total: proportionOf(all, measure), groups }, measure, by, asked);
  const appeals = await told('appeals');
  const overturns = await told('overturns');
  return {
    appealsByGroup: appeals.groups,
    appealsAsOf: appeals.day,
    overturnsByGroup: overturns.groups,
    overturnsAsOf: overturns.day,
  };
}
