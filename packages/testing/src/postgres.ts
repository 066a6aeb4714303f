/** A PostgreSQL of the tests' own: in a temporary folder, on a socket and a free port, gone afterwards. */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port.ts';

export interface TestPostgres {
  /** A URL of a new, empty database. */
  newDatabase(): string;
  /** Runs SQL as the superuser. */
  sql(url: string, text: string): string;
  stop(): void;
}

const root = '/usr/lib/postgresql';

/** The folder with PostgreSQL's programs, or null where none is installed. */
export function postgresBinaries(): string | null {
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((v) => join(root, v, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
  );
}

const isRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root; there its own account runs it. */
function run(file: string, args: readonly string[]): string {
  const [program, all] = isRoot ? ['runuser', ['-u', 'postgres', '--', file, ...args]] : [file, [...args]];
  return execFileSync(program, all, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: tmpdir() });
}

export async function startPostgres(): Promise<TestPostgres> {
  const bin = postgresBinaries();
  if (bin === null) throw new Error('no PostgreSQL is installed');
  const folder = mkdtempSync(join(tmpdir(), 'ombud-pg-'));
  if (isRoot) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })),
    );
    chownSync(folder, uid ?? 0, gid ?? 0);
  }
  const data = join(folder, 'data');
  const port = await freePort();
  run(join(bin, 'initdb'), [
    '-D',
    data,
    '-U',
    'ombud',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-locale',
    '--no-sync',
  ]);
  run(join(bin, 'pg_ctl'), [
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `-p ${port} -k ${folder} -h 127.0.0.1`,
    'start',
  ]);
  let databases = 0;
  const sql = (url: string, text: string) =>
    run(join(bin, 'psql'), [url, '-v', 'ON_ERROR_STOP=1', '-Atc', text]);
  const base = `postgres://ombud@127.0.0.1:${port}`;
  return {
    newDatabase: () => {
      databases += 1;
      sql(`${base}/postgres`, `create database test${databases}`);
      return `${base}/test${databases}`;
    },
    sql,
    stop: () => {
      run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
