import type { BinarySpec, Favourable, GroupRole } from '@ombud/contract';
import type { ColumnProfile, Profile } from './profile.ts';
import { decidedValues, groupValues, harmful, vocabulary, words } from './vocabulary.ts';

/** Roles that a file seems to offer. A person decides: nothing here is used unseen. */
export interface Proposal {
  readonly decision: BinarySpec | null;
  readonly outcome: BinarySpec | null;
  /** Whether the positive decision reads like something good for the person. */
  readonly favourable: Favourable;
  readonly groups: readonly GroupRole[];
  readonly strata: readonly GroupRole[];
  readonly score: string | null;
  readonly count: string | null;
  readonly subject: string | null;
  readonly time: string | null;
}

const named = (column: ColumnProfile, role: keyof typeof vocabulary): boolean => {
  const own = words(column.name);
  const whole = column.name.toLowerCase();
  return (vocabulary[role] as readonly string[]).some((word) => own.includes(word) || whole === word);
};

const looksLikeGroup = (column: ColumnProfile): boolean => {
  const values = column.values.map(({ value }) => value.toLowerCase());
  return (
    values.length >= 2 &&
    values.length <= 20 &&
    groupValues.some(
      (set) => values.filter((value) => set.has(value)).length >= Math.max(2, values.length * 0.6),
    )
  );
};

const yes =
  /^(1|1\.0|true|yes|y|t|approved|granted|accepted|admitted|hired|selected|offered|positive|pass|passed|repaid|good|high|medium)$/i;

/** The value that reads like yes, where exactly one does; else none, and a person must say. */
function positiveOf(column: ColumnProfile): readonly string[] | undefined {
  const all = column.values.map(({ value }) => value);
  // 1 says yes beside 0 only: of 1 and 2 a person must say which is which.
  const coded = all.every((value) => Number(value) === 0 || Number(value) === 1);
  const hits = all.filter((value) => yes.test(value) && (coded || !Number.isFinite(Number(value))));
  return hits.length === 1 || (hits.length > 0 && hits.length < column.distinct) ? hits : undefined;
}

/** A score that was put into words (Low, Medium, High) and decides as it stands. */
const looksLikeBand = ({ name, values }: ColumnProfile): boolean =>
  words(name).includes('score') && values.some(({ value }) => /^high$/i.test(value));

const holding = ({ values }: ColumnProfile, known: ReadonlySet<string>): string[] =>
  values.map(({ value }) => value).filter((value) => known.has(value.trim().toLowerCase()));

/** Something was granted to some and refused to others, or there are two values of which one says so. */
function looksDecided(column: ColumnProfile): boolean {
  const [granted, refused] = [
    holding(column, decidedValues.granted).length,
    holding(column, decidedValues.refused).length,
  ];
  return granted + refused >= 2 || (granted + refused === 1 && column.distinct === 2);
}

/** Where a value is neither granted nor refused, such as withdrawn, those that were refused are named too. */
function negativeOf(column: ColumnProfile): readonly string[] | undefined {
  const refused = holding(column, decidedValues.refused);
  const known = holding(column, decidedValues.granted).length + refused.length;
  return refused.length > 0 && known < column.distinct ? refused : undefined;
}

function binaryFrom(
  columns: readonly ColumnProfile[],
  role: 'decision' | 'outcome',
  taken: ReadonlySet<string>,
): BinarySpec | null {
  const fitting = columns.filter(
    (column) =>
      !taken.has(column.name) &&
      column.distinct >= 2 &&
      column.distinct <= 6 &&
      (named(column, role) || (role === 'decision' && (looksLikeBand(column) || looksDecided(column)))),
  );
  const isDecided = (column: ColumnProfile): number => Number(role === 'decision' && looksDecided(column));
  const [best] = fitting.sort((a, b) => isDecided(b) - isDecided(a) || a.distinct - b.distinct);
  if (!best) return null;
  const positive = positiveOf(best);
  if (positive === undefined) return { column: best.name };
  const negative = role === 'decision' ? negativeOf(best) : undefined;
  return { column: best.name, positive, ...(negative === undefined ? {} : { negative }) };
}

