#!/usr/bin/env node
// Starts the built command. It holds no logic, so that it also runs, and says so, on a Node that is too old.
import { existsSync } from 'node:fs';
import * as module from 'node:module';

const built = new URL('../dist/ombud.mjs', import.meta.url);
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Ombud needs Node 24 or newer; this is Node ${process.versions.node}. In a clone, run it as: npx ombud`,
  );
  process.exitCode = 4;
} else if (!existsSync(built)) {
  console.error('Ombud is not built yet. Run "npm start" once in the clone, then try again.');
  process.exitCode = 4;
} else {
  // Keeps what was compiled for the next start; Node puts it in the system's temporary folder.
  module.enableCompileCache?.();
  await import(built.href);
}
