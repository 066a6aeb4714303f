import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url));

/**
 * The verifier as one minified script for a browser, which puts it into the global `ombudVerify`. The build fails on
 * anything that a browser does not have.
 */
export async function bundleVerifier(): Promise<string> {
  const bundle = await rolldown({
    input: entry,
    platform: 'browser',
    resolve: { conditionNames: ['source', 'import', 'browser', 'default'] },
    onLog: (level, log) => {
      if (level !== 'debug' && level !== 'info') throw new Error(log.message);
    },
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'ombudVerify', minify: true });
  await bundle.close();
  return output[0].code;
}
