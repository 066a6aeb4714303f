import { say, visible } from '@ombud/words';
import { language } from './terminal.ts';
import { visibleParams } from './visible-params.ts';

const suggested = String.raw`(?:\n\(Did you mean (?:one of )?(?<near>.+)\?\))?`;

/** What Commander says of a command line that it cannot read, each with its key; the named groups are the parameters. */
const sentences: readonly (readonly [key: string, pattern: RegExp])[] = [
  ['unknown-option', new RegExp(`^unknown option '(?<flag>.*)'${suggested}$`, 's')],
  ['unknown-command', new RegExp(`^unknown command '(?<name>.*)'${suggested}$`, 's')],
  ['missing-argument', /^missing required argument '(?<name>.*)'$/s],
  ['missing-value', /^option '(?<flags>.*)' argument missing$/s],
  ['missing-option', /^required option '(?<flags>.*)' not specified$/s],
  ['conflict', /^option '(?<flags>.*)' cannot be used with option '(?<other>.*)'$/s],
  ['too-many', /^too many arguments.*\. Expected (?<expected>\d+) arguments? but got (?<found>\d+)\.$/s],
  [
    'not-a-choice',
    /^option '(?<flags>.*)' argument '(?<value>.*)' is invalid\. Allowed choices are (?<choices>.*)\.$/s,
  ],
];

/** A sentence of Commander in the language that was asked for. */
export function usageError(text: string): string {
  const plain = text.trim().replace(/^error: /, '');
  for (const [key, pattern] of sentences) {
    const found = pattern.exec(plain)?.groups;
    if (found === undefined) continue;
    const near = found.near?.split(', ') ?? [];
    return say(language, `cli/usage/${key}`, visibleParams({ ...found, near }));
  }
  return visible(plain);
}
