// Writes the script that checks a receipt in a person's own browser: the verifier of `@ombud/tlog`, bundled, as a text that
// the server holds. node --conditions=source tools/write-checker.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

const folder = join(import.meta.dirname, '../packages/server/src/portal');
const file = join(folder, 'checker-script.ts');

/** The script as it is to be. */
export async function checkerCode(): Promise<string> {
  const bundle = await rolldown({
    input: join(folder, 'check-proof.ts'),
    platform: 'browser',
    resolve: { conditionNames: ['source', 'import', 'default'] },
  });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  return output[0].code;
}

/** No placeholder of a template stands in the text: the linter takes it for a mistake. */
const asText = (code: string): string => JSON.stringify(code).replaceAll('${', '\\u0024{');

const head =
  '/** Written by `node --conditions=source tools/write-checker.ts` from `check-proof.ts`; not by hand. */\n';

if (process.argv[1] === import.meta.filename)
  writeFileSync(file, `${head}export const checkerScript: string =\n  ${asText(await checkerCode())};\n`);
