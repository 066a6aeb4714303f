import type { Command } from 'commander';
import { flagText, summaryText } from '../help.ts';

/** A flag as a shell completes it. */
export interface CompletedFlag {
  readonly long: string;
  readonly short: string | null;
  readonly text: string;
  /** Whether a value follows. */
  readonly takesValue: boolean;
}

/** A command as a shell completes it. `path` is what is typed after `ombud`, such as `ledger append`. */
export interface CompletedCommand {
  readonly path: readonly string[];
  readonly text: string;
  readonly flags: readonly CompletedFlag[];
  /** Names and texts of its subcommands. */
  readonly commands: readonly { readonly name: string; readonly text: string }[];
}

/** Every command of a tree, the root first. */
export function completedCommands(root: Command, path: readonly string[] = []): CompletedCommand[] {
  const visible = root.commands.filter((command) => command.name() !== 'help');
  const flags = root.options
    .filter(({ hidden, long }) => !hidden && long)
    .map((option) => ({
      long: option.long ?? '',
      short: option.short ?? null,
      text: flagText(path, option),
      takesValue: option.required,
    }));
  const own: CompletedCommand = {
    path,
    text: summaryText(path),
    flags: [
      ...flags,
      { long: '--help', short: '-h', text: flagText(path, { long: '--help' }), takesValue: false },
    ],
    commands: visible.map((command) => ({
      name: command.name(),
      text: summaryText([...path, command.name()]),
    })),
  };
  return [own, ...visible.flatMap((command) => completedCommands(command, [...path, command.name()]))];
}
