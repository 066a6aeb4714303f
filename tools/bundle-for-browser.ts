import { rolldown } from 'rolldown';

/**
 * A module and what it needs as one minified script for a browser. The build fails on anything that a browser does not have.
 * @param name of the global that holds its exports
 */
export async function bundleForBrowser(input: string, name?: string): Promise<string> {
  const bundle = await rolldown({
    input,
    platform: 'browser',
    resolve: { conditionNames: ['source', 'import', 'browser', 'default'] },
    onLog: (level, log) => {
      if (level !== 'debug' && level !== 'info') throw new Error(log.message);
    },
  });
  const { output } = await bundle.generate({
    format: 'iife',
    minify: true,
    ...(name === undefined ? {} : { name }),
  });
  await bundle.close();
  return output[0].code;
}
