import loadHighs from 'highs';
import type { LpSolver } from '../src/recourse/lp.ts';

/** HiGHS as the solver of a test. */
export async function highsSolver(): Promise<LpSolver> {
  const highs = await loadHighs();
  return async (text) => {
    const { Status: status, Columns: columns } = highs.solve(text, { mip_rel_gap: 0, mip_abs_gap: 0 });
    return {
      status: status === 'Optimal' ? 'optimal' : status === 'Infeasible' ? 'infeasible' : 'unknown',
      values: new Map(Object.entries(columns).map(([name, { Primal }]) => [name, Primal ?? 0])),
    };
  };
}
