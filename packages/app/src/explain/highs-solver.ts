import type { LpAnswer, LpSolver } from '@ombud/explain';

/** After so many seconds the solver gives up, and the answer is "none found". */
const mostSeconds = 30;

const statuses: Readonly<Record<string, LpAnswer['status']>> = {
  Optimal: 'optimal',
  Infeasible: 'infeasible',
};

/** HiGHS (compiled to WebAssembly) as the solver of recourse beyond three changes; loaded when it is first asked. */
export function highsSolver(): LpSolver {
  const loading = { highs: null as Promise<Awaited<ReturnType<typeof load>>> | null };
  return async (text) => {
    loading.highs ??= load();
    const highs = await loading.highs;
    const { Status, Columns } = highs.solve(text, {
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      time_limit: mostSeconds,
    });
    return {
      status: statuses[Status] ?? 'unknown',
      values: new Map(Object.entries(Columns).map(([name, { Primal }]) => [name, Primal ?? 0])),
    };
  };
}

async function load() {
  const { default: loader } = await import('highs');
  return loader();
}
