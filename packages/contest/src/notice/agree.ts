/** Whether a notice says what was recorded: a letter that contradicts the ledger, the calendar or itself is not sent. */
import { isCurrency, type Money, type OmbudError } from '@ombud/kernel';
import { contestErrors } from '../errors.ts';
import type { Decided, NoticeFacts } from './facts.ts';

/** What is known of the decision beside its notice. */
export interface KnownDecision {
  /** As which kind the system declared its decisions. */
  readonly kind: Decided['kind'];
  /** What was decided, as it was recorded. */
  readonly decision: string;
  /** What was recorded beside it: a grade may lie there, and the decision say that it was lowered. */
  readonly inputs: readonly string[];
  /** Whether it was good for the person, as the system declared; null where that does not say. */
  readonly favourable: boolean | null;
  /** A person decided, as it was recorded; else the system did. */
  readonly byPerson: boolean;
  /** It was made beside another and had no effect: nobody was decided about. */
  readonly shadow: boolean;
  /** The day that the recorded decision gives for itself; null where it gives none. */
  readonly decidedOn: string | null;
  /** The day on which it was recorded. */
  readonly recordedOn: string;
}

type Contradiction =
  | 'shadow'
  | 'other-decider'
  | 'other-kind'
  | 'other-decision'
  | 'other-day'
  | 'not-decided-yet'
  | 'ends-before'
  | 'no-currency'
  | 'no-reduction';

const amountsOf = (decided: Decided): readonly Money[] => {
  switch (decided.kind) {
    case 'debt':
      return [decided.amount];
    case 'reduction':
      return [decided.before, decided.after];
    case 'refusal':
    case 'grade':
      return [];
  }
};

/** Whether a notice says other than what was decided: three kinds say no to somebody, and a grade names itself. */
function saysOther(decided: Decided, { decision, inputs, favourable }: KnownDecision): boolean {
  return decided.kind === 'grade' ? ![decision, ...inputs].includes(decided.grade) : favourable === true;
}

function isReduction(decided: Decided): boolean {
  if (decided.kind !== 'reduction') return true;
  const { before, after } = decided;
  return before.currency === after.currency && after.minor < before.minor;
}

const isBefore = (last: string | null, first: string | null): boolean =>
  last !== null && last !== 'open' && first !== null && last < first;

/** What a letter may say of the machine: that it decided by itself only of what it decided, as it was recorded. */
export const machineAsRecorded = (
  declared: NoticeFacts['machine'],
  { byPerson }: Pick<KnownDecision, 'byPerson'>,
): NoticeFacts['machine'] =>
  byPerson && declared?.role === 'decided' ? { ...declared, role: null } : declared;

/** Whether a letter says that a person decided, or that none did, and the record says otherwise. */
function namesOtherDecider(machine: NoticeFacts['machine'], { byPerson }: KnownDecision): boolean {
  switch (machine?.role) {
    case 'decided':
      return byPerson;
    case 'proposed':
    case 'scored':
      return !byPerson;
    default:
      return false;
  }
}

/**
 * What of a notice contradicts what is known, as errors that the front says; empty where it agrees.
 * @example contradictionsOf(facts, known).length === 0
 */
export function contradictionsOf(
  {
    decided,
    decidedOn,
    starts,
    ends,
    machine,
  }: Pick<NoticeFacts, 'decided' | 'decidedOn' | 'starts' | 'ends' | 'machine'>,
  known: KnownDecision,
): readonly OmbudError[] {
  const found: Contradiction[] = [];
  if (known.shadow) found.push('shadow');
  if (namesOtherDecider(machine, known)) found.push('other-decider');
  if (decided.kind !== known.kind) found.push('other-kind');
  else if (saysOther(decided, known)) found.push('other-decision');
  if (decidedOn > known.recordedOn) found.push('not-decided-yet');
  else if (known.decidedOn !== null && decidedOn !== known.decidedOn) found.push('other-day');
  if (isBefore(ends, starts) || (decided.kind === 'debt' && isBefore(decided.to, decided.from)))
    found.push('ends-before');
  if (!amountsOf(decided).every(({ currency }) => isCurrency(currency))) found.push('no-currency');
  if (!isReduction(decided)) found.push('no-reduction');
  return found.map((reason) =>
    contestErrors.error('OMBUD_E_NOTICE', reason, {
      said: decided.kind,
      decision: known.decision,
      kind: known.kind,
      decidedOn,
      recordedOn: known.decidedOn ?? known.recordedOn,
    }),
  );
}
