import type { Finding, SubgroupsDetails } from '@ombud/contract';
import { type CubeCell, type Subgroup, searchSubgroups } from '@ombud/stats';
import { type Cells, everybodyOf, providerOf, type SearchCube, type SearchedRate } from '@ombud/table';
import { fewPeople } from '../answer/gap.ts';
import { type AuditContext, defineAudit, finding, notOfRepeated } from './audit.ts';
import { unlabelled } from './rate-finding.ts';

const id = 'worst-subgroup';

/** Subgroups that are asked again in the other half: more find more and need stronger evidence each. */
const candidates = 10;

type Event = SubgroupsDetails['event'];

interface Question extends SearchedRate {
  readonly event: Event;
  readonly measure: string;
}

const refused: Question = {
  event: 'refused',
  measure: 'selection-rate',
  denominator: ({ decision }) => decision !== null,
  numerator: ({ decision }) => decision === false,
};
const chosen: Question = {
  ...refused,
  event: 'chosen',
  numerator: ({ decision }) => decision === true,
};
const falsePositive: Question = {
  event: 'false-positive',
  measure: 'false-positive-rate',
  denominator: ({ decision, outcome }) => decision !== null && outcome === false,
  numerator: ({ decision }) => decision === true,
};
const falseNegative: Question = {
  event: 'false-negative',
  measure: 'false-negative-rate',
  denominator: ({ decision, outcome }) => decision !== null && outcome === true,
  numerator: ({ decision }) => decision === false,
};
const happened: Question = {
  event: 'happened',
  measure: 'base-rate',
  denominator: ({ outcome }) => outcome !== null,
  numerator: ({ outcome }) => outcome === true,
};

/** What is worse: the decision that is not favourable (the negative one where nobody said), and both mistakes. */
function questionsOf({ cells }: Cells, { favourable }: AuditContext): readonly Question[] {
  const decided = cells.some(({ decision }) => decision !== null);
  const known = cells.some(({ outcome }) => outcome !== null);
  if (!decided) return [happened];
  return [favourable === 'negative' ? chosen : refused, ...(known ? [falsePositive, falseNegative] : [])];
}

const entryOf = (found: Subgroup): SubgroupsDetails['found'][number] => ({
  group: Object.fromEntries(found.conditions.map(({ column, value }) => [column, value])),
  explored: found.explored,
  people: found.people,
  others: found.everybodyElse,
  difference: found.difference,
  interval: found.interval,
  p: found.p,
  pHolm: found.pHolm,
  pYekutieli: found.pYekutieli,
  confirmed: found.confirmed,
});

/** Whether a column has a group with enough people in each half; a number that is not put into bins mostly has none. */
function hasGroups(cells: readonly CubeCell[]): boolean {
  return cells.some(
    ({ values, explore, confirm }) => values[0] !== null && explore.n >= fewPeople && confirm.n >= fewPeople,
  );
}

/** The columns that were not searched, and why. */
function leftOutOf(
  cube: SearchCube,
  thin: readonly string[],
): NonNullable<SubgroupsDetails['leftOutColumns']> {
  const because = (reason: 'many-columns' | 'many-values' | 'few-people') => (column: string) => ({
    column,
    reason,
  });
  return [
    ...cube.leftOut.map(because('many-columns')),
    ...cube.manyValues.map(because('many-values')),
    ...thin.map(because('few-people')),
  ];
}

function search(cube: SearchCube, question: Question, level: number): Finding {
  const { depth, leftOut } = cube;
  const provider = providerOf(cube, question);
  const columns = cube.columns.filter((column) => hasGroups(provider([column])));
  const leftOutColumns = leftOutOf(
    cube,
    cube.columns.filter((column) => !columns.includes(column)),
  );
  const options = { depth, level, leastPeople: fewPeople, candidates };
  const { lookedAt, subgroups } = searchSubgroups(columns, provider, options);
  const details: SubgroupsDetails = {
    kind: 'subgroups',
    event: question.event,
    columns,
    leftOut: leftOut.length,
    ...(leftOutColumns.length === 0 ? {} : { leftOutColumns }),
    depth,
    leastPeople: fewPeople,
    lookedAt,
    level,
    everybody: everybodyOf(cube, question),
    found: subgroups.map(entryOf),
  };
  const enough = lookedAt > 0;
  return finding(id, [], {
    measure: question.measure,
    state: enough ? 'measured' : 'cannot-tell',
    reason: enough ? null : { code: 'no-subgroup', params: { least: fewPeople } },
    details,
  });
}

/**
 * In which group, of any few columns, is the decision or a mistake worse than elsewhere? Looked for in one half of the people
 * and asked again in the other, which had no part in choosing: see `searchSubgroups` in the statistics.
 */
export const worstSubgroup = defineAudit({
  id,
  title: 'Worst subgroup',
  description:
    'Looks in any columns for the group for whom the decision or a mistake is worse than elsewhere.',
  needs: ['groups', 'search'],
  needsOneOf: ['decision', 'outcome'],
  measures: [],
  // Up to three events are looked at.
  claims: 3,
  tags: ['eu-ai-act-10'],
  always: false,
  run: (cells, context) => {
    if (cells.moments !== null) return [notOfRepeated(id)];
    const { cube, level } = context;
    if (cube === null) return [];
    const questions = questionsOf(cells, context);
    const refusals = questions.map((question) => unlabelled(cells, question));
    const asked = refusals.filter((reason) => reason === null).length;
    return questions.map((question, i) => {
      const reason = refusals[i] ?? null;
      if (reason !== null)
        return finding(id, [], { measure: question.measure, state: 'cannot-tell', reason });
      // The chance of any false one, of whatever event, is 1 - level.
      return search(cube, question, 1 - (1 - level) / asked);
    });
  },
});
