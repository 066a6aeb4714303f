import { cliErrors } from '../errors.ts';
import type { BaselineFlags } from './note-baseline.ts';
import type { AuditFlags } from './spec-from-flags.ts';

/** Every flag of `ombud audit`. */
export interface AuditCommandFlags extends AuditFlags, BaselineFlags {
  readonly format?: string;
  readonly out?: string;
  readonly sign?: string | true;
  readonly releases?: string;
  readonly minimumCell?: string;
  readonly reproduce?: string;
  readonly key?: string[];
  readonly modelFile?: string;
  readonly against?: string;
  readonly againstDecision?: string;
}

type Flag = keyof AuditCommandFlags;

/** As it is written on the command line. */
const written = (flag: Flag): string => flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A flag that says how another does what it does. */
const alone: readonly (readonly [flag: Flag, needs: Flag])[] = [
  ['baselineExpires', 'writeBaseline'],
  ['key', 'reproduce'],
  ['minimumCell', 'sign'],
  ['releases', 'sign'],
];

/** Two runs of another kind: each would leave what the other asks for undone. */
const apart: readonly (readonly [flag: Flag, other: Flag])[] = [
  ['sign', 'against'],
  ['modelFile', 'against'],
  ['sign', 'againstDecision'],
  ['modelFile', 'againstDecision'],
];

/** Evidence says itself what was asked, so that nothing else can be asked beside it. */
const besideReproduce: readonly Flag[] = ['key', 'quiet', 'reproduce'];

/** What is there without being asked for: empty lists, and the header of a file. */
const isGiven = (flag: Flag, value: unknown): boolean =>
  value !== undefined &&
  !(Array.isArray(value) && value.length === 0) &&
  !(flag === 'header' && value === true);

/**
 * Refuses flags that would be passed over in silence.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG`
 */
export function checkFlags(flags: AuditCommandFlags): void {
  const given = (Object.keys(flags) as Flag[]).filter((flag) => isGiven(flag, flags[flag]));
  for (const [flag, needs] of alone)
    if (given.includes(flag) && !given.includes(needs))
      throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'flag-alone', {
        flag: written(flag),
        needs: written(needs),
      });
  const beside = given.filter((flag) => !besideReproduce.includes(flag));
  const pairs: readonly (readonly [Flag, Flag])[] = given.includes('reproduce')
    ? beside.map((flag) => [flag, 'reproduce'])
    : apart;
  for (const [flag, other] of pairs)
    if (given.includes(flag) && given.includes(other))
      throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'flags-apart', {
        flag: written(flag),
        other: written(other),
      });
  if (given.includes('sign') && given.includes('baseline'))
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'sign-no-baseline');
}
