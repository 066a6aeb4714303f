import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ombud-deploy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const compose = (port: string) =>
  `services:\n  tracking:\n    image: mlflow/mlflow\n    ports: ["${port}"]\n`;

test('an open dashboard fails the check and is named with its file and way in', async () => {
  const path = file('compose.yaml', compose('80:5000'));
  const { exit, out } = await ombud('check-deployment', path);
  expect(exit).toBe(1);
  expect(out).toContain(`${path}:`);
  expect(out).toContain('MLflow (tracking) by ports tracking');
});

test('one that only this machine reaches passes, and says what was looked at', async () => {
  file('compose.yaml', compose('127.0.0.1:80:5000'));
  const { exit, out } = await ombud('check-deployment', folder);
  expect(exit).toBe(0);
  expect(out).toContain('documents read: 1');
});

test('a template that was not rendered is no pass', async () => {
  file('ok.yaml', compose('127.0.0.1:80:5000'));
  const path = file('template.yaml', 'a: [1\nb: {{ .Values.x }}\n');
  const { exit, err } = await ombud('check-deployment', folder);
  expect(exit).toBe(2);
  expect(err).toContain(`${path}:`);
});

test('a manifest that is not there is said, and so is a folder without any', async () => {
  const missing = await ombud('check-deployment', join(folder, 'nowhere.yaml'));
  expect(missing.exit).toBe(2);
  expect(missing.err).toContain('nowhere.yaml');
  expect((await ombud('check-deployment', folder)).exit).toBe(2);
});

test('as JSON, for programs', async () => {
  const { exit, out } = await ombud('check-deployment', file('c.yaml', compose('80:5000')), '--json');
  expect(exit).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ ways: 1, exposed: [{ dashboard: 'MLflow', by: 'ports' }] });
});

test('a file of settings beside a compose file is read; one that is not there is no pass', async () => {
  const path = file(
    'compose.yaml',
    'services:\n  graf: { image: grafana/grafana, ports: ["3000:3000"], env_file: x.env }\n',
  );
  const without = await ombud('check-deployment', path);
  expect([without.exit, without.err]).toEqual([2, expect.stringContaining('the file "x.env"')]);
  file('x.env', 'GF_AUTH_ANONYMOUS_ENABLED=true\n');
  const open = await ombud('check-deployment', folder);
  expect([open.exit, open.out]).toEqual([1, expect.stringContaining('GF_AUTH_ANONYMOUS_ENABLED=true')]);
  file('x.env', 'GF_SECURITY_ADMIN_USER=somebody\n');
  expect((await ombud('check-deployment', folder)).exit).toBe(0);
});
