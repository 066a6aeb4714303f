/** The command as users run it: built anew for the tests, in a process of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds the command beside the packages that it loads. @returns how to run it, and how to take it away again */
export function buildCommand() {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'ombud-command-'));
  const tsdown = join(root, 'node_modules', 'tsdown', 'dist', 'run.mjs');
  execFileSync(process.execPath, [tsdown, '--out-dir', folder, '--logLevel', 'error'], { cwd: root });
  return {
    /** What Node starts, for who cannot wait for it. */
    file: join(folder, 'ombud.mjs'),
    run(args: readonly string[], cwd: string): Ran {
      const { NO_COLOR: _colour, OMBUD_DEBUG: _debug, ...env } = process.env;
      const done = spawnSync(process.execPath, [join(folder, 'ombud.mjs'), ...args], {
        cwd,
        env,
        encoding: 'utf8',
      });
      return { code: done.status, stdout: done.stdout, stderr: done.stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
