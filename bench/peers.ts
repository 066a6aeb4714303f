// Finds the peers' Python environment, or makes it from peers/requirements.txt with the machine's own pip.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './measure.ts';

export const peerNames = ['fairlearn', 'aif360', 'aequitas'] as const;
export type Peer = (typeof peerNames)[number];

const windows = process.platform === 'win32';
const home = process.env.OMBUD_PEERS ?? join(import.meta.dirname, '.venv');
const python = join(home, windows ? 'Scripts' : 'bin', windows ? 'python.exe' : 'python');

/** Makes bench/.venv with the pinned peers. Takes a few minutes and about 1 GB. */
export function installPeers(): void {
  if (!existsSync(python)) step(windows ? 'python' : 'python3', ['-m', 'venv', home]);
  step(python, ['-m', 'pip', 'install', '-r', join(import.meta.dirname, 'peers', 'requirements.txt')]);
}

function step(command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, { stdio: 'inherit' });
  if (done.status !== 0) throw new Error(`Could not run ${command} ${args.join(' ')}.`);
}

/** The Python of the peers. @throws where it is not installed */
export function peerPython(): string {
  if (!existsSync(python)) throw new Error('The peers are not installed: npm run bench -- peers');
  return python;
}

/** The peer's version, or null where it is not installed. */
export function versionOf(peer: Peer): string | null {
  if (!existsSync(python)) return null;
  const ask = `from importlib.metadata import version; print(version('${peer}'))`;
  const done = spawnSync(python, ['-c', ask], { encoding: 'utf8' });
  return done.status === 0 ? done.stdout.trim() : null;
}

/** The peer's script on a file of the bench. */
export function peerProgram(peer: Peer, file: string): Program {
  return { command: python, args: [join(import.meta.dirname, 'peers', `${peer}_points.py`), file] };
}
