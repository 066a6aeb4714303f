/** Figures of contest for the public: exact ones, and what of them may be told by group. */
import { type MatterOf, type Outcome, outcomes } from '@ombud/contest';
import { readAttributes } from '@ombud/ledger';
import { type Atom, bitOf, gate } from '@ombud/release';
import { type Interval, wilson } from '@ombud/stats';
import type { Desk } from './desk.ts';
import { contest } from './tables.ts';

/** A share of people, with its interval. */
export interface Rate {
  readonly events: number;
  readonly n: number;
  /** Null where there is nobody. */
  readonly interval: Interval | null;
}

/** A rate of one group; null where telling it would give somebody away. */
export interface GroupRate {
  readonly group: string;
  readonly rate: Rate | null;
  /** Why it is withheld. */
  readonly withheld: 'small' | 'change' | 'complement' | null;
}

/** What is told to the public of one system. */
export interface ContestFigures {
  readonly system: string;
  readonly decided: number;
  readonly received: number;
  readonly late: number;
  readonly lateAdmitted: number;
  readonly open: number;
  /** How many appeals ended how; conceded stands apart. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** Overturned of those that were answered by a review. */
  readonly overturnedByReview: Rate;
  /** Overturned of all that were answered on their merits, conceded among them. */
  readonly overturnedWithConceded: Rate;
  /** Days from receipt to answer: half were answered within, and nine of ten. */
  readonly days: { readonly median: number | null; readonly ninety: number | null };
  readonly faults: Readonly<Record<string, number>>;
  /** Of the overturned ones, those with new evidence: the others are another view of the same facts. */
  readonly newEvidence: Rate;
  readonly notNotified: Rate;
  readonly passedDeadlines: number;
  /** By group: who appeals. A low rate means no access. */
  readonly appealsByGroup: readonly GroupRate[];
  readonly overturnsByGroup: readonly GroupRate[];
}

/** What is asked. */
export interface FiguresAsked {
  readonly system: string;
  /** A protected attribute by which rates are told; none where left out. */
  readonly by?: string;
  /** Fewest people in what is told. */
  readonly minimumCell: number;
  readonly level: number;
}

interface CaseLine {
  readonly decision: number;
  readonly notice: string | null;
  readonly appeal: MatterOf<'appeal'>['data'] | null;
  readonly appealState: string | null;
}

async function linesOf({ state }: Pick<Desk, 'state'>, system: string): Promise<CaseLine[]> {
  const db = state.of(contest);
  const rows = await db
    .selectFrom('contest_matters')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .select([
      'contest_matters.case_id',
      'contest_matters.machine',
      'contest_matters.state',
      'contest_matters.data',
      'contest_matters.place',
      'contest_cases.decision',
    ])
    .where('contest_cases.system', '=', system)
    .where('contest_matters.machine', 'in', ['notice', 'appeal'])
    .orderBy('contest_cases.decision')
    .orderBy('contest_matters.place')
    .execute();
  return [...Map.groupBy(rows, ({ case_id }) => case_id).values()].map((own) => {
    // The newest appeal that was lodged is the one that counts: a draft is the person's own, and what a remedy opened the office's.
    const appeals = own.flatMap(({ machine, state: at, data }) =>
      machine === 'appeal' && at !== 'draft'
        ? [{ state: at, data: JSON.parse(data) as MatterOf<'appeal'>['data'] }]
        : [],
    );
    const appeal = appeals.findLast(({ data }) => data.channel !== 'remedy');
    const data = appeal?.data ?? null;
    const lodged = data !== null && data.receivedAt !== null;
    return {
      decision: Number(own[0]?.decision),
      notice: own.findLast(({ machine }) => machine === 'notice')?.state ?? null,
      appeal: lodged ? data : null,
      appealState: lodged ? (appeal?.state ?? null) : null,
    };
  });
}

const count = <T>(values: readonly T[], holds: (value: T) => boolean): number => values.filter(holds).length;

/** The smallest value that at least a share of all do not exceed. */
function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

function timesOf(appeals: readonly MatterOf<'appeal'>['data'][]): ContestFigures['days'] {
  const days = appeals
    .flatMap(({ receivedAt, answeredAt }) =>
      receivedAt === null || answeredAt === null
        ? []
        : [(Date.parse(answeredAt) - Date.parse(receivedAt)) / 86_400_000],
    )
    .sort((a, b) => a - b);
  return { median: quantile(days, 0.5), ninety: quantile(days, 0.9) };
}

const overturned = (outcome: Outcome | null): boolean => outcome !== null && outcomes[outcome].overturned;
const onMerits = (outcome: Outcome | null): boolean => outcome !== null && outcomes[outcome].onMerits;

