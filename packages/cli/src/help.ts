import { hasWords, say } from '@ombud/words';
import type { Argument, Command, Help, Option } from 'commander';
import { language } from './terminal.ts';

/** The way to a command: `['ledger', 'append']`; empty for `ombud` itself. */
export type Path = readonly string[];

const placeOf = (path: Path): string => (path.length === 0 ? 'ombud' : path.join('-'));

/** The text of a key; empty where there is none. What several commands have stands under `any`. */
function textAt(path: Path, name: string): string {
  const own = `help/${placeOf(path)}/${name}`;
  if (hasWords(own)) return say(language, own);
  const shared = `help/any/${name}`;
  return hasWords(shared) ? say(language, shared) : '';
}

/** What a command does; empty for one that has only a summary. */
function commandText(path: Path): string {
  const key = `help/${placeOf(path)}`;
  return hasWords(key) ? say(language, key) : '';
}

/** What a command does, in a few words where it has a short text. */
export const summaryText = (path: Path): string => textAt(path, 'summary') || commandText(path);

/** What a flag is for. */
export const flagText = (path: Path, { long }: Pick<Option, 'long'>): string =>
  textAt(path, (long ?? '').slice(2));

/** What is taken where nothing is said: true and false are for programs, and an empty list says nothing. */
function defaultOf({ defaultValue }: Option | Argument): string[] {
  const says = typeof defaultValue === 'string' || typeof defaultValue === 'number';
  return says ? [say(language, 'help/default', { value: JSON.stringify(defaultValue) })] : [];
}

function choicesOf({ argChoices }: Option | Argument): string[] {
  const choices = argChoices?.map((choice) => JSON.stringify(choice)).join(', ');
  return choices === undefined ? [] : [say(language, 'help/choices', { choices })];
}

const described = (text: string, of: Option | Argument): string =>
  [text, ...[...choicesOf(of), ...defaultOf(of)].map((extra) => `(${extra})`)].join(' ');

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'usage',
  'Arguments:': 'arguments',
  'Options:': 'options',
  'Commands:': 'commands',
};

/** The heading of a part of the help: one of Commander's, or a group that a command declares by its key. */
const titleText = (title: string): string => say(language, `help/title/${titles[title] ?? title}`);

/** How the help of a command is told: in the words of the language, by the command's path and the names of its flags. */
function helpOf(path: Path): Partial<Help> {
  return {
    showGlobalOptions: false,
    commandDescription: () => commandText(path),
    subcommandDescription: (command) =>
      command.name() === 'help' ? textAt(path, 'help') : summaryText([...path, command.name()]),
    optionDescription: (option) => described(flagText(path, option), option),
    visibleArguments: (command) => [...command.registeredArguments],
    argumentDescription: (argument) => described(textAt(path, argument.name()), argument),
    styleTitle: titleText,
  };
}

/** Lets a command and those under it tell their help. */
export function tellHelp(command: Command, path: Path = []): void {
  command.configureHelp(helpOf(path));
  for (const child of command.commands) tellHelp(child, [...path, child.name()]);
}

/** Lines to type, under their heading. */
export const examples = (lines: string) => (): string => `\n${titleText('examples')}\n${lines}`;
