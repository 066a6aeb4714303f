/** Compiles AssemblyScript to WebAssembly. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'assemblyscript/asc';

const out = 'out.wasm';

/**
 * @param folder holds `index.ts`
 * @returns the module in base64
 */
export async function compileAssembly(folder: string): Promise<string> {
  const written = new Map<string, Uint8Array>();
  const { error, stderr } = await main(
    ['index.ts', '--outFile', out, '-O3', '--noAssert', '--enable', 'simd', '--runtime', 'stub'],
    {
      readFile: (name) => read(join(folder, name)),
      writeFile: (name, bytes) => {
        written.set(name, Buffer.from(bytes));
      },
      listFiles: () => [],
    },
  );
  const bytes = written.get(out);
  if (error !== null || bytes === undefined) throw new Error(stderr.toString());
  return Buffer.from(bytes).toString('base64');
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The compiler asks for a file in several places.
    return null;
  }
}