/** How many appeals have each value. */
function tally(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/**
 * The figures of one system. Both overturn rates have Wilson's interval; by group, small numbers are protected by the
 * gate of releases, also against subtraction.
 *
 * @example await contestFigures(desk, { system: 'benefits', by: 'sex', minimumCell: 5, level: 0.95 });
 */
export async function contestFigures(desk: Desk, asked: FiguresAsked): Promise<ContestFigures> {
  const { system, level } = asked;
  const lines = await linesOf(desk, system);
  const appeals = lines.flatMap(({ appeal }) => (appeal === null ? [] : [appeal]));
  const answered = appeals.filter(({ outcome }) => onMerits(outcome));
  const reviewed = answered.filter(({ outcome }) => outcome !== 'conceded');
  const changed = answered.filter(({ outcome }) => overturned(outcome));
  const rate = (events: number, n: number): Rate => ({
    events,
    n,
    interval: wilson({ events, n }, { level }),
  });
  const ended = appeals.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
  return {
    system,
    decided: lines.length,
    received: appeals.length,
    late: count(appeals, ({ late }) => late),
    lateAdmitted: count(
      lines,
      ({ appeal, appealState }) =>
        appeal?.late === true && !['late', 'inadmissible'].includes(appealState ?? ''),
    ),
    open: count(appeals, ({ outcome }) => outcome === null),
    outcomes: tally(ended),
    overturnedByReview: rate(
      count(reviewed, ({ outcome }) => overturned(outcome)),
      reviewed.length,
    ),
    overturnedWithConceded: rate(changed.length, answered.length),
    days: timesOf(answered),
    faults: tally(
      answered.flatMap(({ faults }) =>
        Object.entries(faults ?? {}).flatMap(([code, has]) => (has ? [code] : [])),
      ),
    ),
    newEvidence: rate(
      count(changed, ({ newEvidence }) => newEvidence),
      changed.length,
    ),
    notNotified: rate(
      count(lines, ({ notice }) => ['not-notified', 'returned', 'failed'].includes(notice ?? '')),
      lines.length,
    ),
    passedDeadlines: await passedOf(desk, system),
    ...(await byGroup(desk, lines, asked)),
  };
}

async function passedOf({ state }: Pick<Desk, 'state'>, system: string): Promise<number> {
  const { n } = await state
    .of(contest)
    .selectFrom('contest_passed')
    .innerJoin('contest_matters', 'contest_matters.id', 'contest_passed.matter')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .select((eb) => eb.fn.countAll<number | string>().as('n'))
    .where('contest_cases.system', '=', system)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Appealed and overturned stand for decision and outcome of the gate: its sums are of people in either. */
async function byGroup(
  desk: Desk,
  lines: readonly CaseLine[],
  { by, minimumCell, level }: FiguresAsked,
): Promise<Pick<ContestFigures, 'appealsByGroup' | 'overturnsByGroup'>> {
  if (by === undefined) return { appealsByGroup: [], overturnsByGroup: [] };
  const atoms = new Map<string, { readonly atom: Atom; people: number }>();
  for (const { decision, appeal } of lines) {
    const secret = await readAttributes(desk.state.writer.ledger.store, decision);
    const value = secret === undefined ? undefined : (JSON.parse(secret.body) as Record<string, unknown>)[by];
    if (value === undefined || value === null) continue;
    const answer = appeal === null || !onMerits(appeal.outcome) ? null : overturned(appeal.outcome);
    const atom: Atom = { group: { [by]: String(value) }, decision: appeal !== null, outcome: answer };
    const key = JSON.stringify(atom);
    const known = atoms.get(key) ?? { atom, people: 0 };
    known.people++;
    atoms.set(key, known);
  }
  return protectedRates([...atoms.values()], by, minimumCell, level);
}

const masks = (pairs: readonly (readonly [boolean, boolean | null])[]): number =>
  pairs.reduce((bits, [appealed, answer]) => bits | bitOf(appealed, answer), 0);
const answers = [true, false, null] as const;
const everyone = masks([true, false].flatMap((one) => answers.map((answer) => [one, answer] as const)));
const whoAppealed = masks(answers.map((answer) => [true, answer] as const));
const whoWasAnswered = masks([
  [true, true],
  [true, false],
]);
const whoseWasOverturned = masks([[true, true]]);

function protectedRates(
  counted: readonly { readonly atom: Atom; readonly people: number }[],
  by: string,
  minimumCell: number,
  level: number,
): Pick<ContestFigures, 'appealsByGroup' | 'overturnsByGroup'> {
  const groups = [...new Set(counted.map(({ atom }) => atom.group[by] ?? ''))].sort();
  const wanted = [
    { denominator: everyone, numerator: whoAppealed },
    { denominator: whoWasAnswered, numerator: whoseWasOverturned },
  ].flatMap((masked) => groups.map((group) => ({ ...masked, group: { [by]: group } })));
  // The totals stand above: what is told by group may not give away a small group by subtraction from them.
  const totals = wanted.slice(0, 1).concat(wanted.slice(groups.length, groups.length + 1));
  const asked = [...totals.map((total) => ({ ...total, group: {} })), ...wanted];
  const { withheld } = gate(
    { atoms: counted.map(({ atom }) => atom), cohorts: [counted.map(({ people }) => people)] },
    asked,
    [],
    { minimumCell },
  );
  const peopleIn = (group: string, mask: number): number =>
    counted.reduce(
      (sum, { atom, people }) =>
        atom.group[by] === group && (bitOf(atom.decision, atom.outcome) & mask) !== 0 ? sum + people : sum,
      0,
    );
  const told = wanted.map(({ group, denominator, numerator }, i): GroupRate => {
    const name = group[by] ?? '';
    const proportion = { events: peopleIn(name, numerator), n: peopleIn(name, denominator) };
    const why = withheld[totals.length + i] ?? null;
    return {
      group: name,
      withheld: why,
      rate: why === null ? { ...proportion, interval: wilson(proportion, { level }) } : null,
    };
  });
  return { appealsByGroup: told.slice(0, groups.length), overturnsByGroup: told.slice(groups.length) };
}
