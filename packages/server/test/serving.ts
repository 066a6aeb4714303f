/** A server in a process of its own, for tests that kill it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'tsdown';
import type { Role } from '../src/access/roles.ts';

const here = import.meta.dirname;
const outDir = join(here, '..', 'node_modules', '.cache', `served-${process.pid}`);
let built: Promise<string> | null = null;

/** Node does not load our pages as they are written: the server is bundled once for each run. */
async function bundle(): Promise<string> {
  await build({
    config: false,
    entry: {
      served: join(here, 'served.ts'),
      'ledger-worker': join(here, '..', '..', 'ledger', 'src', 'worker', 'worker.ts'),
    },
    outDir,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    dts: false,
    logLevel: 'error',
    inputOptions: {
      resolve: { conditionNames: ['source', 'node', 'default'] },
      transform: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
    },
    noExternal: [/^@ombud\//],
    // What is not ours is loaded as it was installed.
    external: [/^(?!@ombud\/)[@a-z]/],
  });
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  return join(outDir, 'served.mjs');
}

/** A server that runs beside the test. */
export interface Served {
  readonly url: string;
  /** Key of the role that was asked for; empty where none was. */
  readonly key: string;
  readonly process: ChildProcess;
  /** The signal or the code with which it ended. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
}

/** Starts a server and waits until it listens. */
export async function startServed(folder: string, port: number, role: Role | null = null): Promise<Served> {
  built ??= bundle();
  const args = ['--no-warnings', await built, folder, String(port), ...(role === null ? [] : [role])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? code)),
  );
  const line = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes('\n')) resolve(printed);
    });
    child.on('close', () => reject(new Error(`the server ended before it listened: ${printed}`)));
  });
  return { ...(JSON.parse(line) as { readonly url: string; readonly key: string }), process: child, ended };
}
