// npm run bench -- recourse [--people N] [--dice N] [--check N]: the cheapest change for refused people, Ombud and DiCE in one run, on a
// HELOC-like model (200 trees, 31 leaves, 12 changeable columns). The plans of both are scored again by LightGBM.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { helocDecision } from '../packages/explain/golden/heloc-plans.ts';
import { helocRules } from '../packages/explain/golden/rules.ts';
import { recourseFinder } from '../packages/explain/src/index.ts';
import { exactPlans } from '../packages/explain/src/recourse/exact.ts';
import { leafBoxesOf } from '../packages/explain/src/recourse/leaf-boxes.ts';
import { leversOf } from '../packages/explain/src/recourse/lever.ts';
import { optimiserPlan } from '../packages/explain/src/recourse/optimiser.ts';
import { highsSolver } from '../packages/explain/test/highs.ts';
import { loadModel, margins, type OpenModel } from '../packages/model/src/index.ts';
import { peerPython } from './peers.ts';

const folder = join(import.meta.dirname, 'data');
const people = join(folder, 'heloc-like.csv');
const file = join(folder, 'heloc-like.txt');
const script = join(import.meta.dirname, '..', 'packages', 'explain', 'golden', 'heloc_like.py');

export async function recourse(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string', default: '200' },
      dice: { type: 'string', default: '40' },
      check: { type: 'string', default: '0' },
    },
  });
  makeData();
  const rows = readFileSync(people, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) =>
      Float64Array.from(line.split(',').slice(0, -1), (cell) => (cell === '' ? Number.NaN : Number(cell))),
    );
  const model = loadModel(readFileSync(file));
  const refused = rows.filter((row) => (margins(model, row)[0] ?? 0) < 0).slice(0, Number(values.people));
  const find = recourseFinder({
    model,
    decision: helocDecision,
    rules: helocRules,
    background: rows,
    solver: null,
  });
  for (const changes of [2, 3])
    await time(`Ombud, exact, at most ${changes} changes`, refused, changes, find);
  await check(model, refused, rows, Number(values.check));
  await withDice(refused.slice(0, Number(values.dice)), find);
}

function makeData(): void {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(people)) run([script, 'data', people]);
  if (!existsSync(file)) run([script, 'model', file]);
}

function run(args: readonly string[]): string {
  const done = spawnSync(peerPython(), args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

type Finder = ReturnType<typeof recourseFinder>;

/** Seconds of one thread of this process, which other work on the machine disturbs less than the clock. */
const cpu = (): number => process.cpuUsage().user / 1e3 + process.cpuUsage().system / 1e3;

const shown = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1);
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms`;
};

async function time(
  name: string,
  refused: readonly Float64Array[],
  changes: number,
  find: Finder,
): Promise<void> {
  const [wall, used]: [number[], number[]] = [[], []];
  let found = 0;
  for (const row of refused) {
    const [start, startCpu] = [performance.now(), cpu()];
    const answer = await find(row, { plans: 1, changes, ranges: false });
    wall.push(performance.now() - start);
    used.push(cpu() - startCpu);
    if (answer.state === 'found') found++;
  }
  console.log(
    `${name}: ${found} of ${refused.length} found, the others proven to have none; wall ${shown(wall)}; CPU ${shown(used)}`,
  );
}

/** A mixed-integer program limited to three changes beside the exact search: the same optimum, the same "none". */
async function check(
  model: OpenModel,
  refused: readonly Float64Array[],
  background: readonly Float64Array[],
  people: number,
): Promise<void> {
  if (model.kind !== 'trees' || people === 0) return;
  const solver = await highsSolver();
  const boxes = leafBoxesOf(model, [1]);
  const levers = leversOf(model.features, helocRules, background);
  const decides = (row: Float64Array): boolean => (margins(model, row)[0] ?? -1) >= 0;
  const same = { optimum: 0, none: 0, other: 0 };
  for (const row of refused.slice(0, people)) {
    const task = {
      boxes,
      features: model.features,
      levers,
      causal: [],
      row,
      need: 0,
      tolerance: 1e-9,
      decides,
      doubles: true,
      plans: 1,
      changes: 3,
    };
    const { plans, search } = exactPlans(task);
    const limited = await optimiserPlan({ boxes, row, search, need: 0, changes: 3 }, solver);
    const cost =
      limited.state !== 'optimal'
        ? null
        : limited.set.reduce(
            (sum, lever, i) => sum + (search.reach.axes[lever]?.costs[limited.places[i] ?? 0] ?? 0),
            0,
          );
    const [best] = plans;
    if (best === undefined && limited.state === 'infeasible') same.none++;
    else if (best !== undefined && cost !== null && Math.abs(cost - best.cost) < 1e-6) same.optimum++;
    else same.other++;
  }
  console.log(
    `A program limited to three changes, ${people} people: the same optimum for ${same.optimum}, none as well for ${same.none}, another answer for ${same.other}`,
  );
}

interface DiceAnswer {
  readonly found: boolean;
  readonly flips: boolean;
  readonly broken: boolean;
  readonly ms: number;
}

/** DiCE (random) on the same people; and LightGBM's word on the plans of both. */
async function withDice(refused: readonly Float64Array[], find: Finder): Promise<void> {
  const plain = (row: Float64Array): (number | null)[] =>
    Array.from(row, (x) => (Number.isNaN(x) ? null : x));
  const plans: { row: (number | null)[]; plan: (number | null)[] | null }[] = [];
  for (const row of refused) {
    const {
      plans: [best],
    } = await find(row, { plans: 1, changes: 3, ranges: false });
    plans.push({ row: plain(row), plan: best === undefined ? null : plain(best.row) });
  }
  const asked = join(folder, 'recourse-asked.json');
  writeFileSync(asked, JSON.stringify({ people, model: file, rules: helocRules.columns, plans }));
  // DiCE itself prints; the answer is the last line.
  const printed = run([join(import.meta.dirname, 'peers', 'dice_plans.py'), asked])
    .trim()
    .split('\n');
  const answer = JSON.parse(printed.at(-1) ?? '') as {
    readonly version: string;
    readonly flips: number;
    readonly dice: readonly DiceAnswer[];
  };
  const ours = plans.filter(({ plan }) => plan !== null).length;
  console.log(
    `Ombud beside it: ${ours} of ${refused.length} found; scored again by LightGBM ${answer.flips} flip`,
  );
  const { dice } = answer;
  const good = dice.filter(({ flips, broken }) => flips && !broken);
  const missed = dice.filter(({ flips, broken }, i) => plans[i]?.plan !== null && !(flips && !broken)).length;
  console.log(
    `DiCE ${answer.version}, random: ${dice.filter(({ found }) => found).length} of ${dice.length} found something; ${good.length} flip and keep the rules; none for ${missed} people of the ${ours} for whom there is one; wall ${shown(dice.map(({ ms }) => ms))}`,
  );
}
