// Every name that our packages export, and what stands above it in the source.
import { join, relative } from 'node:path';
import ts from 'typescript';
import { libraries } from './build-packages.ts';

const root = join(import.meta.dirname, '..');

/** One exported name. */
export interface Export {
  /** `@ombud/stats` or `@ombud/tlog/tree`. */
  readonly entry: string;
  readonly name: string;
  /** The file that declares it, relative to the repository. */
  readonly file: string;
  /** Its description; empty where it has none. */
  readonly text: string;
}

/** Reads all packages at once. */
export function readExports(): Export[] {
  const entries = libraries().flatMap(({ folder, manifest }) =>
    Object.entries(manifest.exports ?? {}).flatMap(([path, { source = '' }]) =>
      source.endsWith('.ts')
        ? [{ entry: `${manifest.name}${path.slice(1)}`, file: join(folder, source) }]
        : [],
    ),
  );
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    options,
  );
  const checker = program.getTypeChecker();
  return entries.flatMap(({ entry, file }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${relative(root, file)} is no module`);
    return checker.getExportsOfModule(module).map((exported) => {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const declared = symbol.declarations?.[0]?.getSourceFile().fileName ?? file;
      const text = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
      return { entry, name: exported.name, file: relative(root, declared), text };
    });
  });
}
