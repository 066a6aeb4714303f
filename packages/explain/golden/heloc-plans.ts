import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadModel, type OpenModel } from '@ombud/model';
import { type DecisionRule, predict } from '../src/decision/decision-rule.ts';
import type { LpSolver } from '../src/recourse/lp.ts';
import type { Recourse } from '../src/recourse/outcome.ts';
import { recourseFinder } from '../src/recourse/recourse.ts';
import { helocRules } from './rules.ts';

const files = { lightgbm: 'heloc-lightgbm.txt', xgboost: 'heloc-xgboost.json' } as const;

/** The favourable answer is a chance of at least one half that the loan is repaid. */
export const helocDecision: DecisionRule = {
  cutoff: 0.5,
  scale: 'probability',
  favourable: 'positive',
  output: 0,
};

export interface HelocPlans {
  readonly columns: readonly string[];
  readonly model: OpenModel;
  readonly people: readonly Float64Array[];
  readonly refused: readonly { readonly row: Float64Array; readonly recourse: Recourse }[];
  /** All plans of all people who were refused. */
  readonly plans: readonly { readonly row: Float64Array; readonly from: Float64Array }[];
}

export async function helocPlans(
  name: keyof typeof files,
  solver: LpSolver | null = null,
  most = 60,
): Promise<HelocPlans> {
  const model = loadModel(await readFile(join(import.meta.dirname, files[name])));
  const { columns, rows } = JSON.parse(
    await readFile(join(import.meta.dirname, 'heloc-people.json'), 'utf8'),
  ) as {
    readonly columns: string[];
    readonly rows: (number | null)[][];
  };
  const people = rows.map((row) => Float64Array.from(row, (value) => value ?? Number.NaN));
  const find = recourseFinder({
    model,
    decision: helocDecision,
    rules: helocRules,
    background: people,
    solver,
  });
  const refused: { row: Float64Array; recourse: Recourse }[] = [];
  for (const row of people.filter((one) => !predict(model, helocDecision, one).favourable).slice(0, most))
    refused.push({ row, recourse: await find(row, { plans: 3, changes: 3, ranges: false }) });
  const plans = refused.flatMap(({ row: from, recourse }) =>
    recourse.plans.map(({ row }) => ({ row, from })),
  );
  return { columns, model, people, refused, plans };
}
