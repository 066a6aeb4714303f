/** The files of the repository that are written by a program from another place of it; holidays and incidents are not. */
import { join } from 'node:path';
import { schemaFiles } from '@ombud/contract';
import { machines } from '../packages/contest/src/index.ts';
import { kernelSource } from '../packages/explain/src/attributions/kernel-source.ts';
import { bundleForBrowser } from './bundle-for-browser.ts';
import { compileAssembly } from './compile-assembly.ts';
import { drawMachine } from './machine-drawing.ts';

export const root = join(import.meta.dirname, '..');

type Files = Readonly<Record<string, string>>;

const inFolder = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

const drawings = (): Files =>
  Object.fromEntries(Object.values(machines).map((machine) => [`${machine.name}.svg`, drawMachine(machine)]));

/** A module for a browser as a text in another module, so that the command needs no bundler. */
async function scriptModule(source: string, name: string): Promise<Files> {
  // An end tag in a text would end the element that the script stands in.
  const script = (await bundleForBrowser(join(root, `${source}.ts`))).replaceAll('</script', '<\\/script');
  const head = `/** Written by \`npm run write\` from ${source.split('/').pop()}.ts. */\n`;
  return {
    [`${source}.generated.ts`]: `${head}export const ${name}: string =\n  ${JSON.stringify(script)};\n`,
  };
}

const assemblyModule = async (folder: string, file: string): Promise<Files> => ({
  [file]: `/** Written by \`npm run write\` from ${folder}. */\nexport const assembly =\n  '${await compileAssembly(join(root, folder))}';\n`,
});

/** Every written file: its place from the root, and its text as it is to be. */
export const writtenFiles = async (): Promise<Files> => ({
  ...inFolder('packages/contract/schema', schemaFiles()),
  'packages/explain/src/attributions/quadrature-kernels.ts': kernelSource(),
  ...inFolder('docs/images/machines', drawings()),
  ...(await assemblyModule('packages/ledger/assembly', 'packages/ledger/src/lines/assembly.generated.ts')),
  ...(await scriptModule('packages/app/src/verifier/in-page', 'verifierScript')),
  ...(await scriptModule('packages/server/src/portal/check-proof', 'checkerScript')),
});
