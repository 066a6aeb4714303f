/** What lies in our own `deploy` works: nobody can reach it without a login, its settings are read, its probes are answered. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { startServer, temporaryFolder } from '../../server/test/world.ts';
import { checkDeployment } from './index.ts';

const deploy = join(import.meta.dirname, '..', '..', '..', 'deploy');
const read = (...path: string[]): string => readFileSync(join(deploy, ...path), 'utf8');

interface Manifest {
  readonly kind: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
  };
}
interface Container {
  readonly name: string;
  readonly readinessProbe?: { readonly exec: { readonly command: readonly string[] } };
  readonly livenessProbe?: { readonly exec: { readonly command: readonly string[] } };
}

const manifests = parseAllDocuments(read('kubernetes', 'ombud.yaml')).map((one) => one.toJS() as Manifest);
const ofKind = (kind: string) => manifests.find((one) => one.kind === kind);

const all = ['compose.yaml', 'kubernetes/ombud.yaml', 'settings.json'];

test('our own check finds no way in without a login', () => {
  const { exposed, unreadable, documents } = checkDeployment(all.map((name) => ({ name, text: read(name) })));
  expect({ exposed, unreadable }).toEqual({ exposed: [], unreadable: [] });
  expect(documents).toBeGreaterThanOrEqual(5);
});

test('it would find one: a service that is open to the world in place of the proxy', () => {
  const open = read('kubernetes', 'ombud.yaml')
    .replace('type: ClusterIP', 'type: LoadBalancer')
    .replaceAll('image: ombud', 'image: mlflow/mlflow');
  expect(checkDeployment([{ name: 'open.yaml', text: open }]).exposed.length).toBeGreaterThan(0);
});

/** The settings as a server of the test reads them: in a folder of its own, on SQLite. */
async function servedWith(settings: Record<string, unknown>) {
  const { database: _, ...rest } = settings;
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(rest));
  return startServer({ folder });
}

test.each([
  ['deploy/settings.json', () => read('settings.json')],
  ['the settings of Kubernetes', () => ofKind('ConfigMap')?.data?.['settings.json'] ?? ''],
])('%s can be used, and a probe on loopback is answered whatever the public name is', async (_, text) => {
  const settings = JSON.parse(text()) as Record<string, unknown>;
  const { url, services } = await servedWith(settings);
  expect(url).toBe(settings['publicUrl']);
  expect(services.ledger.origin).toBe(settings['origin']);
});

test('the probes of Kubernetes are answered on loopback, and fail where nobody answers', async () => {
  const settings = JSON.parse(ofKind('ConfigMap')?.data?.['settings.json'] ?? '{}') as Record<
    string,
    unknown
  >;
  const { publicUrl: _, database: __, ...rest } = settings;
  const folder = temporaryFolder();
  // The address is asked for first; then the public name hides it.
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(rest));
  const running = await startServer({ folder });
  const { port } = new URL(running.url);
  const named = { ...running.services.place.settings, publicUrl: 'https://decisions.example.org' };
  Object.assign(running.services.place, { settings: named });
  const ombud = ofKind('StatefulSet')?.spec?.template.spec.containers.find(({ name }) => name === 'ombud');
  const commands = [ombud?.readinessProbe, ombud?.livenessProbe].map((probe) => probe?.exec.command ?? []);
  expect(commands.map(([program]) => program)).toEqual(['node', 'node']);
  const run = ([, ...args]: readonly string[], at: string) =>
    promisify(execFile)(
      process.execPath,
      args.map((arg) => arg.replace('8461', at)),
    );
  for (const command of commands) {
    await run(command, port);
    await expect(run(command, '9')).rejects.toMatchObject({ code: 1 });
  }
  const elsewhere = await fetch(`${running.url}/healthz`, {
    headers: { 'x-forwarded-host': 'evil.example' },
  });
  expect(elsewhere.status).toBe(403);
});

test('compose: only the proxy listens for others, and Ombud shares its loopback', () => {
  const { services } = parse(read('compose.yaml')) as {
    services: Record<string, { ports?: string[]; network_mode?: string }>;
  };
  expect(
    Object.entries(services).flatMap(([name, { ports }]) => (ports === undefined ? [] : [name])),
  ).toEqual(['proxy']);
  expect(services['ombud']?.network_mode).toBe('service:proxy');
  for (const file of ['Containerfile', 'ombud.service']) {
    expect(read(file)).toMatch(/--host[", ]+127\.0\.0\.1/);
  }
});
