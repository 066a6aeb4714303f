// The house: a package stands on a floor and imports only from the floors below it, or from the rooms of its own floor
// that are named in `beside`. ARCHITECTURE.md draws the same.
const floors = [
  ['kernel'],
  ['contract', 'client'],
  ['words', 'stats', 'tlog'],
  ['ui', 'model', 'table', 'ledger'],
  ['report', 'audit', 'explain', 'contest', 'register', 'release', 'labels', 'probe', 'deployment'],
  ['app', 'incidents'],
  ['cli', 'server'],
];

/** Rooms that may lean on a neighbour of their floor. Each line has its reason in docs/adr/0011, that of cli in 0052. */
const beside = { table: ['ledger'], report: ['audit', 'contest'], app: ['incidents'], cli: ['server'] };

const place = (name) => (name === 'incidents' ? 'incidents/' : `packages/${name}/`);

const upward = floors.flatMap((floor, level) =>
  floor.flatMap((name) => {
    const allowed = new Set([name, ...(beside[name] ?? []), ...floors.slice(0, level).flat()]);
    const others = floors.flat().filter((other) => !allowed.has(other));
    // The front above all others may lean on everything.
    if (others.length === 0) return [];
    return {
      name: `${name}-imports-only-from-below`,
      severity: 'error',
      from: { path: `^${place(name)}src`, pathNot: '\\.test\\.tsx?$' },
      to: { path: `^(${others.map(place).join('|')})` },
    };
  }),
);

/** Folders and files that must stay free of input and output, so that they can be tested and run anywhere. */
const pure = [
  '^packages/contest/src/(machines|notice|packs|time)/',
  '^packages/(kernel|contract|words|stats|explain|ui|release|deployment)/src',
  '^packages/audit/src/(answer|audits|policy)/',
  '^packages/table/src/cells\\.ts$',
  '^packages/report/src',
  '^incidents/src',
  '^packages/tlog/src/verify/',
];

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-core-does-no-io',
      severity: 'error',
      from: { path: pure, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|sqlite|crypto|process|os|path)$|@duckdb|kysely|^pg$',
      },
    },
    {
      name: 'verifier-stands-alone',
      comment: 'The verifier runs in a browser and needs only the kernel of ours.',
      severity: 'error',
      from: { path: '^packages/tlog/src/verify/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/', pathNot: '^packages/(tlog/src/verify|kernel/src)/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$' },
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'test-tools-are-for-tests',
      severity: 'error',
      from: { path: '^(packages|incidents)/', pathNot: '\\.test\\.tsx?$|/test/|^packages/testing/' },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: '\\.test\\.tsx?$|^packages/testing/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default'],
    },
  },
};
