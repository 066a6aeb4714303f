// Which source files one decision enters between `ombud audit` and the page, in order: node tools/trace.ts [--helpers] [flags of the audit]
// The command runs from source on four decisions with one audit. One decision is marked by a name that nobody else has; a
// file is entered when one of its functions is given something that holds this name. `trace-hook.mjs` notes it, and from
// which file. A station is a file of the floors where the work of an audit is done (table and up) to which a single file hands
// its work. A file that several call, and what stands on the floors below (a statistic, a sentence, a table cell), is a
// tool in a station's hand: it is only counted, or listed with --helpers.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

type Entry = readonly [file: string, caller: string];

const root = join(import.meta.dirname, '..');
const mark = 'Zqxj';

/** Every entry of a file, in order. */
function traced(): Entry[] {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-trace-'));
  try {
    writeFileSync(join(folder, 'decisions.csv'), `sex,approved\n${mark},yes\nM,no\n${mark},no\nM,yes\n`);
    const flags = process.argv.slice(2).filter((flag) => flag !== '--helpers');
    const asked = ['--decision', 'approved=yes', '--groups', 'sex', '--audits', 'selection-rate', ...flags];
    const file = join(folder, 'entered.json');
    const done = spawnSync(
      process.execPath,
      [
        '--conditions=source',
        '--import',
        join(root, 'tools', 'trace-hook.mjs'),
        join(root, 'packages', 'cli', 'src', 'main.ts'),
        ...['audit', 'decisions.csv', ...asked, '--out', 'report.html', '-q'],
      ],
      { cwd: folder, env: { ...process.env, OMBUD_TRACE: file, OMBUD_TRACE_MARK: mark }, encoding: 'utf8' },
    );
    // The verdict of a policy on four decisions may be any.
    if (![0, 1, 3].includes(done.status ?? 4))
      throw new Error(`ombud ended with ${done.status}: ${done.stderr}`);
    return (JSON.parse(readFileSync(file, 'utf8')) as Entry[]).map(
      ([entered, caller]): Entry => [relative(root, entered), caller === '' ? '' : relative(root, caller)],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const entries = traced();
const callers = new Map<string, Set<string>>();
for (const [file, caller] of entries) callers.set(file, (callers.get(file) ?? new Set()).add(caller));
const isTool = (file: string): boolean => /^packages\/(kernel|contract|words|stats|tlog|ui)\//.test(file);
const isStation = (file: string): boolean => !isTool(file) && callers.get(file)?.size === 1;

/** Stations as they follow one another; staying in one is one. */
const way = entries
  .map(([file]) => file)
  .filter(isStation)
  .filter((file, i, all) => file !== all[i - 1]);
const stations = [...new Set(way)];
const again = stations.filter((file) => way.filter((one) => one === file).length > 1);
const helpers = [...callers.keys()].filter((file) => !isStation(file));

for (const [i, file] of stations.entries())
  console.log(`${String(i + 1).padStart(3)}  ${file}${again.includes(file) ? '   (entered again)' : ''}`);
if (process.argv.includes('--helpers')) console.log(`\nHelpers:\n  ${helpers.join('\n  ')}`);
console.log(`\n${stations.length} files, ${again.length} of them entered again; ${helpers.length} helpers.`);
