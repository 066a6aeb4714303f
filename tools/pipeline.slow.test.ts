/** The action and the script for other pipelines in a clean clone: nothing of this machine but git, Node, npm and its index. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runAction } from './action-steps.ts';

const root = dirname(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), 'ombud-pipeline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const workspace = join(folder, 'workspace');
mkdirSync(workspace);
writeFileSync(
  join(workspace, 'decisions.csv'),
  'sex,hired,people\nwomen,yes,490\nwomen,no,510\nmen,yes,500\nmen,no,500\n',
);
const words = ['--decision=hired=yes', '--groups=sex', '--count=people', '--favourable=positive'];

// What is cloned is this repository; a copy of its files without its history cannot be.
const isClone = existsSync(join(root, '.git'));
const name =
  'the script clones a commit, builds the command and audits; the action does the same in that clone';

test.skipIf(!isClone)(`${name}${isClone ? '' : ' (skipped: this folder is no clone)'}`, () => {
  cpSync(join(root, 'examples', 'pipelines', 'audit.sh'), join(workspace, 'audit.sh'));
  const env = { ...process.env, OMBUD_REPOSITORY: root, OMBUD_COMMIT: 'HEAD' };
  const audited = (...args: string[]) =>
    spawnSync('sh', ['audit.sh', 'decisions.csv', ...words, ...args], {
      cwd: workspace,
      env,
      encoding: 'utf8',
    });
  const first = audited('--policy=us-four-fifths');
  expect([first.status, first.stderr]).toEqual([0, expect.any(String)]);
  expect(existsSync(join(workspace, 'ombud-report', 'junit.xml'))).toBe(true);
  // The clone is there: the second time costs no more than the audit.
  expect(audited('--policy=absent').status).toBe(2);
  const ran = runAction(join(workspace, '.ombud'), workspace, {
    source: 'decisions.csv',
    out: 'by-action',
    policy: 'us-four-fifths',
    arguments: words.join('\n'),
  });
  expect(ran).toMatchObject({ exit: 0, outputs: { verdict: 'pass' } });
});
