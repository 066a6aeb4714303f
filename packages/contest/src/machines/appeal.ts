import type { Machine } from '../machine.ts';

/** Where an appeal stands. */
export type AppealState =
  | 'draft'
  | 'lodged'
  | 'late'
  | 'incomplete'
  | 'with-decider'
  | 'conceded'
  | 'on-hold'
  | 'awaiting-review'
  | 'under-review'
  | 'evidence-window'
  | 'decided'
  | 'effectuated'
  | 'withdrawn'
  | 'void'
  | 'struck-out'
  | 'person-died'
  | 'inadmissible'
  | 'after-decision';

/** What can happen to an appeal. */
export type AppealEvent =
  | 'lodge'
  | 'accept'
  | 'ask-for-more'
  | 'supply'
  | 'admit-late'
  | 'refuse-late'
  | 'concede'
  | 'respond'
  | 'decider-overdue'
  | 'assign'
  | 'unassign'
  | 'hold'
  | 'resume'
  | 'open-evidence'
  | 'waive-evidence'
  | 'evidence-over'
  | 'decide'
  | 'confirm-effect'
  | 'withdraw'
  | 'declare-void'
  | 'strike-out'
  | 'report-death'
  | 'reinstate'
  | 'ask-after'
  | 'answer-after'
  | 'reopen';

/** What must hold before an appeal moves; whoever runs the machine answers each. */
export type AppealGuard =
  | 'received-by-now'
  | 'in-window'
  | 'after-window'
  | 'effect-suspended-where-due'
  | 'reviewer-is-free'
  | 'handled-by-them'
  | 'reason-coded'
  | 'faults-rated'
  | 'reasons-given'
  | 'not-worse-for-person'
  | 'cosigned-where-due'
  | 'new-value-recorded'
  | 'warned-before'
  | 'of-a-remedy';

/** `answer` is the decider's, `review` the reviewer's, `effect` the deciding system's; each is a column with a deadline. */
export type AppealClock =
  | 'keep'
  | 'intake'
  | 'admissibility'
  | 'supply'
  | 'answer'
  | 'hold'
  | 'assignment'
  | 'review'
  | 'evidence'
  | 'effect';

/** States in which an appeal waits for its answer. */
export const openStates = [
  'lodged',
  'late',
  'incomplete',
  'with-decider',
  'on-hold',
  'awaiting-review',
  'under-review',
  'evidence-window',
] as const satisfies readonly AppealState[];

/**
 * The life of an appeal (the union of the UK's, Norway's and the VA's). A draft is never deleted under a person; nothing
 * is refused by a machine: what is late or incomplete goes to a human. Conceded counts as an overturn. The effect has its
 * own state: an appeal is `decided` until the deciding system confirms, then `effectuated`.
 */
