// One entry for every npm script: it sets up a fresh clone (packages, the pinned Node, the built command) only
// where something is missing or older than its source, then runs the steps with the pinned Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: bin + delimiter + process.env.PATH };
const windows = process.platform === 'win32';

/** Runs a command in the repository with the pinned Node first on the path; ends this process if it fails. */
function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, env, stdio: 'inherit', shell: windows, ...options });
  if (done.error) {
    console.error(`Could not run ${command}: ${done.error.message}`);
    process.exit(4);
  }
  if (done.status !== 0 && !options.mayFail) process.exit(done.status ?? 4);
  return done;
}

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newestIn(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', 'bench'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs);
  }
  return newest;
}

function pinnedNodeWorks() {
  const done = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8', shell: windows });
  return done.status === 0 && Number(/^v(\d+)/.exec(done.stdout)?.[1]) >= 24;
}

function install() {
  const mark = join(root, 'node_modules', '.package-lock.json');
  if (modified(mark) < modified(join(root, 'package-lock.json'))) {
    console.log('Setting up: installing packages (once)...');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  // Some settings of npm skip install scripts; the pinned Node needs its own, which asks the same registry.
  if (!pinnedNodeWorks()) {
    run('node', ['installArchSpecificPackage.js'], {
      cwd: join(root, 'node_modules', 'node'),
      mayFail: true,
    });
  }
  if (!pinnedNodeWorks() && Number(process.versions.node.split('.')[0]) < 24) {
    console.error(
      'Ombud needs Node 24, and the pinned copy could not be installed. Install Node 24 or newer, then try again.',
    );
    process.exit(4);
  }
}

function build() {
  const built = join(root, 'packages', 'cli', 'dist', 'ombud.mjs');
  const sources = Math.max(
    newestIn(join(root, 'packages')),
    newestIn(join(root, 'incidents')),
    modified(join(root, 'tsdown.config.ts')),
    modified(join(root, 'package-lock.json')),
  );
  if (modified(built) < sources) run('tsdown', ['--config', 'tsdown.config.ts', '--logLevel', 'error']);
}

const ombud = (...args) => run('node', [join('packages', 'cli', 'bin', 'ombud.mjs'), ...args]);

function check() {
  run('biome', ['ci', '--error-on-warnings', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`, '.']);
  run('tsc', ['--noEmit']);
  run('depcruise', ['packages', 'incidents', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']);
  run('knip', []);
}

const rest = process.argv.slice(3);
const tasks = {
  // Sets up what is missing and runs nothing: what a pipeline asks for before it calls the command.
  ready: () => {},
  start: () => ombud(...(rest.length > 0 && rest[0] !== '--once' ? rest : ['demo', ...rest])),
  check,
  test: () => {
    if (rest.length === 0) check();
    run('vitest', ['run', ...rest]);
  },
  'test:slow': () => {
    env.OMBUD_SLOW = '1';
    run('vitest', ['run', ...rest]);
  },
  build: () => {
    run('tsdown', ['--config', 'tsdown.config.ts', '--logLevel', 'error']);
    run('node', ['--conditions=source', join('tools', 'build-packages.ts')]);
  },
  write: () => run('node', ['--conditions=source', join('tools', 'write-files.ts')]),
  docs: () => run('typedoc', []),
  bench: () => run('node', ['--conditions=source', join('bench', 'run.ts'), ...rest]),
};

const task = tasks[process.argv[2]];
if (!task) {
  console.error(`Unknown task. One of: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
install();
build();
task();
