import type { Machine } from '../machine.ts';

/** Where an effect of a decision stands. */
export type EffectState =
  | 'not-begun'
  | 'running'
  | 'suspending'
  | 'suspended'
  | 'lifting'
  | 'cancelling'
  | 'cancelled'
  | 'done';

/** What can happen to an effect. */
export type EffectEvent =
  | 'confirm-match'
  | 'begin'
  | 'suspend'
  | 'confirm'
  | 'overdue'
  | 'waive'
  | 'lift'
  | 'cancel'
  | 'finish';

/** What must hold before an effect moves. */
export type EffectGuard =
  | 'appeal-open'
  | 'no-appeal-open'
  | 'notified'
  | 'person-agreed'
  | 'not-confirmed-by-them'
  | 'corroborated'
  | 'breaker-closed'
  | 'two-confirmed-where-due';

/** The clocks of an effect; how long each runs is the rule pack's. */
export type EffectClock = 'issue' | 'confirmation' | 'suspension' | 'carrying-out';

/**
 * What the deciding system does because of a decision (collect, refuse, arrest). It does not begin before the person is
 * notified, nor while an appeal is open under a rule that suspends, nor while the breaker is open. A suspension that the
 * deciding system has not confirmed is shown as such: `suspending` is not `suspended`.
 */
export const effect: Machine<EffectState, EffectEvent, EffectGuard, EffectClock> = {
  name: 'effect',
  initial: 'not-begun',
  states: {
    'not-begun': { owner: 'recipient', clock: 'issue' },
    running: { owner: 'recipient', clock: 'carrying-out' },
    suspending: { owner: 'recipient', clock: 'confirmation' },
    suspended: { owner: 'reviewer', clock: 'suspension' },
    lifting: { owner: 'recipient', clock: 'confirmation' },
    cancelling: { owner: 'recipient', clock: 'confirmation' },
    cancelled: { owner: null, clock: null, end: true },
    done: { owner: null, clock: null, end: true },
  },
  transitions: [
    // A biometric match: two people look at it, each with something else that supports it, before anything happens.
    {
      from: ['not-begun'],
      event: 'confirm-match',
      by: ['reviewer', 'cosigner'],
      when: ['not-confirmed-by-them', 'corroborated'],
      to: 'not-begun',
      entry: 'review',
    },
    {
      from: ['not-begun'],
      event: 'begin',
      by: ['recipient'],
      when: ['notified', 'no-appeal-open', 'breaker-closed', 'two-confirmed-where-due'],
      to: 'running',
      entry: 'appeal',
    },
    {
      from: ['not-begun', 'running', 'lifting'],
      event: 'suspend',
      by: ['timer', 'clerk', 'reviewer', 'supervisor'],
      to: 'suspending',
      entry: 'appeal',
    },
    { from: ['suspending'], event: 'confirm', by: ['recipient'], to: 'suspended', entry: 'appeal' },
    // Still owed: the clock starts anew, and the breaker counts it.
    { from: ['suspending'], event: 'overdue', by: ['timer'], to: 'suspending', entry: 'appeal' },
    { from: ['cancelling'], event: 'overdue', by: ['timer'], to: 'cancelling', entry: 'appeal' },
    { from: ['lifting'], event: 'overdue', by: ['timer'], to: 'lifting', entry: 'appeal' },
    {
      from: ['suspending', 'suspended'],
      event: 'waive',
      by: ['person', 'representative'],
      when: ['person-agreed'],
      to: 'lifting',
      entry: 'appeal',
    },
    {
      from: ['suspending', 'suspended'],
      event: 'lift',
      by: ['reviewer', 'supervisor'],
      when: ['no-appeal-open', 'breaker-closed'],
      to: 'lifting',
      entry: 'appeal',
    },
    {
      from: ['lifting'],
      event: 'confirm',
      by: ['recipient'],
      when: ['breaker-closed'],
      to: 'running',
      entry: 'appeal',
    },
    {
      from: ['not-begun', 'running', 'suspending', 'suspended', 'lifting'],
      event: 'cancel',
      by: ['reviewer', 'decider', 'supervisor'],
      to: 'cancelling',
      entry: 'remedy',
    },
    { from: ['cancelling'], event: 'confirm', by: ['recipient'], to: 'cancelled', entry: 'remedy' },
    { from: ['running'], event: 'finish', by: ['recipient'], to: 'done', entry: 'appeal' },
    // What was carried out already is put right by a remedy.
    {
      from: ['done'],
      event: 'cancel',
      by: ['reviewer', 'decider', 'supervisor'],
      to: 'cancelling',
      entry: 'remedy',
    },
  ],
};