export const appeal: Machine<AppealState, AppealEvent, AppealGuard, AppealClock> = {
  name: 'appeal',
  initial: 'draft',
  states: {
    draft: { owner: 'person', clock: 'keep' },
    lodged: { owner: 'clerk', clock: 'intake' },
    late: { owner: 'reviewer', clock: 'admissibility' },
    incomplete: { owner: 'person', clock: 'supply' },
    'with-decider': { owner: 'decider', clock: 'answer' },
    'on-hold': { owner: 'reviewer', clock: 'hold' },
    'awaiting-review': { owner: 'supervisor', clock: 'assignment' },
    'under-review': { owner: 'reviewer', clock: 'review' },
    'evidence-window': { owner: 'person', clock: 'evidence' },
    conceded: { owner: 'recipient', clock: 'effect' },
    decided: { owner: 'recipient', clock: 'effect' },
    'after-decision': { owner: 'supervisor', clock: 'admissibility' },
    effectuated: { owner: null, clock: null, end: true },
    withdrawn: { owner: null, clock: null, end: true },
    void: { owner: null, clock: null, end: true },
    'struck-out': { owner: null, clock: null, end: true },
    'person-died': { owner: null, clock: null, end: true },
    inadmissible: { owner: null, clock: null, end: true },
  },
  transitions: [
    {
      from: ['draft'],
      event: 'lodge',
      by: ['person', 'representative', 'clerk'],
      when: ['received-by-now', 'in-window'],
      to: 'lodged',
      entry: 'appeal',
    },
    {
      from: ['draft'],
      event: 'lodge',
      by: ['person', 'representative', 'clerk'],
      when: ['received-by-now', 'after-window'],
      to: 'late',
      entry: 'appeal',
    },
    // A remedy for all looks at everybody whom the fault of the rule hit, whether they appealed or not.
    {
      from: ['draft'],
      event: 'reopen',
      by: ['supervisor'],
      when: ['of-a-remedy'],
      to: 'awaiting-review',
      entry: 'remedy',
    },
    {
      from: ['late'],
      event: 'admit-late',
      by: ['reviewer'],
      when: ['reason-coded'],
      to: 'lodged',
      entry: 'appeal',
    },
    {
      from: ['late'],
      event: 'refuse-late',
      by: ['reviewer'],
      when: ['reasons-given'],
      to: 'inadmissible',
      entry: 'appeal',
    },
    {
      from: ['lodged'],
      event: 'ask-for-more',
      by: ['clerk'],
      when: ['reason-coded'],
      to: 'incomplete',
      entry: 'appeal',
    },
    {
      from: ['incomplete'],
      event: 'supply',
      by: ['person', 'representative', 'clerk'],
      to: 'lodged',
      entry: 'appeal',
    },
    // What was asked for and did not come: a human goes on with what there is.
    {
      from: ['incomplete'],
      event: 'accept',
      by: ['clerk'],
      when: ['effect-suspended-where-due'],
      to: 'with-decider',
      entry: 'appeal',
    },
    {
      from: ['lodged'],
      event: 'accept',
      by: ['clerk'],
      when: ['effect-suspended-where-due'],
      to: 'with-decider',
      entry: 'appeal',
    },
    {
      from: ['with-decider'],
      event: 'concede',
      by: ['decider'],
      when: ['faults-rated', 'new-value-recorded', 'not-worse-for-person'],
      to: 'conceded',
      entry: 'appeal',
    },
    { from: ['with-decider'], event: 'respond', by: ['decider'], to: 'awaiting-review', entry: 'appeal' },
    {
      from: ['with-decider'],
      event: 'decider-overdue',
      by: ['timer'],
      to: 'awaiting-review',
      entry: 'appeal',
    },
    {
      from: ['awaiting-review'],
      event: 'assign',
      by: ['supervisor', 'timer'],
      when: ['reviewer-is-free'],
      to: 'under-review',
      entry: 'review',
    },
    {
      from: ['under-review', 'on-hold'],
      event: 'unassign',
      by: ['reviewer', 'supervisor'],
      when: ['reason-coded'],
      to: 'awaiting-review',
      entry: 'review',
    },
    {
      from: ['under-review'],
      event: 'hold',
      by: ['reviewer'],
      when: ['reason-coded'],
      to: 'on-hold',
      entry: 'review',
    },
    { from: ['on-hold'], event: 'resume', by: ['reviewer', 'timer'], to: 'under-review', entry: 'review' },
    {
      from: ['under-review'],
      event: 'open-evidence',
      by: ['reviewer'],
      to: 'evidence-window',
      entry: 'review',
    },
    {
      from: ['evidence-window'],
      event: 'waive-evidence',
      by: ['person', 'representative'],
      to: 'under-review',
      entry: 'appeal',
    },
    { from: ['evidence-window'], event: 'evidence-over', by: ['timer'], to: 'under-review', entry: 'review' },
    {
      from: ['evidence-window'],
      event: 'supply',
      by: ['person', 'representative', 'clerk'],
      to: 'evidence-window',
      entry: 'appeal',
    },
    {
      from: ['under-review'],
      event: 'decide',
      by: ['reviewer'],
      when: ['faults-rated', 'reasons-given', 'not-worse-for-person', 'cosigned-where-due'],
      to: 'decided',
      entry: 'review',
    },
    {
      from: ['decided', 'conceded'],
      event: 'confirm-effect',
      by: ['recipient'],
      to: 'effectuated',
      entry: 'appeal',
    },
    {
      from: ['draft', ...openStates],
      event: 'withdraw',
      by: ['person', 'representative'],
      to: 'withdrawn',
      entry: 'appeal',
    },
    // On paper or by telephone: the clerk writes down how the person said so, and the person reads it.
    {
      from: ['draft', ...openStates],
      event: 'withdraw',
      by: ['clerk'],
      when: ['reasons-given'],
      to: 'withdrawn',
      entry: 'appeal',
    },
    {
      from: openStates,
      event: 'declare-void',
      by: ['reviewer'],
      when: ['handled-by-them', 'reasons-given'],
      to: 'void',
      entry: 'appeal',
    },
    {
      from: openStates,
      event: 'strike-out',
      by: ['reviewer'],
      when: ['handled-by-them', 'reasons-given', 'warned-before'],
      to: 'struck-out',
      entry: 'appeal',
    },
    {
      from: ['draft', ...openStates],
      event: 'report-death',
      by: ['clerk', 'representative'],
      when: ['reasons-given'],
      to: 'person-died',
      entry: 'appeal',
    },
    {
      from: ['withdrawn', 'void', 'struck-out', 'person-died', 'inadmissible'],
      event: 'reinstate',
      by: ['reviewer', 'supervisor'],
      when: ['reasons-given'],
      to: 'lodged',
      entry: 'appeal',
    },
    // While the effect is not confirmed the request is noted and the effect's clock runs on.
    {
      from: ['decided'],
      event: 'ask-after',
      by: ['person', 'representative', 'clerk'],
      to: 'decided',
      entry: 'appeal',
    },
    {
      from: ['conceded'],
      event: 'ask-after',
      by: ['person', 'representative', 'clerk'],
      to: 'conceded',
      entry: 'appeal',
    },
    {
      from: ['effectuated'],
      event: 'ask-after',
      by: ['person', 'representative', 'clerk'],
      to: 'after-decision',
      entry: 'appeal',
    },
    {
      from: ['after-decision'],
      event: 'reinstate',
      by: ['supervisor', 'reviewer'],
      when: ['reasons-given'],
      to: 'awaiting-review',
      entry: 'review',
    },
    {
      from: ['after-decision'],
      event: 'answer-after',
      by: ['supervisor'],
      when: ['reasons-given'],
      to: 'effectuated',
      entry: 'review',
    },
  ],
};
