import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inFolderBeside } from './folder-beside.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-beside-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('what a killed process left is taken away by the next; what another one still uses, and other files, stay', async () => {
  const parent = temporaryFolder();
  const { pid } = spawnSync(process.execPath, ['--version']);
  const left = join(parent, `out.ndjson.new-${pid}-abc`);
  const used = join(parent, `out.ndjson.new-${process.ppid}-abc`);
  const others = [join(parent, `more.ndjson.new-${pid}-abc`), join(parent, 'out.ndjson.new-mine')];
  for (const folder of [left, used, ...others]) {
    mkdirSync(folder);
    writeFileSync(join(folder, 'rows.ndjson'), '{}');
  }
  const during = await inFolderBeside(join(parent, 'out.ndjson'), async (folder) => {
    expect(statSync(folder).mode & 0o077).toBe(0);
    return readdirSync(parent).length;
  });
  expect(during).toBe(4);
  expect([left, used, ...others].map(existsSync)).toEqual([false, true, true, true]);
  expect(readdirSync(parent)).toHaveLength(3);
});

test('the folder goes with an error too', async () => {
  const parent = temporaryFolder();
  const failing = inFolderBeside(join(parent, 'out.csv'), async () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(readdirSync(parent)).toEqual([]);
});
