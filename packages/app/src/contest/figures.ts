/** Figures of contest for the public: exact ones, and what of them may be told by group. */
import { isOwed, type MachineName, type MatterOf, type Outcome, outcomes } from '@ombud/contest';
import type { Desk } from './desk.ts';
import { byGroup, type GroupRate, type Person } from './figures-by-group.ts';
import { type Rate, rateOf } from './rate.ts';
import { contest } from './tables.ts';

/** What is told to the public of one system. */
export interface ContestFigures {
  readonly system: string;
  /** Decisions about which there is a case. */
  readonly decided: number;
  /** People who read their notice, or count as told because it did not come back: sent is not told. */
  readonly told: number;
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
  /** Clocks that were over before the office, or a system that acts for it, did what it owed. */
  readonly passedDeadlines: number;
  /** By group: who appeals. A low rate means no access. Told in steps; as of when, stands beside it. */
  readonly appealsByGroup: readonly GroupRate[];
  readonly appealsAsOf: string | null;
  readonly overturnsByGroup: readonly GroupRate[];
  readonly overturnsAsOf: string | null;
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
  readonly told: boolean;
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
      told: own.some(
        ({ machine, state: at }) => machine === 'notice' && (at === 'read' || at === 'notified'),
      ),
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
  const rate = (events: number, n: number): Rate => rateOf(events, n, level);
  const ended = appeals.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]));
  return {
    system,
    decided: lines.length,
    told: count(lines, ({ told }) => told),
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
      count(lines, ({ notice }) => ['not-notified', 'returned', 'failed', 'unread'].includes(notice ?? '')),
      lines.length,
    ),
    passedDeadlines: await passedOf(desk, system),
    ...(await byGroup(desk, lines.map(personOf), asked)),
  };
}

const personOf = ({ decision, appeal }: CaseLine): Person => ({
  decision,
  appealed: appeal !== null,
  overturned: appeal === null || !onMerits(appeal.outcome) ? null : overturned(appeal.outcome),
});

async function passedOf({ state }: Pick<Desk, 'state'>, system: string): Promise<number> {
  const rows = await state
    .of(contest)
    .selectFrom('contest_passed')
    .innerJoin('contest_matters', 'contest_matters.id', 'contest_passed.matter')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .select([
      'contest_matters.machine',
      'contest_passed.clock',
      (eb) => eb.fn.countAll<number | string>().as('n'),
    ])
    .where('contest_cases.system', '=', system)
    .groupBy(['contest_matters.machine', 'contest_passed.clock'])
    .execute();
  return rows
    .filter(({ machine, clock }) => isOwed(machine as MachineName, clock))
    .reduce((sum, { n }) => sum + Number(n), 0);
}
