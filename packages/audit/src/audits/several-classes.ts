import type { ClassesDetails, Finding, Measured, Reference, ReferenceSpec } from '@ombud/contract';
import { byCode, groupKey } from '@ombud/kernel';
import {
  type Confidence,
  type ConfusionTable,
  macroRates,
  newcombe,
  type OneAgainstRest,
  oneAgainstRest,
  type Proportion,
  rateAmong,
  twoProportionScoreTest,
  wilson,
} from '@ombud/stats';
import type { ClassCell, Classes } from '@ombud/table';
import { type AuditContext, defineAudit, finding, notOfRepeated } from './audit.ts';
import { adjusted, familyOf } from './score-audit.ts';

const id = 'several-classes';

type Entry = ClassesDetails['groups'][number];
type Pair = ClassesDetails['pairs'][number];

interface ClassGroup {
  readonly group: Entry['group'];
  readonly cells: readonly ClassCell[];
}

const nothing: Measured = { value: null, interval: null };

const squaresIn = (cells: readonly ClassCell[], inside: (cell: ClassCell) => boolean): number =>
  cells.reduce((sum, cell) => (inside(cell) ? sum + (cell.squares ?? 0) : sum), 0);

const peopleIn = (cells: readonly ClassCell[], inside: (cell: ClassCell) => boolean): number =>
  cells.reduce((sum, cell) => (inside(cell) ? sum + cell.n : sum), 0);

function groupsOf({ cells, groupNames }: Classes, groupBy: readonly string[]): readonly ClassGroup[] {
  const places = groupBy.map((name) => groupNames.indexOf(name));
  const found = new Map<string, { group: Record<string, string>; cells: ClassCell[] }>();
  for (const cell of cells) {
    const values = places.flatMap((place) => cell.groups[place] ?? []);
    if (values.length < places.length || cell.decision === null) continue;
    const group = Object.fromEntries(groupBy.map((name, i) => [name, values[i] ?? '']));
    const key = groupKey(group);
    const entry = found.get(key) ?? { group, cells: [] };
    found.set(key, entry);
    entry.cells.push(cell);
  }
  return [...found].sort(([a], [b]) => byCode(a, b)).map(([, entry]) => entry);
}

/** True classes in rows, given ones in columns. */
const tableOf = (
  { cells }: ClassGroup,
  classes: readonly string[],
  add: typeof peopleIn = peopleIn,
): ConfusionTable =>
  classes.map((true_) =>
    classes.map((given) => add(cells, ({ decision, outcome }) => outcome === true_ && decision === given)),
  );

const isWeighted = ({ cells }: Pick<ClassGroup, 'cells'>): boolean =>
  cells.some(({ squares }) => squares !== undefined);

const rate = (counts: Proportion, confidence: Confidence): Measured =>
  counts.n === 0 ? nothing : { value: counts.events / counts.n, interval: wilson(counts, confidence) };

/** People of some cells and those of them who were given a class. */
function givenAmong(cells: readonly ClassCell[], name: string): Proportion {
  const isGiven = ({ decision }: ClassCell) => decision === name;
  const isOther = (cell: ClassCell) => !isGiven(cell);
  return rateAmong(
    peopleIn(cells, isGiven),
    peopleIn(cells, isOther),
    isWeighted({ cells }) ? [squaresIn(cells, isGiven), squaresIn(cells, isOther)] : undefined,
  );
}

const given = ({ cells }: ClassGroup, name: string): Proportion => givenAmong(cells, name);

