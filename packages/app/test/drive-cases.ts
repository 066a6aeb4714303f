/** Drives cases to their end by what their states ask for: whoever is interrupted goes on where the states are. */
import type { CaseView } from '@ombud/contest';
import { mattersOf } from '@ombud/contest';
import { caseOf } from '../src/contest/find-matter.ts';
import { issueNotices, reportNotice } from '../src/contest/issue-notices.ts';
import { lodgeAppeal } from '../src/contest/lodge.ts';
import { type Moved, move } from '../src/contest/move.ts';
import { noteRead, stepAppeal, stepReview } from '../src/contest/steps.ts';
import { birthday, rating, type TestDesk } from './contest-desk.ts';

/** Who reviews, and what comes out. */
export interface Drive {
  readonly reviewer: string;
  readonly outcome: 'changed' | 'upheld' | 'conceded';
  /** Letters leave by the outbox, and are not posted by hand. */
  readonly byOutbox?: boolean;
}

type Next = (desk: TestDesk, id: string, drive: Drive) => Promise<Moved | readonly unknown[]>;

const staff = (actor: string) => ({ by: 'clerk', actor }) as const;

const noticeSteps: Readonly<Record<string, Next>> = {
  drafted: (desk, id) => issueNotices(desk, [{ case: id, parts: [], second: birthday, actor: 'officer-1' }]),
  ready: async (desk, id) =>
    move(desk, {
      case: id,
      matter: mattersOf((await caseOf(desk, id)).view, 'notice')[0]?.id ?? '',
      event: 'queue',
      by: 'decider',
      actor: 'officer-1',
    }),
  queued: async (desk, id, { byOutbox }) =>
    byOutbox === true ? [] : reportNotice(desk, { case: id, event: 'send', by: 'carrier', actor: 'post' }),
  sent: (desk, id) => noteRead(desk, id),
};

const appealSteps: Readonly<Record<string, Next>> = {
  none: (desk, id) =>
    lodgeAppeal(desk, {
      case: id,
      by: 'person',
      actor: 'person',
      channel: 'portal',
      grounds: ['wrong-facts'],
      words: { text: `the words of ${id}` },
    }),
  lodged: (desk, id) => stepAppeal(desk, 'accept', { case: id, ...staff('clerk-1') }),
  'with-decider': (desk, id, { outcome }) =>
    outcome === 'conceded'
      ? stepAppeal(desk, 'concede', {
          case: id,
          by: 'decider',
          actor: 'officer-1',
          facts: { faults: rating(['wrong-facts']), outcome },
          words: { newDecision: 'no debt' },
        })
      : stepAppeal(desk, 'respond', { case: id, by: 'decider', actor: 'officer-1' }),
};

const reviewSteps: Readonly<Record<string, Next>> = {
  unassigned: (desk, id, { reviewer }) =>
    stepReview(desk, 'assign', { case: id, by: 'supervisor', actor: 'supervisor-1', facts: { reviewer } }),
  assigned: (desk, id, { reviewer }) =>
    stepReview(desk, 'rate', {
      case: id,
      by: 'reviewer',
      actor: reviewer,
      facts: { faults: rating(['wrong-rule']) },
    }),
  rated: (desk, id, { reviewer, outcome }) =>
    stepReview(desk, 'propose', {
      case: id,
      by: 'reviewer',
      actor: reviewer,
      facts: { outcome },
      words: { reasons: 'because' },
    }),
  proposed: (desk, id, { reviewer }) =>
    stepReview(desk, 'sign', { case: id, by: 'reviewer', actor: reviewer }),
  signed: (desk, id) => stepReview(desk, 'close', { case: id, by: 'supervisor', actor: 'supervisor-1' }),
};

const stateOf = (view: CaseView, machine: 'notice' | 'appeal' | 'review'): string => {
  const state = mattersOf(view, machine).at(-1)?.state ?? 'none';
  return machine === 'appeal' && state === 'draft' ? 'none' : state;
};

/**
 * One step of a case.
 * @returns what moved, or null where nothing is left to do but to wait for the deciding system
 */
export async function advance(
  desk: TestDesk,
  id: string,
  drive: Drive,
): Promise<Moved | readonly unknown[] | null> {
  const { view } = await caseOf(desk, id);
  const notice = noticeSteps[stateOf(view, 'notice')];
  if (notice !== undefined) return notice(desk, id, drive);
  const next = reviewSteps[stateOf(view, 'review')] ?? appealSteps[stateOf(view, 'appeal')];
  return next === undefined ? null : next(desk, id, drive);
}
