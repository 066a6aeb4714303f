import type { Coverage, Reason, Roles } from '@ombud/contract';
import { twoProportionScoreTest } from '@ombud/stats';
import { type Cells, favourableOf, total } from '@ombud/table';
import { fewPeople } from './answer/gap.ts';
import { mostNamed, type Unvaried } from './unvaried.ts';

/** What is odd about what was read, so that a person looks before the numbers are believed. */
export interface Looked {
  readonly cells: Cells;
  readonly roles: Roles;
  readonly coverage: Coverage;
  /** How many people the rows are about; null where the rows do not say. */
  readonly people: number | null;
  /** The names of all columns of the source. */
  readonly columns: readonly string[];
  /** The same people by the period of a column of times; null where nothing was asked about time. */
  readonly timed: Cells | null;
  readonly unvaried: readonly Unvaried[];
}

/** Texts that are seldom a group: somebody wrote them where there was nothing. Short lists, several languages. */
const emptyTexts = new Set(
  [
    [
      'none',
      '-',
      '--',
      '.',
      '..',
      '/',
      'n.a.',
      'n.a',
      'n/a.',
      'nil',
      'missing',
      'blank',
      'empty',
      'undefined',
    ],
    ['not available', 'not stated', 'not reported', 'not specified', 'undisclosed', 'unspecified', 'unk'],
    ['keine angabe', 'k.a.', 'unbekannt', 'inconnu', 'non renseigné', 'desconocido', 'no consta', 's/d'],
    ['onbekend', 'geen', 'غير معروف', 'لا يوجد'],
  ].flat(),
);

function valuesIn(cells: Cells, column: number): string[] {
  const found = new Set<string>();
  for (const { groups } of cells.cells) {
    const value = groups[column];
    if (value !== null && value !== undefined) found.add(value);
  }
  return [...found].sort();
}

/** `F` and `f` are two groups as written, and surely one in life. */
function sameButForCase(values: readonly string[]): string[][] {
  const byText = new Map<string, string[]>();
  for (const value of values) {
    const text = value.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ');
    byText.set(text, [...(byText.get(text) ?? []), value]);
  }
  return [...byText.values()].filter(({ length }) => length > 1);
}

/** More values than this, most of them of few people, and a column of numbers is audited value by value. */
const manyValues = 20;

/** Edges between four parts of about as many people, from the lowest value on. */
function quarters(counts: readonly (readonly [value: number, n: number])[]): number[] {
  const all = counts.reduce((sum, [, n]) => sum + n, 0);
  const edges = new Set<number>();
  let below = 0;
  for (const [value, n] of counts) {
    const before = Math.ceil((4 * below) / all);
    below += n;
    const part = Math.ceil((4 * below) / all);
    // The value in which a quarter of the people is reached; the last one ends the last part.
    if (part > Math.max(1, before) && value > (counts[0]?.[0] ?? value)) edges.add(value);
  }
  return [...edges];
}

/** A number that is a group was to be put into bins: each of its values would be compared with each other. */
function aboutNumbers({ cells, roles }: Looked): Reason[] {
  return roles.groups.flatMap(({ column, bins, period }, index): Reason[] => {
    const counts = new Map<string, number>();
    for (const { groups, n } of cells.cells) {
      const value = groups[index];
      if (value !== null && value !== undefined) counts.set(value, (counts.get(value) ?? 0) + n);
    }
    const numbers = [...counts].map(([value, n]) => [Number(value), n] as const);
    const few = numbers.filter(([, n]) => n < fewPeople).length;
    const isAsked = bins !== undefined || period !== undefined || numbers.length <= manyValues;
    if (isAsked || few <= numbers.length / 2 || numbers.some(([value]) => !Number.isFinite(value))) return [];
    const edges = quarters([...numbers].sort(([a], [b]) => a - b)).map(String);
    return [{ code: 'needs-bins', params: { column, numbers: numbers.length, edges } }];
  });
}

