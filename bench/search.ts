// The search for the worst subgroup: what it costs beside one GROUP BY over all columns, and what it finds.
// npm run bench -- search [--rows 1e6] [--runs 3] [--simulations 200]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { simulateSearches } from '../packages/audit/src/testing/search-simulation.ts';
import { write } from './generate.ts';
import { node } from './measure.ts';
import { promised, sideBySide } from './side-by-side.ts';

const root = join(import.meta.dirname, '..');
const columns = Array.from({ length: 10 }, (_, i) => `c${i}`);

/** Ten columns of 2 to 6 values, decision and outcome; every value is a hash of the row number. */
const people = (rows: number): string => `
  select ${columns.map((name, i) => `'v' || hash(i * 16 + ${i}) % ${2 + (i % 5)} as ${name}`).join(', ')},
    case when hash(i * 16 + 11) % 1000 < 300 then 1 else 0 end as decision,
    case when hash(i * 16 + 12) % 1000 < 400 then 1 else 0 end as outcome
  from range(${rows}) people(i)`;

export async function search(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '1e6' },
      runs: { type: 'string', default: '3' },
      simulations: { type: 'string', default: '200' },
    },
  });
  await cost(Number(values.rows), Number(values.runs));
  await finds(Number(values.simulations));
}

async function cost(rows: number, runs: number): Promise<void> {
  const file = await write(join(import.meta.dirname, 'data'), `search-${rows}.parquet`, people(rows));
  const keys = [...columns, 'decision', 'outcome'].join(', ');
  const bare = `select count(*) from (select ${keys}, count(*) from '${file}' group by all)`;
  const command = join(root, 'packages', 'cli', 'bin', 'ombud.mjs');
  const roles = ['--decision', 'decision=1', '--outcome', 'outcome=1', '--favourable', 'negative'];
  const asked = ['--groups', 'c0', '--search-columns', 'all', '--audits', 'worst-subgroup'];
  const ombud = node(command, 'audit', file, ...roles, ...asked, '--format', 'json', '--quiet');
  const found = await sideBySide(
    [
      {
        name: 'bare GROUP BY over all columns',
        program: node(join(import.meta.dirname, 'bare-sql.ts'), bare),
      },
      { name: 'Ombud, all sets of three of ten columns', program: { ...ombud, done: [0, 1, 3] } },
    ],
    runs,
  );
  const [one, all] = [...found.values()];
  if (one === undefined || all === undefined) return;
  console.log(promised('\nOmbud / bare by wall time', all.seconds / one.seconds, 20));
  console.log(promised('peak memory in MB', all.megabytes ?? Number.NaN, 1000));
}

/** In noise, and with a group of three of six columns that has the decision more often. */
async function finds(runs: number): Promise<void> {
  console.log('\n| people | planted | searches | confirmed anything | found the planted group |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const [people, harm] of [
    [3000, 0],
    [4000, 0.25],
    [8000, 0.15],
    [8000, 0.25],
  ] as const) {
    const { confirmed, found } = await simulateSearches({ runs, people, harm, seed: 20261125 });
    const percent = (count: number) => `${((100 * count) / runs).toFixed(1)} %`;
    const planted = harm === 0 ? 'noise' : `${100 * harm} points`;
    console.log(
      `| ${people} | ${planted} | ${runs} | ${percent(confirmed)} | ${harm === 0 ? '' : percent(found)} |`,
    );
  }
}
