/**
 * Money that was ordered already for the people of a remedy. A sum that is asked for is what a person is to have, and what was
 * ordered before counts: by another remedy for the same decision, and of flat sums by another decision of the same person, where
 * the remedies are of one case.
 */
import type { Payment } from '@ombud/contest';
import type { Money } from '@ombud/kernel';
import type { Statements } from '../state/state.ts';
import { together } from './remedy-people.ts';
import { contest } from './tables.ts';

type Step = Payment['step'];

/** Somebody of a remedy with one sum that was ordered before. */
interface Before {
  readonly case: string;
  readonly amount: Money;
}

const columns = {
  flat: { order: 'other.flat_order', minor: 'other.flat_minor', currency: 'other.flat_currency' },
  refund: { order: 'other.order_id', minor: 'other.minor', currency: 'other.currency' },
} as const;

/** By another remedy, for the same decision. */
function forDecision(state: Statements, remedy: string, step: Step) {
  const { order, minor, currency } = columns[step];
  return state
    .of(contest)
    .selectFrom('contest_remedy_people as own')
    .innerJoin('contest_remedy_people as other', 'other.decision', 'own.decision')
    .select(['own.case_id', `${minor} as minor`, `${currency} as currency`])
    .where('own.remedy', '=', remedy)
    .where('other.remedy', '!=', remedy)
    .where(order, 'is not', null);
}

/** A flat sum for another decision of the same person, by this remedy or another of its case. */
function forPerson(state: Statements, remedy: string) {
  const { order, minor, currency } = columns.flat;
  const db = state.of(contest);
  return db
    .selectFrom('contest_remedy_people as own')
    .innerJoin('contest_cases as own_case', 'own_case.id', 'own.case_id')
    .innerJoin('contest_cases as other_case', (join) =>
      join
        .onRef('other_case.subject', '=', 'own_case.subject')
        .onRef('other_case.system', '=', 'own_case.system')
        .onRef('other_case.id', '!=', 'own_case.id'),
    )
    .innerJoin('contest_remedy_people as other', 'other.decision', 'other_case.decision')
    .select(['own.case_id', `${minor} as minor`, `${currency} as currency`])
    .where('own.remedy', '=', remedy)
    .where(order, 'is not', null)
    .where('other.remedy', 'in', (sub) =>
      sub
        .selectFrom('contest_matters as one')
        .innerJoin('contest_matters as this', 'this.case_id', 'one.case_id')
        .select('one.id')
        .where('this.id', '=', remedy)
        .where('one.machine', '=', 'remedy'),
    );
}

async function read(
  state: Statements,
  remedy: string,
  step: Step,
  cases: readonly string[] | null,
): Promise<readonly Before[]> {
  const queries = [forDecision(state, remedy, step), ...(step === 'flat' ? [forPerson(state, remedy)] : [])];
  const found: Before[] = [];
  for (const query of queries) {
    const rows = await (cases === null ? query : query.where('own.case_id', 'in', cases)).execute();
    for (const { case_id, minor, currency } of rows)
      found.push({ case: case_id, amount: { minor: Number(minor), currency: currency ?? '' } });
  }
  return found;
}

/** What was ordered before, by the cases of people; who had nothing is left out. */
export async function orderedBefore(
  state: Statements,
  remedy: string,
  step: Step,
  cases: readonly string[],
): Promise<ReadonlyMap<string, readonly Money[]>> {
  const found: Before[] = [];
  for (let at = 0; at < cases.length; at += together)
    found.push(...(await read(state, remedy, step, cases.slice(at, at + together))));
  return new Map(
    [...Map.groupBy(found, (one) => one.case)].map(([id, some]) => [id, some.map(({ amount }) => amount)]),
  );
}

/** For how many people of a remedy a flat sum was ordered before, and how much of the new one that makes. */
export async function carriedInto(
  state: Statements,
  remedy: string,
  flat: Money,
): Promise<{ readonly people: number; readonly minor: number }> {
  const found = Map.groupBy(await read(state, remedy, 'flat', null), (one) => one.case);
  const sums = [...found.values()].map((some) =>
    Math.min(
      flat.minor,
      some.reduce((sum, { amount }) => sum + amount.minor, 0),
    ),
  );
  return { people: sums.length, minor: sums.reduce((sum, minor) => sum + minor, 0) };
}
