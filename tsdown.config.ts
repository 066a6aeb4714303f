import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'tsdown';

/** One character that takes two bytes makes the engine hold each character of its file in two. */
const inOneByte: NonNullable<UserConfig['plugins']> = {
  name: 'in-one-byte',
  generateBundle(_, bundle) {
    for (const part of Object.values(bundle)) if (part.type === 'chunk') part.code = escaped(part.code);
  },
};

/** A character that is escaped already is so once. */
const escaped = (code: string): string =>
  code.replace(/(\\*)([\u0100-\uffff])/g, (_, before: string, character: string) => {
    const backslashes = before.length % 2 === 0 ? before : before.slice(1);
    return `${backslashes}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

const common: UserConfig = {
  outDir: 'packages/cli/dist',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  dts: false,
  clean: true,
  minify: true,
  plugins: [inOneByte],
  inputOptions: {
    resolve: {
      // `import` and `require` are added by the bundler, each where it belongs.
      conditionNames: ['source', 'node', 'default'],
      // What `require` finds of it is written so that the minifier mistakes one name for another.
      alias: { '@opentelemetry/api': fileURLToPath(import.meta.resolve('@opentelemetry/api')) },
    },
    transform: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  },
  noExternal: [/.*/],
  // DuckDB's own sixty small files are bundled, its binary is not; highs finds its WebAssembly beside itself.
  external: ['@duckdb/node-bindings', 'highs', 'pg-native'],
};

// The command is bundled in parts, each loaded when a command needs it; only native and very large packages stay outside.
const command: UserConfig = {
  ...common,
  entry: { ombud: 'packages/cli/src/main.ts' },
  // A part costs half a millisecond to find and link, and an audit took sixty: what every command needs is one part, what an
  // audit needs is another. What is small and shared stands apart, so that no other command loads the audit for it.
  outputOptions: {
    codeSplitting: {
      groups: [
        // `--version` loads this and nothing else.
        { name: 'version', test: /kernel.src.version\.ts$/, priority: 5 },
        { name: 'command', test: /cli.src.program\.ts$/, priority: 4 },
        {
          name: 'base',
          test: /packages.(?:kernel.src|[a-z]+.src.errors\.ts|app.src.files\.ts)/,
          priority: 3,
        },
        // A check of a ledger loads no audit.
        { name: 'ledger', test: /packages.(?:ledger.src|app.src.fsck\.ts)/, priority: 2 },
        { name: 'audit', test: /cli.src.audit.run-audit\.ts$/, priority: 1 },
      ],
    },
  },
};

// The ledger's thread is a file that the ledger looks for beside itself. It shares no part with the command: each thread would
// load all that an audit needs, 15 MB of it.
const thread: UserConfig = { ...common, entry: { 'ledger-worker': 'packages/ledger/src/worker/worker.ts' } };

export default defineConfig([command, thread]);
