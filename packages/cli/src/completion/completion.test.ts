import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ombud } from '../../test/run-command.ts';

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

/** How a shell itself is made to say what it offers for words that were typed, the last of them unfinished. */
const askers: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
  bash: (words) => [
    '--norc',
    '-c',
    `source ./script; COMP_WORDS=(${quoted(words)}); COMP_CWORD=${words.length - 1}; _ombud; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ],
  // Outside of its line editor zsh has no place for matches, so what the script hands over is printed.
  zsh: (words) => [
    '-f',
    '-c',
    `autoload -U compinit; compinit -u -D; source ./script
     compadd() { print -l -- \${(M)\${(@P)2}:#$PREFIX*} }
     _files() { : }
     words=(${quoted(words)}); CURRENT=$#words; PREFIX=$words[-1]; _ombud`,
  ],
  fish: (words) => [
    '--no-config',
    '-c',
    `source ./script; complete -C '${words.join(' ')}' | string replace -r '\\t.*' ''`,
  ],
};

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

async function offered(shell: string, ...words: string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ombud-completion-'));
  try {
    writeFileSync(join(folder, 'script'), (await ombud('completion', shell)).out);
    const args = askers[shell]?.(['ombud', ...words]) ?? [];
    const ran = spawnSync(shell, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
    expect(ran.stderr).toBe('');
    return ran.stdout.trim().split('\n').sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.each(['bash', 'zsh', 'fish'])('%s itself', (shell) => {
  const there = test.skipIf(!has(shell));

  there('completes commands, subcommands and flags', async () => {
    expect(await offered(shell, 'ver')).toEqual(['verify']);
    expect(await offered(shell, 'ledger', 'ap')).toEqual(['append']);
    expect(await offered(shell, 'ledger', 'append', 'dir', '--sub')).toEqual(['--subject']);
    expect(await offered(shell, 'audit', 'x.csv', '--fav')).toEqual(['--favourable']);
    expect(await offered(shell, 'audit', '--out')).toEqual(['--out', '--outcome']);
  });

  there('knows commands of one name apart', async () => {
    expect(await offered(shell, 'init', '--f')).toEqual(['--force']);
    expect(await offered(shell, 'ledger', 'init', '--o')).toEqual(['--origin']);
    expect(await offered(shell, 'ledger', 'init', '--f')).toEqual(['']);
  });
});

test('another shell is refused with the names of those that are known', async () => {
  expect(await ombud('completion', 'csh')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('bash, fish, zsh'),
  });
});
