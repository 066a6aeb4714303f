/** The packages as others get them: packed, installed into an empty folder elsewhere, and the documents' programs run. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { giveReceipt, initLedger, publishLog, recordDecisions } from '@ombud/app';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPackages, libraries } from './build-packages.ts';

const root = dirname(import.meta.dirname);
const packages = libraries();
const folder = mkdtempSync(join(tmpdir(), 'ombud-pack-'));
const run = async (command: string, args: readonly string[], cwd = folder): Promise<string> =>
  (await promisify(execFile)(command, [...args], { cwd, encoding: 'utf8', timeout: 300_000 })).stdout;

let server: Server;
let url = '';
let key = '';
let receipt = '';
let entry = '';

/** What the documents take as given: a file of decisions, a ledger, a receipt from it and its published log. */
async function prepare(): Promise<void> {
  const context = { now: Date.now, randomBytes, progress: () => {} };
  const location = join(folder, 'decisions');
  ({ key } = await initLedger({ location, origin: 'example.org/loans' }));
  const roles = { system: 'loans', subject: 'id', decision: 'granted', attributes: ['sex'], inputs: null };
  async function* rows() {
    yield Array.from({ length: 300 }, (_, i) => ({
      line: i,
      values: { id: `p${i}`, granted: 'yes', sex: 'F' },
    }));
  }
  await recordDecisions({ location, rows: rows(), roles }, context);
  ({ receipt, entry } = await giveReceipt({ location, index: 7 }));
  await publishLog({ location, to: join(folder, 'log') });
  const people = Array.from({ length: 40 }, (_, i) => `${i % 2 ? 'F' : 'M'},${i % 3 ? 'yes' : 'no'}`);
  writeFileSync(join(folder, 'decisions.csv'), `sex,approved\n${people.join('\n')}\n`);
}

beforeAll(async () => {
  expect(buildPackages(packages)).toEqual([]);
  run(
    process.execPath,
    [join(root, 'node_modules', 'tsdown', 'dist', 'run.mjs'), '--logLevel', 'error'],
    root,
  );
  const command = { folder: join(root, 'packages', 'cli') };
  mkdirSync(join(folder, 'packed'));
  const npm = (args: readonly string[], cwd: string) => run('npm', [...args, '--loglevel=error'], cwd);
  for (const one of [...packages, command])
    await npm(['pack', '--pack-destination', join(folder, 'packed')], one.folder);
  const packed = readdirSync(join(folder, 'packed')).map((file) => `./packed/${file}`);
  writeFileSync(join(folder, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }\n');
  await npm(['install', '--no-audit', '--no-fund', '--prefer-offline', ...packed], folder);
  await prepare();
  server = createServer((request, response) => {
    const file = join(folder, 'log', request.url ?? '');
    if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  url = `http://127.0.0.1:${port}`;
}, 600_000);
afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const names = packages.flatMap(({ manifest }) =>
  Object.keys(manifest.exports ?? {}).map((path) => `${manifest.name}${path.slice(1)}`),
);

test.each(names)('%s is imported on this Node from a folder outside the repository', async (name) => {
  const told = await run(process.execPath, [
    '--input-type=module',
    '-e',
    `console.log(Object.keys(await import('${name}')).length)`,
  ]);
  // What a thread starts with gives nothing to who imports it.
  expect(Number(told)).toBeGreaterThanOrEqual(name.endsWith('/worker') ? 0 : 1);
});

/** Programs of the documents that import our packages: [page (number), text]. */
const programs = readdirSync(join(root, 'docs'))
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) =>
    [...readFileSync(join(root, 'docs', file), 'utf8').matchAll(/```(?:ts|js)\n([\s\S]*?)```/g)]
      .map(([, text = '']) => text)
      .filter((text) => /from '@ombud\//.test(text))
      .map((text, i) => [`${file} (${i + 1})`, text] as const),
  );

test('there are programs to run', () => {
  expect(programs.map(([page]) => page)).toEqual(
    expect.arrayContaining(['recording.md (1)', 'verifying.md (1)', 'verifying.md (2)', 'programs.md (1)']),
  );
});

/** A program with what its page says that the reader has: a key, a receipt and its entry, the address of a log. */
const complete = (text: string): string => {
  const given = [
    ['receiptText', `const receiptText = ${JSON.stringify(receipt)};`],
    ['entryBytes', `const entryBytes = new TextEncoder().encode(${JSON.stringify(entry)});`],
    ['url}', `const url = ${JSON.stringify(url)};`],
  ] as const;
  const lines = given.filter(([name]) => text.includes(name)).map(([, line]) => line);
  return `${lines.join('\n')}\n${text.replace(/'example\.org\/loans\+[^']*\.\.\.'/, JSON.stringify(key))}`;
};

test.each(programs)('the program of %s runs as a reader would run it', async (page, text) => {
  const file = `${page.replace(/\W+/g, '-')}.ts`;
  writeFileSync(join(folder, file), complete(text));
  const told = await run(process.execPath, [file]);
  if (page === 'recording.md (1)') expect(told).toMatch(/^entry \d+\n$/);
  if (page === 'verifying.md (1)') expect(told).toBe('entry 7 of 300 in example.org/loans\n');
  if (page === 'programs.md (1)') expect(told).toMatch(/^cannot-tell 40\n#/);
  if (page === 'programs.md (2)') expect(told).toContain('Did you mean "berkeley-1973"?');
});

test('the types of the packages fit the programs of the documents', async () => {
  const files = programs.map(([page]) => `${page.replace(/\W+/g, '-')}.ts`);
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--skipLibCheck'];
  const types = ['--typeRoots', join(root, 'node_modules', '@types'), '--types', 'node'];
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  expect(await run(process.execPath, [tsc, ...flags, ...types, ...files])).toBe('');
});

test('the command that was installed runs', async () => {
  const ombud = join(folder, 'node_modules', '.bin', 'ombud');
  expect(await run(process.execPath, [ombud, '--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
  const asked = [
    'audit',
    'decisions.csv',
    '--decision',
    'approved=yes',
    '--groups',
    'sex',
    '--format',
    'json',
  ];
  expect(JSON.parse(await run(process.execPath, [ombud, ...asked])).coverage.counted).toBe(40);
});