function aboutGroups({ cells }: Looked): Reason[] {
  return cells.groupNames.flatMap((column, index): Reason[] => {
    const values = valuesIn(cells, index);
    const empty = values.filter((value) => emptyTexts.has(value.toLowerCase()));
    const alike = sameButForCase(values);
    return [
      ...(empty.length > 0
        ? [{ code: 'looks-missing', params: { column, values: empty.slice(0, mostNamed) } }]
        : []),
      ...(alike.length > 0
        ? [{ code: 'same-but-for-case', params: { column, values: alike.flat().slice(0, mostNamed) } }]
        : []),
    ];
  });
}

/** More than two values, and only the positive ones were named: `withdrawn` is no refusal. */
function thirdValues({ roles, coverage }: Looked): Reason[] {
  return (coverage.read ?? []).flatMap(({ role, column, negative }): Reason[] => {
    const binary = roles[role];
    if (binary === null || 'condition' in binary || binary.negative !== undefined || negative.length < 2)
      return [];
    const values = negative.map(({ value }) => value).slice(0, mostNamed);
    return [{ code: `third-values-${role}`, params: { column, values } }];
  });
}

/** A chance of an error that nobody needs to share: this is a question to a person, no claim. */
const surely = 0.001;

/** The positive decision goes with fewer of the positive outcome: approved and defaulted. */
function oppositePolarity({ cells, roles }: Looked): Reason[] {
  const { decision, outcome } = roles;
  if (decision === null || outcome === null) return [];
  const count = (decided: boolean, happened: boolean | null): number =>
    total(
      cells,
      (cell) =>
        cell.decision === decided &&
        cell.outcome !== null &&
        (happened === null || cell.outcome === happened),
    );
  const [yes, no] = [true, false].map((decided) => ({
    events: count(decided, true),
    n: count(decided, null),
  }));
  if (yes === undefined || no === undefined || yes.n === 0 || no.n === 0) return [];
  const test = twoProportionScoreTest(yes, no);
  if (test === null || test.p > surely || yes.events / yes.n >= no.events / no.n) return [];
  return [{ code: 'opposite-polarity', params: { decision: decision.column, outcome: outcome.column } }];
}

/** A header that names a column twice: the second one got a number. */
function twiceNamed({ roles, columns }: Looked): Reason[] {
  const used = [
    ...[roles.decision, roles.outcome, roles.score].flatMap((role) => (role === null ? [] : [role.column])),
    ...[...roles.groups, ...roles.strata].map(({ column }) => column),
  ];
  return used.flatMap((column): Reason[] => {
    const first = column.replace(/_2$/, '');
    const other = first === column ? `${column}_2` : first;
    return columns.includes(other) ? [{ code: 'twice-named', params: { column, other } }] : [];
  });
}

/** Several decisions about one person are not several people. */
function severalDecisions({ roles, coverage, people }: Looked): Reason[] {
  const { subject } = roles;
  if (subject === null || people === null || people >= coverage.rows) return [];
  return [{ code: 'several-decisions', params: { column: subject, rows: coverage.rows, people } }];
}

/** Who has no time that can be read is in no period, and so in nothing that is said about time. */
function undated({ timed }: Looked): Reason[] {
  const [column] = timed?.strataNames ?? [];
  if (timed === null || column === undefined) return [];
  const people = total(timed, ({ strata: [period] }) => period === null);
  return people === 0 ? [] : [{ code: 'undated', params: { column, people } }];
}

/** The name of the decision sounds bad for the person, and nobody said what it is. */
function soundsBad({ roles }: Looked): Reason[] {
  const { decision, favourable } = roles;
  if (decision === null || favourable !== null || favourableOf(decision) === 'positive') return [];
  return [{ code: 'sounds-bad', params: { column: decision.column } }];
}

/**
 * What a person must look at before the numbers are believed, as codes: each report shows them at its top.
 * @example noticesOf({ cells, roles, coverage, columns }) // [{ code: 'same-but-for-case', params: { column: 'sex', values: ['F', 'f'] } }]
 */
export const noticesOf = (looked: Looked): Reason[] => [
  ...soundsBad(looked),
  ...looked.unvaried.map(({ reason }) => reason),
  ...thirdValues(looked),
  ...oppositePolarity(looked),
  ...twiceNamed(looked),
  ...severalDecisions(looked),
  ...aboutNumbers(looked),
  ...aboutGroups(looked),
  ...undated(looked),
];
