import { type LpSolver, lpText } from './lp.ts';
import { type ProgramTask, placesIn, programOf } from './program.ts';

export type OptimiserAnswer =
  | { readonly state: 'infeasible' }
  | { readonly state: 'unknown' }
  | { readonly state: 'optimal'; readonly set: readonly number[]; readonly places: readonly number[] };

/** The cheapest plan of any number of changes, as far as the solver is right; whoever asks looks at the model again. */
export async function optimiserPlan(task: ProgramTask, solver: LpSolver): Promise<OptimiserAnswer> {
  const { axes } = task.search.reach;
  if (axes.every(({ values }) => values.length < 2)) return { state: 'infeasible' };
  const answer = await solver(lpText(programOf(task)));
  if (answer.status === 'infeasible') return { state: 'infeasible' };
  if (answer.status === 'unknown') return { state: 'unknown' };
  const places = placesIn(axes, answer.values);
  const set = places.flatMap((place, lever) => (place === axes[lever]?.here ? [] : [lever]));
  return { state: 'optimal', set, places: set.map((lever) => places[lever] ?? 0) };
}
