// Builds packages to `dist`: JavaScript and types, file by file as they stand in `src`, so that a stack trace and a
// search find the same names. node --conditions=source tools/build-packages.ts [NAME...]; without names, all of them.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly bin?: unknown;
  readonly exports?: Readonly<Record<string, { readonly source?: string }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every package that others can install; the command is bundled by tsdown and not one of them. */
export function libraries(): Package[] {
  return globSync(['packages/*/package.json', 'incidents/package.json'], { cwd: root })
    .sort()
    .map((file) => ({
      folder: join(root, dirname(file)),
      manifest: JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest,
    }))
    .filter(({ manifest }) => manifest.private !== true && manifest.bin === undefined);
}

/** The packages of these names, and those of ours that they need. */
function withDependencies(names: readonly string[], all: readonly Package[]): Package[] {
  const wanted = new Set<Package>();
  const add = (name: string): void => {
    const found = all.find(({ manifest }) => manifest.name === name);
    if (found === undefined || wanted.has(found)) return;
    wanted.add(found);
    for (const dependency of Object.keys(found.manifest.dependencies ?? {})) add(dependency);
  };
  for (const name of names) add(name);
  return [...wanted];
}

const entries = ({ folder, manifest }: Package): string[] =>
  Object.values(manifest.exports ?? {}).flatMap(({ source }) =>
    source?.endsWith('.ts') ? [join(folder, source)] : [],
  );

const options = (): ts.CompilerOptions => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const { tsBuildInfoFile: _, ...own } = parsed.options;
  return {
    ...own,
    noEmit: false,
    incremental: false,
    declaration: true,
    sourceMap: false,
    // Types are checked by `npm run check`.
    noCheck: true,
    rewriteRelativeImportExtensions: true,
  };
};

/** `packages/x/src/y.js` lands in `packages/x/dist/y.js`; a file outside of the packages that are built does not land. */
function target(file: string, packages: readonly Package[]): string | null {
  const owner = packages.find(({ folder }) => file.startsWith(`${join(folder, 'src')}${sep}`));
  return owner === undefined ? null : join(owner.folder, 'dist', relative(join(owner.folder, 'src'), file));
}

/** @returns problems that kept something from being written, as text; empty where all went well */
export function buildPackages(packages: readonly Package[]): string[] {
  for (const { folder } of packages) rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const program = ts.createProgram(packages.flatMap(entries), options());
  const { diagnostics, emitSkipped } = program.emit(undefined, (file, text) => {
    const to = target(join(file), packages);
    if (to === null) return;
    mkdirSync(dirname(to), { recursive: true });
    // The compiler rewrites the endings of imports in programs, and not those in declarations.
    writeFileSync(
      to,
      to.endsWith('.d.ts') ? text.replace(/((?:from |import\()'\.[^']+)\.tsx?'/g, "$1.js'") : text,
    );
  });
  const problems = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  const lacking = packages
    .flatMap(entries)
    .map((entry) => target(entry.replace(/\.ts$/, '.js'), packages) ?? entry)
    .filter((file) => !existsSync(file))
    .map((file) => `${relative(root, file)} was not written`);
  return [...problems, ...lacking, ...(emitSkipped ? ['nothing was written'] : [])];
}

if (process.argv[1] === import.meta.filename) {
  const all = libraries();
  const names = process.argv.slice(2);
  const problems = buildPackages(names.length === 0 ? all : withDependencies(names, all));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 4;
}
