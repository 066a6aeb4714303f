import { resolve } from 'node:path';
import type { AuditSpec } from '@ombud/contract';
import { cliErrors } from '../errors.ts';
import { type Alone, type Apart, givenOf, refuseAlone, refuseTogether } from '../flags-together.ts';
import type { BaselineFlags } from './note-baseline.ts';
import { parseBinary } from './parse-roles.ts';
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

/** A flag that says how another does what it does. */
const alone: Alone<Flag> = [
  ['baselineExpires', 'writeBaseline'],
  ['key', 'reproduce'],
  ['minimumCell', 'sign'],
  ['releases', 'sign'],
];

/** Two runs of another kind: each would leave what the other asks for undone. */
const apart: Apart<Flag> = [
  ['sign', 'against'],
  ['modelFile', 'against'],
  ['sign', 'againstDecision'],
  ['modelFile', 'againstDecision'],
];

/** Evidence says itself what was asked, so that nothing else can be asked beside it. */
const besideReproduce: readonly Flag[] = ['key', 'quiet', 'reproduce'];

/**
 * Refuses flags that would be passed over in silence.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG`
 */
export function checkFlags(flags: AuditCommandFlags): void {
  const given = givenOf(flags);
  refuseAlone(given, alone);
  const others = given.filter((flag) => !besideReproduce.includes(flag));
  refuseTogether(given, given.includes('reproduce') ? others.map((flag) => [flag, 'reproduce']) : apart);
  if (given.includes('sign') && given.includes('baseline'))
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'sign-no-baseline');
}

/** What a role says of another column, by flag or in the declaration. */
const roleOf: readonly (readonly [keyof AuditSpec & Flag, keyof AuditSpec & Flag])[] = [
  ['need', 'score'],
  ['period', 'time'],
];

/**
 * Refuses what the flags and the declaration together would pass over in silence. A ledger names the time itself.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG`
 */
export function checkSpec(
  spec: AuditSpec,
  flags: Pick<AuditCommandFlags, 'against' | 'againstDecision'>,
): void {
  const given = givenOf(spec);
  const isRecorded = spec.source.startsWith('ledger:');
  refuseAlone(
    given,
    roleOf.filter(([, needs]) => !(isRecorded && needs === 'time')),
  );
  const { against, againstDecision } = flags;
  if (againstDecision === undefined || (against !== undefined && resolve(against) !== resolve(spec.source)))
    return;
  if (JSON.stringify(parseBinary(againstDecision)) === JSON.stringify(spec.decision))
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'against-itself');
}
