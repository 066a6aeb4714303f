#!/usr/bin/env node
// Starts the built command. It holds no logic, so that it also runs, and says so, on a Node that is too old.
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/ombud.mjs', import.meta.url);
const isOld = Number(process.versions.node.split('.')[0]) < 24;

if (!existsSync(built)) {
  console.error('Ombud is not built yet. Run "npm start" once in the clone, then try again.');
  process.exitCode = 2;
} else if (isOld) {
  await startPinned();
} else {
  // Keeps what was compiled for the next start; Node puts it in the system's temporary folder.
  module.enableCompileCache?.();
  await import(built.href);
}

/** In a clone the pinned Node lies beside the packages. */
async function startPinned() {
  const pinned = new URL('../../../node_modules/node/bin/node', import.meta.url);
  if (!existsSync(pinned)) {
    console.error(
      `Ombud needs Node 24 or newer; this is Node ${process.versions.node}. Install Node 24, then try again.`,
    );
    process.exitCode = 2;
    return;
  }
  const { spawnSync } = await import('node:child_process');
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  process.exitCode = spawnSync(fileURLToPath(pinned), args, { stdio: 'inherit' }).status ?? 4;
}
