import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

/** What bash itself would offer for words that were typed, the last of them unfinished. */
async function offered(...words: string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-completion-'));
  try {
    writeFileSync(join(folder, 'ombud.bash'), (await ombud('completion', 'bash')).out);
    const typed = ['ombud', ...words].map((word) => `'${word}'`).join(' ');
    const script = `source ombud.bash; COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _ombud; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const ran = spawnSync('bash', ['--norc', '-c', script], { cwd: folder, encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    return ran.stdout.trim().split('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!has('bash'))('bash completes commands, subcommands and flags', async () => {
  expect(await offered('ver')).toEqual(['verify']);
  expect(await offered('ledger', 'ap')).toEqual(['append']);
  expect(await offered('ledger', 'append', 'dir', '--sub')).toEqual(['--subject']);
  expect(await offered('audit', 'x.csv', '--fav')).toEqual(['--favourable']);
});

test.each(['zsh', 'fish'])('%s: the script parses, where the shell is here', async (shell) => {
  const { out, exit } = await ombud('completion', shell);
  expect(exit).toBe(0);
  expect(out).toContain('append');
  if (!has(shell)) return;
  const ran = spawnSync(shell, ['-n', '/dev/stdin'], { input: out, encoding: 'utf8' });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
});

test('another shell is refused with the names of those that are known', async () => {
  expect(await ombud('completion', 'csh')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('bash, fish, zsh'),
  });
});
