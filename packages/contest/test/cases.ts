/** A case to try things on, and what is asked of it with everything filled in. */

import type { Facts, Words } from '../src/index.ts';
import {
  type Actor,
  begin,
  type CaseRules,
  type CaseView,
  faults,
  type World,
  windowPacks,
} from '../src/index.ts';

export const start = Date.parse('2026-11-02T09:00:00.000Z');
const dayMs = 86_400_000;

/** An instant so many days after the start. */
export const day = (days: number): string => new Date(start + days * dayMs).toISOString();

/** A pack whose appeals stop the effect by themselves. */
export const suspending = windowPacks.find(({ id }) => id === 'de-vwgo-80') ?? windowPacks[0];

export function rulesOf(changes: Partial<CaseRules> = {}): CaseRules {
  if (suspending === undefined) throw new Error('no pack');
  return {
    window: { ...suspending, waivable: true },
    noticePacks: [],
    authors: ['author'],
    approvers: ['approver'],
    twoReviewers: false,
    biometric: false,
    rereadShare: 0.057,
    readWithin: {},
    spans: {},
    ...changes,
  };
}

/** How far a remedy is of which one must be paid, and for whom all else is done. */
export const progress: NonNullable<World['progress']> = {
  people: 2,
  suspended: 2,
  notified: 2,
  due: 1,
  ordersSigned: true,
  unpaid: 0,
  ownSums: true,
  unanswered: 0,
};

let made = 0;

export function worldOf(now: string, changes: Partial<World> = {}): World {
  return {
    now,
    rules: rulesOf(),
    breakerClosed: true,
    draw: 0.5,
    newId: () => `m${++made}`,
    progress,
    ...changes,
  };
}

/** A decided case with a notice that can be sent, an effect and a draft of an appeal. */
export function newCase(world: World): CaseView {
  const empty: CaseView = {
    id: `c${++made}`,
    system: 'benefits',
    decidedAt: world.now,
    decidedBy: ['decider'],
    place: { zone: 'Europe/Berlin', calendar: 'DE' },
    matters: [],
  };
  const notice = begin('notice', empty, world, { templateSigned: true, ways: ['email', 'print'] });
  return {
    ...empty,
    matters: [
      notice,
      begin('effect', empty, world),
      begin('appeal', empty, world),
      begin('remedy', empty, world),
    ],
  };
}

/** An answer to every fault. */
export const rating = (wrong: readonly string[] = []): Record<string, boolean> =>
  Object.fromEntries(Object.keys(faults).map((code) => [code, wrong.includes(code)]));

/** Everything that any event asks for. */
export const everything: { readonly facts: Facts; readonly words: Words } = {
  facts: {
    reason: 'coded',
    grounds: ['discrimination'],
    reviewer: 'reviewer-1',
    faults: rating(),
    outcome: 'changed',
    corroboration: 'second source',
    personAgreed: true,
    warned: true,
    query: {
      digest: 'a'.repeat(64),
      version: 1,
      asked: { name: 'averaged', version: 1, all: [] },
      found: 2,
      people: 2,
    },
  },
  words: { reasons: 'Because the income was averaged.', newDecision: 'no debt' },
};

/** The account that acts in a role. */
export const accountOf: Readonly<Record<Actor, string>> = {
  person: 'person',
  representative: 'representative',
  clerk: 'clerk-1',
  decider: 'decider',
  reviewer: 'reviewer-1',
  cosigner: 'reviewer-2',
  supervisor: 'supervisor-1',
  carrier: 'carrier',
  recipient: 'benefits',
  timer: 'timer',
};
