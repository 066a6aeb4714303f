// All audits of a score beside the exact sorts that they need: ranks by every grouping, in the same DuckDB.
// npm run bench -- scores [--rows 1e7] [--runs 3]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { write } from './generate.ts';
import { node } from './measure.ts';
import { promised, sideBySide } from './side-by-side.ts';

const root = join(import.meta.dirname, '..');

/** Three attributes, a score that hardly anybody shares, a need, a decision by the score, an outcome, a day of one year. */
const people = (rows: number): string => `
  select
    ['female', 'male'][1 + (hash(i * 8) % 2)::integer] as sex,
    'age ' || hash(i * 8 + 1) % 5 as age,
    'region ' || hash(i * 8 + 2) % 9 as region,
    hash(i * 8 + 3) / 18446744073709551615.0 as score,
    hash(i * 8 + 4) % 7 as need,
    case when hash(i * 8 + 3) / 18446744073709551615.0 >= 0.5 then 1 else 0 end as decision,
    case when hash(i * 8 + 5) % 1000 < 1000 * (hash(i * 8 + 3) / 18446744073709551615.0) then 1 else 0 end as outcome,
    date '2026-01-01' + (hash(i * 8 + 6) % 365)::integer as day
  from range(${rows}) people(i)`;

const groupings = ['sex', 'age', 'region', 'sex, age', 'sex, region', 'age, region', 'sex, age, region'];

/** The rank sums of everybody with and without the outcome: what an exact AUC of each group is made of. */
const ranks = (file: string, keys: string): string =>
  `select ${keys}, outcome, sum(place), count(*) from (select ${keys}, outcome, ` +
  `rank() over (partition by ${keys} order by score) as place from '${file}') group by all`;

const audits =
  'calibration,auc,need-at-equal-score,score-distributions,threshold-sweep,ranking-exposure,over-time,drift';

export async function scores(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: 'string', default: '1e7' }, runs: { type: 'string', default: '3' } },
  });
  const rows = Number(values.rows);
  const file = await write(join(import.meta.dirname, 'data'), `scores-${rows}.parquet`, people(rows));
  const command = join(root, 'packages', 'cli', 'bin', 'ombud.mjs');
  const roles = ['--decision', 'decision=1', '--outcome', 'outcome=1', '--score', 'score', '--need', 'need'];
  const asked = ['--groups', 'sex,age,region', '--time', 'day', '--audits', audits];
  const ombud = node(command, 'audit', file, ...roles, ...asked, '--format', 'json', '--quiet');
  const bare = node(join(import.meta.dirname, 'bare-sql.ts'), ...groupings.map((keys) => ranks(file, keys)));
  const found = await sideBySide(
    [
      { name: 'ranks by seven groupings', program: bare },
      { name: 'Ombud, all audits of a score and of time', program: { ...ombud, done: [0, 1, 3] } },
    ],
    Number(values.runs),
  );
  const [sorts, all] = [...found.values()];
  if (sorts === undefined || all === undefined) return;
  console.log(promised('\nOmbud / exact sorts by wall time', all.seconds / sorts.seconds, 2));
}
