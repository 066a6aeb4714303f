/** What a system has declared for its cases, and how long each clock runs. */
import type { WindowPack } from '../packs/appeal-windows.ts';
import type { NoticePack } from '../packs/notice-content.ts';
import type { Span } from '../time/deadline.ts';
import type { MachineName, Way } from './parts.ts';

/** A clock by its machine and its own name. */
export type ClockName = `${MachineName}.${string}`;

/** What a system has declared for its cases. */
export interface CaseRules {
  readonly window: WindowPack;
  readonly noticePacks: readonly NoticePack[];
  /** Accounts that made the rule, and that approved it: they never review what it decided. */
  readonly authors: readonly string[];
  readonly approvers: readonly string[];
  /** Two people answer each appeal. */
  readonly twoReviewers: boolean;
  /** The decision is a biometric match: two people and corroboration before any effect. */
  readonly biometric: boolean;
  /** Share of closed reviews that are read again (the US Veterans' boards: 0.057). */
  readonly rereadShare: number;
  /**
   * Ways on which reading is awaited, and for how long: what is not read by then is sent another way. On all others a
   * notice counts as received as the law says.
   */
  readonly readWithin: Readonly<Partial<Record<Way, Span>>>;
  /** Clocks that run otherwise than by default. */
  readonly spans: Readonly<Partial<Record<ClockName, Span>>>;
}

/** How long reading is awaited of what was sent the newest of these ways; null where it counts as received by itself. */
export function readingAwaited({ readWithin }: CaseRules, tried: readonly Way[]): Span | null {
  const way = tried.at(-1);
  return way === undefined ? null : (readWithin[way] ?? null);
}

/** Whether an account may answer for what a system decided in a case: who made or approved the rule, or took part, may not. */
export const mayReview = (
  account: string,
  { authors, approvers }: Pick<CaseRules, 'authors' | 'approvers'>,
  decidedBy: readonly string[],
): boolean => ![...authors, ...approvers, ...decidedBy].includes(account);

const days = (count: number): Span => ({ count, unit: 'days' });

/** How long each clock runs where a system has not declared otherwise; what a rule pack says goes before both. */
export const defaultSpans: Readonly<Record<string, Span>> = {
  'notice.drafting': days(5),
  'notice.sending': days(3),
  'notice.delivery': days(14),
  'notice.receipt': days(3),
  'notice.tracing': days(10),
  'appeal.keep': days(365),
  'appeal.intake': days(5),
  'appeal.admissibility': days(14),
  'appeal.supply': days(14),
  'appeal.answer': days(28),
  'appeal.hold': days(28),
  'appeal.assignment': days(5),
  'appeal.review': days(28),
  'appeal.evidence': days(14),
  'appeal.effect': days(7),
  'effect.issue': days(365),
  'effect.confirmation': days(2),
  'effect.suspension': days(120),
  'effect.carrying-out': days(365),
  'review.assignment': days(5),
  'review.review': days(28),
  'review.cosign': days(7),
  'review.closing': days(2),
  'review.reread': days(14),
  'remedy.proposal': days(14),
  'remedy.approval': days(14),
  'remedy.reopening': days(14),
  'remedy.notice': days(28),
  'remedy.review': days(90),
  'remedy.payment': days(14),
  'remedy.correction': days(28),
};
