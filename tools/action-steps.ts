/** Runs the steps of `action/action.yml` as a runner does: each `run:` by bash, with its variables, outputs and summary. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** What a job sees of the action. */
export interface Ran {
  /** Of the last step: what the job stops with. */
  readonly exit: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What was printed. */
  readonly log: string;
  /** The steps that ran. */
  readonly steps: readonly string[];
}

const outputsOf = (file: string): Record<string, string> =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

/**
 * @param repository the clone that holds the action
 * @param workspace the folder of the job
 */
export function runAction(
  repository: string,
  workspace: string,
  given: Readonly<Record<string, string>>,
): Ran {
  const action: Action = parse(readFileSync(join(repository, 'action', 'action.yml'), 'utf8'));
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default]),
  );
  const files = mkdtempSync(join(tmpdir(), 'ombud-runner-'));
  const summary = join(files, 'summary');
  writeFileSync(summary, '');
  const told: Record<string, Record<string, string>> = {};
  const value = (text: string): string =>
    text.replace(/\$\{\{ (?:inputs|steps\.([\w-]+)\.outputs)\.([\w-]+) \}\}/g, (_, step, name) =>
      String(step === undefined ? inputs[name] : told[step]?.[name]),
    );
  const [log, steps]: [string[], string[]] = [[], []];
  let exit = 0;
  for (const step of action.runs.steps) {
    if (step.if === "inputs.summary == 'true'" && inputs.summary !== 'true') continue;
    const output = join(files, `output-${steps.length}`);
    writeFileSync(output, '');
    const env = {
      ...process.env,
      ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)])),
      GITHUB_ACTION_PATH: join(repository, 'action'),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
    };
    const done = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: workspace,
      env,
      encoding: 'utf8',
    });
    log.push(done.stdout, done.stderr);
    steps.push(step.name);
    if (step.id !== undefined) told[step.id] = outputsOf(output);
    exit = done.status ?? 1;
    if (exit !== 0) break;
  }
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, output]) => [name, value(output.value)]),
  );
  const ran = { exit, outputs, summary: readFileSync(summary, 'utf8'), log: log.join(''), steps };
  rmSync(files, { recursive: true });
  return ran;
}
