import type { Command } from 'commander';

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

const textOf = (command: Command): string => command.summary() || command.description();

/** Every command of a tree, the root first. */
export function completedCommands(root: Command, path: readonly string[] = []): CompletedCommand[] {
  const visible = root.commands.filter((command) => command.name() !== 'help');
  const flags = root.options
    .filter(({ hidden, long }) => !hidden && long)
    .map((option) => ({
      long: option.long ?? '',
      short: option.short ?? null,
      text: option.description,
      takesValue: option.required,
    }));
  const own: CompletedCommand = {
    path,
    text: textOf(root),
    flags: [...flags, { long: '--help', short: '-h', text: 'how to use it', takesValue: false }],
    commands: visible.map((command) => ({ name: command.name(), text: textOf(command) })),
  };
  return [own, ...visible.flatMap((command) => completedCommands(command, [...path, command.name()]))];
}
