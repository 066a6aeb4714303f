import { cliErrors } from './errors.ts';

/** A flag that says how another does what it does. */
export type Alone<Flag> = readonly (readonly [flag: Flag, needs: Flag])[];
/** Two runs of another kind: each would leave what the other asks for undone. */
export type Apart<Flag> = readonly (readonly [flag: Flag, other: Flag])[];

/** As it is written on the command line, without its dashes. */
const written = (flag: string): string => flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What is there without being asked for: empty lists, and the header of a file. */
const isGiven = (flag: string, value: unknown): boolean =>
  value !== undefined &&
  !(Array.isArray(value) && value.length === 0) &&
  !(flag === 'header' && value === true);

/** The flags that were given. */
export const givenOf = <Flags extends object>(flags: Flags): readonly (keyof Flags & string)[] =>
  (Object.keys(flags) as (keyof Flags & string)[]).filter((flag) => isGiven(flag, flags[flag]));

/** @throws OmbudError `OMBUD_E_BAD_CONFIG` for a flag without the one that it is about */
export function refuseAlone<Flag extends string>(given: readonly Flag[], table: Alone<Flag>): void {
  for (const [flag, needs] of table)
    if (given.includes(flag) && !given.includes(needs))
      throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'flag-alone', {
        flag: written(flag),
        needs: written(needs),
      });
}

/** @throws OmbudError `OMBUD_E_BAD_CONFIG` for two flags of which one would do nothing */
export function refuseTogether<Flag extends string>(given: readonly Flag[], table: Apart<Flag>): void {
  for (const [flag, other] of table)
    if (given.includes(flag) && given.includes(other))
      throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'flags-apart', {
        flag: written(flag),
        other: written(other),
      });
}

/** The names of flags as they are written on the command line. */
export const asWritten = (flags: readonly string[]): readonly string[] =>
  flags.map((flag) => `--${written(flag)}`);
