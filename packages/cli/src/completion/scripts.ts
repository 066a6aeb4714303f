import type { CompletedCommand } from './tree.ts';

const name = ({ path }: CompletedCommand): string => path.join(' ');

/** Words that may follow a command: its subcommands, then its flags. */
const wordsOf = ({ commands, flags }: CompletedCommand): string =>
  [...commands.map((command) => command.name), ...flags.map(({ long }) => long)].join(' ');

/** Lines of a shell's `case` that find how far the typed words lead into the tree. */
const paths = (commands: readonly CompletedCommand[], each: (command: CompletedCommand) => string): string =>
  commands.map((command) => `    "${name(command)}") ${each(command)} ;;`).join('\n');

const known = (commands: readonly CompletedCommand[]): string =>
  commands
    .filter(({ path }) => path.length > 0)
    .map((command) => `"${name(command)}"`)
    .join('|');

/** For bash 4 and later. Where no word fits, files are completed. */
export const bashScript = (commands: readonly CompletedCommand[]): string => `# Completes ombud in bash.
_ombud() {
  local here="" word words="" next
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    next="\${here:+$here }$word"
    case "$next" in
      ${known(commands)}) here="$next" ;;
    esac
  done
  case "$here" in
${paths(commands, (command) => `words="${wordsOf(command)}"`)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _ombud ombud
`;

/** For zsh. Where no word fits, files are completed. */
export const zshScript = (commands: readonly CompletedCommand[]): string => `#compdef ombud
# Completes ombud in zsh.
_ombud() {
  local here="" word next
  local -a found
  for word in "\${(@)words[2,CURRENT-1]}"; do
    next="\${here:+$here }$word"
    case "$next" in
      ${known(commands)}) here="$next" ;;
    esac
  done
  case "$here" in
${paths(commands, (command) => `found=(${wordsOf(command)})`)}
  esac
  compadd -a found
  [[ "$PREFIX" == -* ]] || _files
}
if [ "$funcstack[1]" = "_ombud" ]; then _ombud "$@"; else compdef _ombud ombud; fi
`;

const fishText = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");

/**
 * For fish. What is offered depends on the whole way into the tree: `ombud init` and `ombud ledger init` have other flags.
 */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap((command) => {
    const here = ` -n '__ombud_at "${name(command)}"'`;
    return [
      ...command.commands.map(
        (one) => `complete -c ombud${here} -f -a ${one.name} -d '${fishText(one.text)}'`,
      ),
      ...command.flags.map(
        ({ long, short, text, takesValue }) =>
          `complete -c ombud${here} -l ${long.slice(2)}${short === null ? '' : ` -s ${short.slice(1)}`}${takesValue ? ' -r' : ''} -d '${fishText(text)}'`,
      ),
    ];
  });
  return `# Completes ombud in fish.
function __ombud_at
  set -l here ''
  for word in (commandline -opc)[2..]
    set -l next (string trim "$here $word")
    switch $next
      case ${known(commands).replaceAll('|', ' ')}
        set here $next
    end
  end
  test "$here" = "$argv[1]"
end
${lines.join('\n')}
`;
}
