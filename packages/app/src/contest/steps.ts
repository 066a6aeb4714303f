/** The steps of an appeal between its lodging and its answer: a front asks for them by name, the tables say who may. */
import type { Actor, Facts, MachineName, Words } from '@ombud/contest';
import type { Desk } from './desk.ts';
import { type Moved, move } from './move.ts';

/** A step. */
export interface Step {
  readonly case: string;
  readonly by: Actor;
  readonly actor: string;
  readonly facts?: Facts;
  readonly words?: Words;
}

const step = (desk: Desk, machine: MachineName, event: string, asked: Step): Promise<Moved> =>
  move(desk, { ...asked, matter: { newest: machine }, event });

type StepOf<E extends string> = (desk: Desk, event: E, asked: Step) => Promise<Moved>;

/**
 * A step of the newest appeal of a case: taken in, asked for more, supplied, withdrawn, held, answered by the decider.
 * @example await stepAppeal(desk, 'ask-for-more', { case: id, by: 'clerk', actor: 'clerk-2', facts: { reason: 'pay-slips' } });
 */
export const stepAppeal: StepOf<
  | 'accept'
  | 'admit-late'
  | 'answer-after'
  | 'ask-after'
  | 'ask-for-more'
  | 'concede'
  | 'confirm-effect'
  | 'declare-void'
  | 'hold'
  | 'open-evidence'
  | 'refuse-late'
  | 'reinstate'
  | 'report-death'
  | 'respond'
  | 'resume'
  | 'strike-out'
  | 'supply'
  | 'waive-evidence'
  | 'withdraw'
> = (desk, event, asked) => step(desk, 'appeal', event, asked);

/**
 * A step of the newest review of a case. What decides the appeal follows from it in the same transaction.
 * @example await stepReview(desk, 'rate', { case: id, by: 'reviewer', actor: 'reviewer-4', facts: { faults } });
 */
export const stepReview: StepOf<
  | 'agree'
  | 'assign'
  | 'close'
  | 'cosign'
  | 'disagree'
  | 'draw-for-reread'
  | 'propose'
  | 'rate'
  | 'recuse'
  | 'refuse-cosign'
  | 'request-cosign'
  | 'sign'
  | 'unlock-attributes'
> = (desk, event, asked) => step(desk, 'review', event, asked);

/**
 * A step of the effect: it begins, is suspended by an order, is waived by the person, is confirmed by the deciding system.
 * @example await stepEffect(desk, 'confirm', { case: id, by: 'recipient', actor: 'benefits' });
 */
export const stepEffect: StepOf<
  'begin' | 'cancel' | 'confirm' | 'confirm-match' | 'finish' | 'lift' | 'suspend' | 'waive'
> = (desk, event, asked) => step(desk, 'effect', event, asked);

/** The person, or who speaks for them, has opened the notice: from then the window runs. */
export const noteRead = (
  desk: Desk,
  id: string,
  by: 'person' | 'representative' = 'person',
): Promise<Moved> => step(desk, 'notice', 'open', { case: id, by, actor: by });
