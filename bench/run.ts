// npm run bench -- NAME [options]: one name a benchmark.
import { argv } from 'node:process';

const [wanted, ...args] = argv.slice(2);

const benches: Readonly<Record<string, () => Promise<void>>> = {
  audit: async () => (await import('./audit.ts')).audit(args),
  explain: async () => (await import('./explain.ts')).explain(args),
  appenders: async () => (await import('./ledger-appenders.ts')).benchAppenders(args),
  'ledger-large': async () => (await import('./ledger-large.ts')).benchLarge(args),
  'ledger-read': async () => (await import('./ledger-read.ts')).benchRead(args),
  recourse: async () => (await import('./recourse.ts')).recourse(args),
  ledger: async () => {
    await import('./ledger.ts');
  },
  server: async () => (await import('./server.ts')).benchServer(args),
  verdicts: async () => (await import('./verdicts.ts')).verdicts(args),
  search: async () => (await import('./search.ts')).search(args),
  scores: async () => (await import('./scores.ts')).scores(args),
  monitoring: async () => (await import('./monitoring.ts')).monitoring(args),
  dataframe: async () => (await import('./dataframe.ts')).dataframe(args),
  trino: async () => (await import('./trino.ts')).trino(args),
  against: async () => (await import('./against.ts')).against(args),
  peers: async () => (await import('./peers.ts')).installPeers(),
};

const bench = benches[wanted ?? ''];
if (bench === undefined) {
  console.error(`Say which bench: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exitCode = 2;
} else {
  try {
    await bench();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
