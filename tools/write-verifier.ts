// Writes the script of the page that verifies: node --conditions=source tools/write-verifier.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForBrowser } from '../packages/tlog/test/bundle.ts';

const folder = join(import.meta.dirname, '..', 'packages', 'app', 'src', 'verifier');

/** The module that holds the script as a text, so that the command needs no bundler. */
export async function scriptModule(): Promise<string> {
  // An end tag in a text would end the element that the script stands in.
  const script = (await bundleForBrowser(join(folder, 'in-page.ts'))).replaceAll('</script', '<\\/script');
  return (
    '/** Written by tools/write-verifier.ts from in-page.ts: the script of the page that verifies. */\n' +
    `export const verifierScript =\n  ${JSON.stringify(script)};\n`
  );
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(folder, 'script.generated.ts'), await scriptModule());
