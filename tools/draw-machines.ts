/** Writes the drawings of the machines of contest into the documents: `node --conditions=source tools/draw-machines.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { machines } from '../packages/contest/src/index.ts';
import { drawMachine } from './machine-drawing.ts';

const folder = fileURLToPath(new URL('../docs/images/machines/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const machine of Object.values(machines))
  writeFileSync(join(folder, `${machine.name}.svg`), drawMachine(machine));