function groupEntry(group: ClassGroup, { classes, withOutcome }: Classes, confidence: Confidence): Entry {
  const table = tableOf(group, classes);
  const squares = isWeighted(group) ? tableOf(group, classes, squaresIn) : undefined;
  const rest = withOutcome ? oneAgainstRest(table) : [];
  const weights = squares === undefined ? [] : oneAgainstRest(squares);
  const macro = withOutcome ? macroRates(table, confidence, squares) : null;
  return {
    group: group.group,
    n: peopleIn(group.cells, () => true),
    known: peopleIn(group.cells, ({ outcome }) => outcome !== null),
    classes: classes.map((name, i) => {
      const one = rest[i];
      const sure = weights[i];
      const of = (hit: keyof OneAgainstRest, miss: keyof OneAgainstRest) =>
        one === undefined
          ? nothing
          : rate(rateAmong(one[hit], one[miss], sure && [sure[hit], sure[miss]]), confidence);
      return {
        class: name,
        share: rate(given(group, name), confidence),
        truePositiveRate: of('truePositives', 'falseNegatives'),
        falsePositiveRate: of('falsePositives', 'trueNegatives'),
        positivePredictiveValue: of('truePositives', 'falsePositives'),
      };
    }),
    accuracy: macro?.accuracy ?? nothing,
    macroTruePositiveRate: macro?.recall ?? nothing,
    macroPositivePredictiveValue: macro?.precision ?? nothing,
    macroF1: macro?.f1 ?? null,
  };
}

/** Each group beside the named one, or the one with the most people. */
function comparedOf(groups: readonly ClassGroup[], spec: ReferenceSpec) {
  const named = groups.find(
    ({ group }) =>
      spec.kind === 'named' && Object.entries(group).every(([name, value]) => spec.values[name] === value),
  );
  const size = ({ cells }: ClassGroup) => peopleIn(cells, () => true);
  const reference = named ?? groups.reduce((most, group) => (size(group) > size(most) ? group : most));
  return groups
    .filter((group) => group !== reference)
    .map((group) => ({ group, others: reference, reference: reference.group as Reference }));
}

/** The people with one class and those of them who were given it. */
const found = ({ cells }: ClassGroup, name: string): Proportion =>
  givenAmong(
    cells.filter(({ outcome }) => outcome === name),
    name,
  );

function pairEntries(groups: readonly ClassGroup[], classes: Classes, context: AuditContext): Pair[] {
  const rates = [
    { rate: 'share', of: given } as const,
    ...(classes.withOutcome ? [{ rate: 'true-positive-rate', of: found } as const] : []),
  ];
  const asked = comparedOf(groups, context.reference).flatMap((pair) =>
    classes.classes.flatMap((name) => rates.map((each) => ({ ...pair, ...each, name }))),
  );
  const confidence = familyOf(context.level, asked.length);
  const pairs = asked.flatMap(({ group, others, reference, rate: which, of, name }) => {
    const [a, b] = [of(group, name), of(others, name)];
    if (a.n === 0 || b.n === 0) return [];
    const difference = { value: a.events / a.n - b.events / b.n, interval: newcombe(a, b, confidence) };
    const test = twoProportionScoreTest(a, b);
    return [{ group: group.group, reference, difference, test, class: name, rate: which }];
  });
  return adjusted(pairs);
}

function measure(classes: Classes, groupBy: readonly string[], context: AuditContext): Finding {
  const groups = groupsOf(classes, groupBy);
  if (groups.length < 2) {
    const code = groups.length === 0 ? 'no-people' : 'one-group';
    return finding(id, groupBy, { state: 'cannot-tell', reason: { code, params: { groupBy } } });
  }
  const details: ClassesDetails = {
    kind: 'classes',
    classes: classes.classes,
    withOutcome: classes.withOutcome,
    groups: groups.map((group) => groupEntry(group, classes, { level: context.level })),
    pairs: pairEntries(groups, classes, context),
  };
  return finding(id, groupBy, { details });
}

/**
 * A decision with more than two values: each of them against all others, and the means over them. It says nothing where the
 * decision is yes or no.
 */
export const severalClasses = defineAudit({
  id,
  title: 'Several classes',
  description:
    'A decision with more than two values: each of them against all others, and the means over them.',
  needs: ['decision', 'groups'],
  measures: [],
  tags: ['eu-ai-act-15'],
  run: (_, context) => {
    const { classes } = context;
    if (classes === null) return [];
    if (context.repeated) return [notOfRepeated(id)];
    return context.groupings
      .filter(({ length }) => length === 1)
      .map((groupBy) => measure(classes, groupBy, context));
  },
});
