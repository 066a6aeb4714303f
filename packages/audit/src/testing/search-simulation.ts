/** Whole searches for the worst subgroup, through the ordinary audit, over people that are drawn. */
import { uniformStream } from '@ombud/stats';
import { type MemoryRow, memoryEngine } from '@ombud/table';
import { auditEngine } from '../run.ts';

interface Design {
  readonly runs: number;
  readonly people: number;
  /** How much more often the planted group of three columns has the mistake; 0 for noise. */
  readonly harm: number;
  readonly seed: number;
}

interface Counts {
  readonly runs: number;
  /** Searches that confirmed anything. */
  readonly confirmed: number;
  /** Searches that confirmed the planted group by its own conditions. */
  readonly found: number;
}

const columns = ['a', 'b', 'c', 'd', 'e', 'f', 'decision', 'outcome'];
const sizes = [2, 3, 2, 4, 2, 3];
const planted = { a: '1', b: '1', c: '1' };

function draw({ people, harm }: Design, uniform: () => number): MemoryRow[] {
  return Array.from({ length: people }, () => {
    const values = sizes.map((size) => String(Math.floor(uniform() * size)));
    const hurt = values[0] === '1' && values[1] === '1' && values[2] === '1';
    const decision = uniform() < 0.3 + (hurt ? harm : 0) ? 'yes' : 'no';
    return [...values, decision, uniform() < 0.4 ? 'yes' : 'no'];
  });
}

export async function simulateSearches(design: Design): Promise<Counts> {
  const uniform = uniformStream(design.seed);
  let [confirmed, found] = [0, 0];
  for (let run = 0; run < design.runs; run++) {
    const { findings } = await auditEngine(memoryEngine(columns, draw(design, uniform)), {
      source: 'drawn',
      decision: { column: 'decision', positive: ['yes'] },
      outcome: { column: 'outcome', positive: ['yes'] },
      favourable: 'negative',
      groups: [{ column: 'a' }],
      searchColumns: [],
      audits: ['worst-subgroup'],
    });
    const sure = findings.flatMap(({ details }) =>
      details?.kind === 'subgroups' ? details.found.filter((one) => one.confirmed) : [],
    );
    confirmed += sure.length > 0 ? 1 : 0;
    found += sure.some(({ group }) => JSON.stringify(group) === JSON.stringify(planted)) ? 1 : 0;
  }
  return { runs: design.runs, confirmed, found };
}
