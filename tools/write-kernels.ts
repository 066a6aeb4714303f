// Writes the unrolled kernels of the exact Shapley values: node --conditions=source tools/write-kernels.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelSource } from '../packages/explain/src/attributions/kernel-source.ts';

const file = join(
  import.meta.dirname,
  '..',
  'packages',
  'explain',
  'src',
  'attributions',
  'quadrature-kernels.ts',
);
writeFileSync(file, kernelSource());
