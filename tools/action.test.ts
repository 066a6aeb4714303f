import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runAction } from './action-steps.ts';

const root = dirname(import.meta.dirname);
const folder = mkdtempSync(join(tmpdir(), 'ombud-action-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Of 1000 in each group so many were hired. */
function hired(name: string, women: number, men: number): string {
  const rows = [
    ['women', women],
    ['men', men],
  ].flatMap(([who, n]) => [`${who},yes,${n}`, `${who},no,${1000 - Number(n)}`]);
  writeFileSync(join(folder, name), `sex,hired,people\n${rows.join('\n')}\n`);
  return name;
}

const asked = {
  policy: 'us-four-fifths',
  arguments: '--decision=hired=yes\n--groups=sex\n--count=people\n--favourable=positive\n',
};
const all = ['Set up Ombud', 'Audit', 'Show the report', 'Stop where a limit is broken or cannot be told'];

test('the steps of the action: a pass goes on, and its reports and its summary are there', () => {
  const ran = runAction(root, folder, { source: hired('even.csv', 490, 500), ...asked });
  expect(ran).toMatchObject({ exit: 0, steps: all });
  expect(ran.outputs).toEqual({ verdict: 'pass', 'exit-code': '0', report: 'ombud-report' });
  for (const file of ['result.json', 'report.html', 'report.md', 'junit.xml', 'result.sarif'])
    expect(existsSync(join(folder, 'ombud-report', file)), file).toBe(true);
  expect(ran.summary).toBe(readFileSync(join(folder, 'ombud-report', 'report.md'), 'utf8'));
});

test('a fail stops the job after its reports are written; with a baseline of it the job goes on, and it stays a fail', () => {
  const source = hired('uneven.csv', 200, 500);
  const failed = runAction(root, folder, { source, out: 'failed', ...asked });
  expect(failed).toMatchObject({ exit: 1, steps: all, outputs: { verdict: 'fail', 'exit-code': '1' } });
  const write = `${asked.arguments}--write-baseline=known.json`;
  runAction(root, folder, { source, ...asked, arguments: write });
  const stored = runAction(root, folder, { source, baseline: 'known.json', ...asked, summary: 'false' });
  expect(stored).toMatchObject({ exit: 0, summary: '', outputs: { verdict: 'fail', 'exit-code': '0' } });
  expect(stored.steps).not.toContain('Show the report');
});

test('cannot tell stops the job too, and what is wrong use says so and writes nothing', () => {
  writeFileSync(join(folder, 'few.csv'), 'sex,hired,people\nwomen,yes,3\nwomen,no,5\nmen,yes,4\nmen,no,4\n');
  expect(runAction(root, folder, { source: 'few.csv', ...asked })).toMatchObject({
    exit: 3,
    outputs: { verdict: 'cannot-tell' },
  });
  const wrong = runAction(root, folder, { source: 'absent.csv', out: 'wrong', ...asked });
  expect(wrong).toMatchObject({ exit: 2, summary: '', outputs: { verdict: '', 'exit-code': '2' } });
  expect(wrong.log).toContain('[OMBUD_E_NO_SOURCE]');
});

test('what is given to the action is never run by the shell', () => {
  const hostile = '$(touch ran); `touch ran`; "; touch ran; "';
  for (const name of ['source', 'policy', 'baseline', 'config', 'arguments', 'out'])
    runAction(root, folder, { source: 'even.csv', ...asked, [name]: hostile });
  expect(existsSync(join(folder, 'ran'))).toBe(false);
  const text = readFileSync(join(root, 'action', 'action.yml'), 'utf8');
  expect(
    text.match(/run: .*\$\{\{|^ {8}.*\$\{\{(?! (inputs|steps\.audit\.outputs)\.[\w-]+ \}\}$)/m),
  ).toBeNull();
});

// From the Go index: go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.7
const actionlint = process.env.OMBUD_ACTIONLINT ?? 'actionlint';
const hasLint = spawnSync(actionlint, ['-version']).status === 0;

test.skipIf(!hasLint)(
  `actionlint finds nothing in the workflow${hasLint ? '' : ' (skipped: no actionlint)'}`,
  () => {
    const workflow = join(root, 'examples', 'pipelines', 'github.yml');
    const { stdout, status } = spawnSync(actionlint, ['-no-color', workflow], { encoding: 'utf8' });
    expect([stdout, status]).toEqual(['', 0]);
  },
);
