import { basename, join } from 'node:path';
import { build } from 'tsdown';

const root = join(import.meta.dirname, '..');
const worker = join(root, 'packages/ledger/src/worker/worker.ts');

/**
 * Bundles a file as the command is bundled: loading TypeScript costs time and memory that users of the built package do not
 * pay.
 *
 * @param name of its folder in the cache
 * @param ledger the source of `@ombud/ledger`, where it is another than ours
 * @returns the bundle
 */
export async function bundle(file: string, name: string, ledger?: string): Promise<string> {
  const outDir = join(root, 'node_modules', '.cache', name);
  await build({
    config: false,
    entry: { [basename(file, '.ts')]: file, ...(ledger === undefined ? { 'ledger-worker': worker } : {}) },
    outDir,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    dts: false,
    logLevel: 'error',
    inputOptions: {
      resolve: {
        conditionNames: ['source', 'node', 'default'],
        ...(ledger === undefined ? {} : { alias: { '@ombud/ledger': ledger } }),
      },
    },
    noExternal: [/^@ombud\//],
    external: [/^@duckdb\//, 'highs', 'pg-native', 'tsdown'],
  });
  return join(outDir, `${basename(file, '.ts')}.mjs`);
}
