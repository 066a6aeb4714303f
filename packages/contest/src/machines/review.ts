import type { Machine } from '../machine.ts';

/** Where a review stands. */
export type ReviewState =
  | 'unassigned'
  | 'assigned'
  | 'rated'
  | 'proposed'
  | 'cosigning'
  | 'signed'
  | 'reread'
  | 'closed'
  | 'cancelled';

/** What can happen to a review. */
export type ReviewEvent =
  | 'assign'
  | 'recuse'
  | 'unlock-attributes'
  | 'rate'
  | 'propose'
  | 'request-cosign'
  | 'cosign'
  | 'refuse-cosign'
  | 'sign'
  | 'draw-for-reread'
  | 'agree'
  | 'disagree'
  | 'close'
  | 'cancel';

/** What must hold before a review moves. */
export type ReviewGuard =
  | 'not-rule-author'
  | 'not-rule-approver'
  | 'not-decider'
  | 'not-handler'
  | 'ground-is-discrimination'
  | 'every-fault-answered'
  | 'reasons-given'
  | 'two-due'
  | 'one-is-enough'
  | 'corroborated-where-due'
  | 'not-worse-for-person'
  | 'drawn'
  | 'not-drawn';

/** The clocks of a review; how long each runs is the rule pack's. */
export type ReviewClock = 'assignment' | 'review' | 'cosign' | 'closing' | 'reread';

/**
 * How a human answers. The one who made or approved the rule never reviews it, the co-signer is never the handler, and
 * nothing closes before the original decision was rated on the coded faults. A random share is read again.
 */
export const review: Machine<ReviewState, ReviewEvent, ReviewGuard, ReviewClock> = {
  name: 'review',
  initial: 'unassigned',
  states: {
    unassigned: { owner: 'supervisor', clock: 'assignment' },
    assigned: { owner: 'reviewer', clock: 'review' },
    rated: { owner: 'reviewer', clock: 'review' },
    proposed: { owner: 'reviewer', clock: 'review' },
    cosigning: { owner: 'cosigner', clock: 'cosign' },
    signed: { owner: 'supervisor', clock: 'closing' },
    reread: { owner: 'cosigner', clock: 'reread' },
    closed: { owner: null, clock: null, end: true },
    cancelled: { owner: null, clock: null, end: true },
  },
  transitions: [
    {
      from: ['unassigned'],
      event: 'assign',
      by: ['supervisor', 'timer'],
      when: ['not-rule-author', 'not-rule-approver', 'not-decider'],
      to: 'assigned',
      entry: 'review',
    },
    {
      from: ['assigned', 'rated', 'proposed'],
      event: 'recuse',
      by: ['reviewer', 'supervisor'],
      to: 'unassigned',
      entry: 'review',
    },
    {
      from: ['assigned'],
      event: 'unlock-attributes',
      by: ['reviewer'],
      when: ['ground-is-discrimination'],
      to: 'assigned',
      entry: 'review',
    },
    {
      from: ['rated'],
      event: 'unlock-attributes',
      by: ['reviewer'],
      when: ['ground-is-discrimination'],
      to: 'rated',
      entry: 'review',
    },
    {
      from: ['assigned', 'rated', 'proposed'],
      event: 'rate',
      by: ['reviewer'],
      when: ['every-fault-answered'],
      to: 'rated',
      entry: 'review',
    },
    {
      from: ['rated'],
      event: 'propose',
      by: ['reviewer'],
      when: ['reasons-given', 'not-worse-for-person', 'corroborated-where-due'],
      to: 'proposed',
      entry: 'review',
    },
    {
      from: ['proposed'],
      event: 'request-cosign',
      by: ['reviewer'],
      when: ['two-due'],
      to: 'cosigning',
      entry: 'review',
    },
    {
      from: ['cosigning'],
      event: 'cosign',
      by: ['cosigner'],
      when: ['not-handler', 'not-rule-author', 'not-rule-approver', 'not-decider'],
      to: 'signed',
      entry: 'review',
    },
    {
      from: ['cosigning'],
      event: 'refuse-cosign',
      by: ['cosigner'],
      when: ['not-handler', 'reasons-given'],
      to: 'assigned',
      entry: 'review',
    },
    {
      from: ['proposed'],
      event: 'sign',
      by: ['reviewer'],
      when: ['one-is-enough'],
      to: 'signed',
      entry: 'review',
    },
    {
      from: ['signed'],
      event: 'draw-for-reread',
      by: ['timer'],
      when: ['drawn'],
      to: 'reread',
      entry: 'review',
    },
    {
      from: ['signed'],
      event: 'close',
      by: ['timer', 'supervisor'],
      when: ['not-drawn'],
      to: 'closed',
      entry: 'review',
    },
    {
      from: ['reread'],
      event: 'agree',
      by: ['cosigner'],
      when: ['not-handler'],
      to: 'closed',
      entry: 'review',
    },
    // Another view is recorded for the agreement of reviewers; only a supervisor reopens.
    {
      from: ['reread'],
      event: 'disagree',
      by: ['cosigner'],
      when: ['not-handler', 'reasons-given'],
      to: 'closed',
      entry: 'review',
    },
    {
      from: ['unassigned', 'assigned', 'rated', 'proposed', 'cosigning'],
      // Only with its appeal: nobody takes a review from an appeal that waits for it.
      event: 'cancel',
      by: ['timer'],
      to: 'cancelled',
      entry: 'review',
    },
  ],
};
