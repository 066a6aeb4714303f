import { english } from '@ombud/words';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { ombud } from '../test/run-command.ts';
import { flagText, summaryText } from './help.ts';
import { program } from './program.ts';

interface Found {
  readonly path: readonly string[];
  readonly command: Command;
}

const all = (command: Command, path: readonly string[] = []): Found[] => [
  { path, command },
  ...command.commands.flatMap((child) => all(child, [...path, child.name()])),
];
const tree = all(program(() => undefined));
const shown = tree.flatMap(({ path, command }) =>
  command.options.filter(({ hidden }) => !hidden).map((option) => ({ path, option })),
);

test('every command and every flag has its words', () => {
  expect(shown.length).toBeGreaterThan(80);
  expect(tree.filter(({ path }) => summaryText(path) === '').map(({ path }) => path.join(' '))).toEqual([]);
  const without = shown.filter(({ path, option }) => flagText(path, option) === '');
  expect(without.map(({ path, option }) => [...path, option.long].join(' '))).toEqual([]);
});

test('no words are left of a command or a flag that is gone', () => {
  const places = new Set(tree.map(({ path }) => path.join('-') || 'ombud'));
  const names = new Set([
    ...['summary', 'help'],
    ...shown.map(({ option }) => option.long?.slice(2)),
    ...tree.flatMap(({ command }) => command.registeredArguments.map((argument) => argument.name())),
  ]);
  const parts = new Set(['any', 'title', 'after-error', 'choices', 'default', 'exit-codes', ...places]);
  const keys = Object.keys(english.catalogue).filter((key) => key.startsWith('help/'));
  const gone = keys.filter((key) => {
    const [, place = '', name] = key.split('/');
    return !parts.has(place) || (place !== 'title' && name !== undefined && !names.has(name));
  });
  expect(gone).toEqual([]);
});

test('every group of flags and commands has a heading', async () => {
  for (const { path } of tree) {
    const { out, exit } = await ombud(...path, '--help');
    expect(exit).toBe(0);
    expect(out).toContain('Usage: ombud');
  }
});

test('the help is told in the language that is asked for, before or after the command', async () => {
  for (const args of [
    ['--lang', 'es', 'audit', '--help'],
    ['audit', '--help', '--lang=es'],
  ]) {
    const { out } = await ombud(...args);
    expect(out).toMatch(/^Uso: ombud audit/);
    expect(out).toContain('Qué son las columnas:');
    expect(out).toContain('columna de la puntuación');
    expect(out).toContain('Ejemplos:');
    expect(out).not.toMatch(/column of the score|Examples:|Options:/);
  }
  expect((await ombud('explain', '--help', '--lang', 'es')).out).toMatch(/\(por\s+defecto: "3"\)/);
  expect((await ombud('--help')).out).toContain('Makes machine decisions answerable');
});
