import type { Machine } from '../machine.ts';

/** Where a notice stands. */
export type NoticeState =
  | 'drafted'
  | 'incomplete'
  | 'ready'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'returned'
  | 'unread'
  | 'notified'
  | 'not-notified'
  | 'withdrawn';

/** What can happen to a notice. */
export type NoticeEvent =
  | 'check'
  | 'complete'
  | 'queue'
  | 'send'
  | 'deliver'
  | 'open'
  | 'fail'
  | 'return'
  | 'resend'
  | 'deem'
  | 'not-read'
  | 'give-up'
  | 'withdraw';

/** What must hold before a notice moves. */
export type NoticeGuard =
  | 'has-required-fields'
  | 'lacks-required-fields'
  | 'template-signed'
  | 'another-way-left'
  | 'no-way-left'
  | 'sent-before'
  | 'not-opened'
  | 'reading-awaited'
  | 'reading-not-awaited';

/**
 * Durations come from the rule pack: `sending` includes the random minute, `receipt` is the deemed receipt. Where a system
 * awaits that what it sends one way is read, `delivery` and `receipt` run until it counts as not read.
 */
export type NoticeClock = 'drafting' | 'sending' | 'delivery' | 'receipt' | 'tracing';

/**
 * The life of a notice. Sent is not read, and delivered is not read: the window of an appeal starts at `notified` alone,
 * which is reached by reading it or by the day of deemed receipt when nothing came back. What is sent a way whose reading
 * is awaited, as an e-mail, never counts as received by itself: left `unread` it is sent another way. While somebody is
 * `not-notified` no window runs, and the console, the policy and the breaker see it.
 */
export const notice: Machine<NoticeState, NoticeEvent, NoticeGuard, NoticeClock> = {
  name: 'notice',
  initial: 'drafted',
  states: {
    drafted: { owner: 'decider', clock: 'drafting' },
    incomplete: { owner: 'decider', clock: 'drafting' },
    ready: { owner: 'decider', clock: 'sending' },
    queued: { owner: 'carrier', clock: 'sending' },
    sent: { owner: 'carrier', clock: 'delivery' },
    delivered: { owner: 'timer', clock: 'receipt' },
    read: { owner: 'timer', clock: 'receipt' },
    failed: { owner: 'clerk', clock: 'tracing' },
    returned: { owner: 'clerk', clock: 'tracing' },
    unread: { owner: 'clerk', clock: 'tracing' },
    'not-notified': { owner: 'clerk', clock: 'tracing' },
    notified: { owner: null, clock: null, end: true },
    withdrawn: { owner: null, clock: null, end: true },
  },
  transitions: [
    {
      from: ['drafted', 'incomplete'],
      event: 'check',
      by: ['decider', 'timer'],
      when: ['has-required-fields'],
      to: 'ready',
      entry: 'notice',
    },
    {
      from: ['drafted', 'incomplete'],
      event: 'check',
      by: ['decider', 'timer'],
      when: ['lacks-required-fields'],
      to: 'incomplete',
      entry: 'notice',
    },
    { from: ['incomplete'], event: 'complete', by: ['decider', 'clerk'], to: 'drafted', entry: 'notice' },
    {
      from: ['ready'],
      event: 'queue',
      by: ['decider', 'timer'],
      when: ['template-signed'],
      to: 'queued',
      entry: 'notice',
    },
    { from: ['queued'], event: 'send', by: ['carrier'], to: 'sent', entry: 'notice' },
    { from: ['sent'], event: 'deliver', by: ['carrier'], to: 'delivered', entry: 'notice' },
    {
      from: ['sent', 'delivered', 'failed', 'returned', 'unread', 'not-notified'],
      event: 'open',
      by: ['person', 'representative'],
      to: 'read',
      entry: 'notice',
    },
    // What was sent one way is read while it waits to be sent another.
    {
      from: ['queued'],
      event: 'open',
      by: ['person', 'representative'],
      when: ['sent-before'],
      to: 'read',
      entry: 'notice',
    },
    { from: ['queued', 'sent'], event: 'fail', by: ['carrier'], to: 'failed', entry: 'notice' },
    {
      from: ['sent', 'delivered'],
      event: 'return',
      by: ['carrier', 'clerk'],
      to: 'returned',
      entry: 'notice',
    },
    // What somebody has opened has come: it does not come back.
    {
      from: ['notified'],
      event: 'return',
      by: ['carrier', 'clerk'],
      when: ['not-opened'],
      to: 'returned',
      entry: 'notice',
    },
    { from: ['read'], event: 'deem', by: ['timer'], to: 'notified', entry: 'notice' },
    {
      from: ['sent', 'delivered'],
      event: 'deem',
      by: ['timer'],
      when: ['reading-not-awaited'],
      to: 'notified',
      entry: 'notice',
    },
    {
      from: ['sent', 'delivered'],
      event: 'not-read',
      by: ['timer'],
      when: ['reading-awaited'],
      to: 'unread',
      entry: 'notice',
    },
    {
      from: ['failed', 'returned', 'unread', 'not-notified'],
      event: 'resend',
      by: ['clerk', 'timer'],
      when: ['another-way-left'],
      to: 'queued',
      entry: 'notice',
    },
    {
      from: ['failed', 'returned', 'unread'],
      event: 'give-up',
      by: ['clerk', 'timer'],
      when: ['no-way-left'],
      to: 'not-notified',
      entry: 'notice',
    },
    {
      from: ['drafted', 'incomplete', 'ready', 'queued'],
      event: 'withdraw',
      by: ['decider', 'supervisor'],
      to: 'withdrawn',
      entry: 'notice',
    },
  ],
};