/** A yes to a harmful column is bad for the person, and so is a positive value that is itself a harmful word. */
export function favourableOf(decision: BinarySpec | null): Favourable {
  if (!decision) return 'positive';
  const value = decision.positive?.flatMap(words) ?? [];
  // "deny = no" is the good news of a harmful column.
  if (value.length > 0 && value.every((word) => ['no', 'n', 'false', '0', 'not'].includes(word)))
    return 'positive';
  // A risk score: "High" is bad, unless the rating is of a credit.
  if (value.includes('high') && !words(decision.column).some((word) => ['credit', 'rating'].includes(word)))
    return 'negative';
  const about =
    value.some((word) => harmful.has(word)) || words(decision.column).some((word) => harmful.has(word));
  return about ? 'negative' : 'positive';
}

const usualAges = [25, 40, 65];

/** Bins for a numeric group: the usual ages where they fit, else three edges that are round and inside the range. */
function binsOf(column: ColumnProfile): number[] {
  const [least, greatest] = [column.least ?? 0, column.greatest ?? 0];
  const inside = usualAges.filter((edge) => edge > least && edge <= greatest);
  if (words(column.name).includes('age') && inside.length > 0) return inside;
  const step = (greatest - least) / 4;
  const digits = Math.max(0, 1 - Math.floor(Math.log10(step)));
  return [1, 2, 3].map((i) => Number((least + i * step).toFixed(digits)));
}

/** A count is called one, or ends in one: "people", "n", "applicant_count"; "number_of_credits" is none. */
function looksLikeCount(column: ColumnProfile, sampled: number): boolean {
  const own = words(column.name);
  const endings = ['count', 'counts', 'people', 'persons', 'freq', 'frequency'];
  const called = own.length === 1 || endings.includes(own.at(-1) ?? '');
  return called && column.numeric && (column.least ?? -1) >= 0 && column.distinct > 2 && sampled <= 5_000;
}

/** A date or a year; "month: 24" may be a duration. */
const looksLikeTime = ({ values, name, least, greatest }: ColumnProfile): boolean =>
  values.slice(0, 5).every(({ value }) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(value)) ||
  (words(name).join(' ') === 'year' && (least ?? 0) >= 1900 && (greatest ?? 0) <= 2100);

const mostGroups = 12;

function groupFrom(column: ColumnProfile): GroupRole | null {
  if (column.distinct < 2) return null;
  if (!named(column, 'group') && (named(column, 'stratum') || !looksLikeGroup(column))) return null;
  if (column.distinct <= mostGroups) return { column: column.name };
  return column.numeric ? { column: column.name, bins: binsOf(column) } : null;
}

/**
 * Proposes roles by names and by values.
 * @example propose(await profile('applications.csv')).groups // [{ column: 'sex' }, { column: 'age', bins: [25, 40, 65] }]
 */
export function propose({ columns, sampled }: Profile): Proposal {
  const taken = new Set<string>();
  const take = <T extends { readonly column: string } | null>(role: T): T => {
    if (role) taken.add(role.column);
    return role;
  };
  const single = (
    role: 'count' | 'subject' | 'time' | 'score',
    fits: (column: ColumnProfile) => boolean,
  ): string | null => {
    const found = columns.find((column) => !taken.has(column.name) && named(column, role) && fits(column));
    if (found) taken.add(found.name);
    return found?.name ?? null;
  };
  const count = single('count', (column) => looksLikeCount(column, sampled));
  const groups = columns.flatMap((column) => (taken.has(column.name) ? [] : (take(groupFrom(column)) ?? [])));
  const decision = take(binaryFrom(columns, 'decision', taken));
  const outcome = take(binaryFrom(columns, 'outcome', taken));
  const subject = single('subject', (column) => column.distinct > sampled / 2 && sampled > 20);
  const time = single('time', (column) => column.distinct > 2 && looksLikeTime(column));
  const score = single('score', (column) => column.numeric && column.distinct > 6);
  const strata = columns
    .filter(
      (column) =>
        !taken.has(column.name) && named(column, 'stratum') && column.distinct >= 2 && column.distinct <= 50,
    )
    .slice(0, 1);
  return {
    decision,
    outcome,
    favourable: favourableOf(decision),
    groups: groups.slice(0, 4),
    strata: strata.map(({ name }) => ({ column: name })),
    score,
    count,
    subject,
    time,
  };
}
