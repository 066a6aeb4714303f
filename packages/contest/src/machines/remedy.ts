import type { Machine } from '../machine.ts';

/** Where a remedy stands. */
export type RemedyState =
  | 'proposed'
  | 'searched'
  | 'approved'
  | 'reopening'
  | 'notifying'
  | 'reviewing'
  | 'paying'
  | 'payment-failed'
  | 'corrected'
  | 'rejected'
  | 'superseded';

/** What can happen to a remedy. */
export type RemedyEvent =
  | 'search'
  | 'search-again'
  | 'support'
  | 'approve'
  | 'reject'
  | 'reopen'
  | 'notify'
  | 'review'
  | 'pay'
  | 'payment-confirmed'
  | 'payment-refused'
  | 'confirm-correction'
  | 'supersede';

/** What must hold before a remedy moves. */
export type RemedyGuard =
  | 'query-versioned'
  | 'query-digest-recorded'
  | 'two-approvers'
  | 'not-rule-author'
  | 'reasons-given'
  | 'effects-suspended'
  | 'every-person-notified'
  | 'order-signed-once'
  | 'money-is-due'
  | 'no-money-is-due'
  | 'everybody-paid'
  | 'flat-sum-alone'
  | 'own-sums'
  | 'everybody-answered';

/** The clocks of a remedy; how long each runs is the rule pack's. */
export type RemedyClock =
  | 'proposal'
  | 'approval'
  | 'reopening'
  | 'notice'
  | 'review'
  | 'payment'
  | 'correction';

/** One remedy for everybody whom the same fault of the rule hit: found by a saved query, followed to the end of each. */
export const remedy: Machine<RemedyState, RemedyEvent, RemedyGuard, RemedyClock> = {
  name: 'remedy',
  initial: 'proposed',
  states: {
    proposed: { owner: 'supervisor', clock: 'proposal' },
    searched: { owner: 'supervisor', clock: 'approval' },
    approved: { owner: 'supervisor', clock: 'reopening' },
    reopening: { owner: 'recipient', clock: 'reopening' },
    notifying: { owner: 'carrier', clock: 'notice' },
    reviewing: { owner: 'reviewer', clock: 'review' },
    paying: { owner: 'recipient', clock: 'payment' },
    'payment-failed': { owner: 'clerk', clock: 'payment' },
    corrected: { owner: null, clock: null, end: true },
    rejected: { owner: null, clock: null, end: true },
    superseded: { owner: null, clock: null, end: true },
  },
  transitions: [
    {
      from: ['proposed'],
      event: 'search',
      by: ['supervisor', 'timer'],
      when: ['query-versioned', 'query-digest-recorded'],
      to: 'searched',
      entry: 'remedy',
    },
    {
      from: ['searched'],
      event: 'search-again',
      by: ['supervisor'],
      when: ['query-versioned', 'query-digest-recorded'],
      to: 'searched',
      entry: 'remedy',
    },
    // The first of two who approve; whoever searches again makes both look again.
    {
      from: ['proposed'],
      event: 'support',
      by: ['supervisor'],
      when: ['not-rule-author'],
      to: 'proposed',
      entry: 'remedy',
    },
    {
      from: ['searched'],
      event: 'support',
      by: ['supervisor'],
      when: ['not-rule-author'],
      to: 'searched',
      entry: 'remedy',
    },
    {
      from: ['searched'],
      event: 'approve',
      by: ['supervisor'],
      when: ['two-approvers', 'not-rule-author'],
      to: 'approved',
      entry: 'remedy',
    },
    {
      from: ['proposed', 'searched'],
      event: 'reject',
      by: ['supervisor'],
      when: ['two-approvers', 'reasons-given'],
      to: 'rejected',
      entry: 'remedy',
    },
    // What two have approved is not searched again: one may stop it, with reasons, and another begins, which needs two anew.
    {
      from: ['approved', 'reopening', 'notifying', 'reviewing', 'paying', 'payment-failed'],
      event: 'supersede',
      by: ['supervisor'],
      when: ['not-rule-author', 'reasons-given'],
      to: 'superseded',
      entry: 'remedy',
    },
    { from: ['approved'], event: 'reopen', by: ['timer', 'supervisor'], to: 'reopening', entry: 'remedy' },
    {
      from: ['reopening'],
      event: 'notify',
      by: ['timer'],
      when: ['effects-suspended'],
      to: 'notifying',
      entry: 'remedy',
    },
    // A flat sum first, where it is declared: paying does not wait for the review of each.
    {
      from: ['notifying'],
      event: 'pay',
      by: ['timer'],
      when: ['every-person-notified', 'money-is-due', 'order-signed-once'],
      to: 'paying',
      entry: 'remedy',
    },
    {
      from: ['notifying'],
      event: 'review',
      by: ['timer'],
      when: ['every-person-notified'],
      to: 'reviewing',
      entry: 'remedy',
    },
    {
      from: ['reviewing'],
      event: 'pay',
      by: ['reviewer'],
      when: ['money-is-due', 'order-signed-once'],
      to: 'paying',
      entry: 'remedy',
    },
    {
      from: ['reviewing'],
      event: 'confirm-correction',
      by: ['recipient'],
      when: ['no-money-is-due', 'everybody-answered'],
      to: 'corrected',
      entry: 'remedy',
    },
    // The flat sum came first; what is owed to each is looked at after it.
    {
      from: ['paying'],
      event: 'payment-confirmed',
      by: ['recipient'],
      when: ['everybody-paid', 'flat-sum-alone'],
      to: 'reviewing',
      entry: 'remedy',
    },
    {
      from: ['paying'],
      event: 'payment-confirmed',
      by: ['recipient'],
      when: ['everybody-paid', 'own-sums', 'everybody-answered'],
      to: 'corrected',
      entry: 'remedy',
    },
    { from: ['paying'], event: 'payment-refused', by: ['recipient'], to: 'payment-failed', entry: 'remedy' },
    {
      from: ['payment-failed'],
      event: 'pay',
      by: ['clerk'],
      when: ['order-signed-once'],
      to: 'paying',
      entry: 'remedy',
    },
  ],
};
