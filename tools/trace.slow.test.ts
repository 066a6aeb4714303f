import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('a decision passes at most 20 files between the command and the page, and none of them twice', () => {
  const script = join(import.meta.dirname, 'trace.ts');
  const { stdout, stderr } = spawnSync(process.execPath, ['--conditions=source', script], {
    encoding: 'utf8',
  });
  const [, files, again] = /^(\d+) files, (\d+) of them entered again/m.exec(stdout) ?? [];
  expect(Number(files), stderr).toBeGreaterThan(10);
  expect(Number(files)).toBeLessThanOrEqual(20);
  expect(Number(again)).toBe(0);
}, 120_000);
