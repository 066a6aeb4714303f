// Arrows point down only: cli -> server -> client -> report -> audit -> explain -> release -> ledger -> stats.
const order = ['cli', 'server', 'client', 'report', 'audit', 'explain', 'release', 'ledger', 'stats'];

const upward = order.map((name, index) => ({
  name: `${name}-imports-only-what-is-below`,
  severity: 'error',
  from: { path: `^packages/${name}/src` },
  to: { path: `^packages/(${order.slice(0, index).join('|') || '$^'})/` },
}));

/** Folders and files that must stay free of input and output, so that they can be tested and run anywhere. */
const pure = [
  '^packages/stats/src',
  '^packages/audit/src/(audits|policy)/',
  '^packages/audit/src/(cells|result|finding)\\.ts$',
  '^packages/report/src',
  '^incidents/src',
  '^packages/ledger/src/verify/',
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
      comment: 'The verifier runs in a browser and depends on nothing else of ours.',
      severity: 'error',
      from: { path: '^packages/ledger/src/verify/', pathNot: '\\.test\\.ts$' },
      to: { path: '^packages/', pathNot: '^packages/ledger/src/verify/' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { pathNot: '\\.test\\.tsx?$' },
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { path: '^packages/[^/]+/src', pathNot: '\\.test\\.tsx?$' },
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
