// Two programs in turn on the same machine: Ombud, and the bare queries of the same DuckDB that it cannot do without.
import { type Measured, measure, type Program } from './measure.ts';

export interface Side {
  readonly name: string;
  readonly program: Program;
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Runs each side once a round, so that other work on the machine disturbs all alike; the medians are compared. */
export async function sideBySide(sides: readonly Side[], runs: number): Promise<Map<string, Measured>> {
  const all = sides.map(({ name }) => ({ name, rounds: [] as Measured[] }));
  for (let run = 0; run < runs; run++) {
    for (const [i, { program }] of sides.entries()) all[i]?.rounds.push(await measure(program, 1));
  }
  console.log('\n| | median wall time | CPU time | peak memory |\n|---|---|---|---|');
  return new Map(
    all.map(({ name, rounds }) => {
      const of = (value: (one: Measured) => number | null) =>
        middle(rounds.map((one) => value(one) ?? Number.NaN));
      const found = {
        seconds: of(({ seconds }) => seconds),
        cpuSeconds: of(({ cpuSeconds }) => cpuSeconds),
        megabytes: Math.max(...rounds.map(({ megabytes }) => megabytes ?? Number.NaN)),
        runs,
      };
      const { seconds, cpuSeconds, megabytes } = found;
      console.log(
        `| ${name} | ${seconds.toFixed(2)} s | ${cpuSeconds.toFixed(2)} s | ${megabytes.toFixed(0)} MB |`,
      );
      return [name, found];
    }),
  );
}

/** Whether a promise was kept, as a line. */
export const promised = (what: string, value: number, most: number): string =>
  `${what}: ${value.toFixed(2)}, at most ${most}: ${value <= most ? 'held' : 'NOT held'}`;
