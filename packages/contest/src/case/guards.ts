/** What each guard of each machine means, as a question about a case and what is asked of it. */
import type { AppealGuard } from '../machines/appeal.ts';
import type { EffectGuard } from '../machines/effect.ts';
import type { NoticeGuard } from '../machines/notice.ts';
import type { RemedyGuard } from '../machines/remedy.ts';
import type { ReviewGuard } from '../machines/review.ts';
import { isWholeRating, type Outcome } from '../outcomes.ts';
import { checkNotice, type NoticePart } from '../packs/notice-content.ts';
import { dayOf } from '../time/deadline.ts';
import type { Asked } from './asked.ts';
import { type CaseView, type MachineName, type Matter, type MatterOf, mattersOf, type Way } from './parts.ts';
import { type CaseRules, readingAwaited } from './rules.ts';
import { isNotified, isSuspendedByRule, suspends, windowEnd } from './window.ts';

/** How far a remedy has come with each of its people. */
export interface Progress {
  readonly people: number;
  /** Whose effect was ordered to stop, or had stopped or ended before: not all of them are confirmed. */
  readonly suspended: number;
  readonly notified: number;
  /** People to whom money is owed that was not ordered yet. */
  readonly due: number;
  /** Each order of this step is signed, and none was given twice. */
  readonly ordersSigned: boolean;
  /** Orders that the bank has not carried out. */
  readonly unpaid: number;
  /** What is owed to each was ordered, and not the flat sum alone. */
  readonly ownSums: boolean;
  /** Appeals and reviews of these people that wait for their answer. */
  readonly unanswered: number;
}

/** What the guards and clocks may look at beside the case. */
export interface World {
  readonly now: string;
  readonly rules: CaseRules;
  readonly breakerClosed: boolean;
  /** In [0, 1): whether a review is read again hangs on it. */
  readonly draw: number;
  readonly newId: () => string;
  readonly progress?: Progress;
  /** Accounts and keys that took a step of two and may not any more: what they did counts for nobody's second. */
  readonly shutOut?: ReadonlySet<string>;
}

interface Question<M extends MachineName> {
  readonly view: CaseView;
  readonly matter: MatterOf<M>;
  readonly asked: Asked;
  readonly world: World;
}

type Answer<M extends MachineName> = (question: Question<M>) => boolean;

const given = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const reasons = ({ asked }: { readonly asked: Asked }): boolean => given(asked.words?.reasons);
const coded = ({ asked }: { readonly asked: Asked }): boolean => given(asked.facts?.reason);

/** Ways that were not tried yet. */
export const waysLeft = ({ data }: MatterOf<'notice'>): Way[] =>
  data.ways.filter((way) => !data.tried.includes(way));

/** Parts that the packs in force require in a notice and that are not filled. */
export function lackingParts(
  { noticePacks }: CaseRules,
  parts: readonly string[],
  day: string,
): NoticePart[] {
  const filled = new Set(parts as readonly NoticePart[]);
  return [...new Set(noticePacks.flatMap((pack) => checkNotice(pack, filled, day).lacking))];
}

const lacks = ({ view, asked, world }: Question<'notice'>): boolean =>
  lackingParts(world.rules, asked.facts?.parts ?? [], dayOf(world.now, view.place)).length > 0;

const isAwaited = ({ matter, world }: Question<'notice'>): boolean =>
  readingAwaited(world.rules, matter.data.tried) !== null;

/** Whether the person entered with the code of the letter: while it was on its way, or to send an appeal. */
const isOpened = ({ view, matter }: Question<'notice'>): boolean =>
  matter.data.opened ||
  mattersOf(view, 'appeal').some(({ data }) => data.receivedAt !== null && data.typedIn === null);

const noticeGuards: Readonly<Record<NoticeGuard, Answer<'notice'>>> = {
  'has-required-fields': (question) => !lacks(question),
  'lacks-required-fields': lacks,
  'template-signed': ({ matter }) => matter.data.templateSigned,
  'another-way-left': ({ matter }) => waysLeft(matter).length > 0,
  'no-way-left': ({ matter }) => waysLeft(matter).length === 0,
  'sent-before': ({ matter }) => matter.data.sentAt !== null,
  'not-opened': (question) => !isOpened(question),
  'reading-awaited': isAwaited,
  'reading-not-awaited': (question) => !isAwaited(question),
};

/** The review of an appeal that is under way or signed: the newest. */
export const reviewOf = (view: CaseView, appeal: string): MatterOf<'review'> | undefined =>
  mattersOf(view, 'review').findLast(({ data, state }) => data.appeal === appeal && state !== 'cancelled');

const outcomeOf = ({ asked, view, matter }: Question<'appeal'>): Outcome | undefined =>
  asked.facts?.outcome ?? reviewOf(view, matter.id)?.data.outcome ?? undefined;

const isLate = ({ view, matter, asked, world }: Question<'appeal'>): boolean => {
  const end = windowEnd(view, world.rules);
  const received = asked.facts?.receivedAt ?? matter.data.receivedAt ?? world.now;
  return end !== null && Date.parse(received) >= Date.parse(end);
};

/** Whether an appeal can have come in then: not before the day of the decision, and not after now. */
export const mayBeReceived = (
  { decidedAt, place }: Pick<CaseView, 'decidedAt' | 'place'>,
  receivedAt: string | undefined,
  now: string,
): boolean =>
  receivedAt === undefined ||
  (dayOf(receivedAt, place) >= dayOf(decidedAt, place) && Date.parse(receivedAt) <= Date.parse(now));

const appealGuards: Readonly<Record<AppealGuard, Answer<'appeal'>>> = {
  'received-by-now': ({ view, asked, world }) => mayBeReceived(view, asked.facts?.receivedAt, world.now),
  'in-window': (question) => !isLate(question),
  'after-window': isLate,
  'effect-suspended-where-due': ({ view, matter, world }) =>
    !suspends(view, world.rules, matter) ||
    mattersOf(view, 'effect').every(({ state }) => state !== 'running' && state !== 'not-begun'),
  'reviewer-is-free': ({ view, matter, asked }) => {
    const review = reviewOf(view, matter.id);
    return review !== undefined && review.data.reviewer === asked.facts?.reviewer;
  },
  // Whoever ends an appeal has its papers, and its person knows who that is.
  'handled-by-them': ({ view, matter, asked }) => reviewOf(view, matter.id)?.data.reviewer === asked.actor,
  'reason-coded': coded,
  'faults-rated': ({ view, matter, asked }) =>
    isWholeRating(asked.facts?.faults ?? reviewOf(view, matter.id)?.data.faults ?? undefined),
  // Those of the review are of its answer: whoever ends an appeal another way has their own.
  'reasons-given': (question) =>
    reasons(question) ||
    (question.asked.event === 'decide' &&
      reviewOf(question.view, question.matter.id)?.data.reasonsGiven === true),
  'not-worse-for-person': (question) => {
    const outcome = outcomeOf(question);
    return outcome !== undefined && outcome !== 'worse';
  },
  'cosigned-where-due': ({ view, matter, world }) =>
    !twoDue(world.rules) || (reviewOf(view, matter.id)?.data.cosigner ?? null) !== null,
  'new-value-recorded': ({ asked }) => asked.words?.newDecision !== undefined,
  'warned-before': ({ matter }) => matter.data.warned,
  'of-a-remedy': ({ matter }) => matter.data.channel === 'remedy',
};

/** Those of two whose step still counts. */
const inForce = (people: readonly string[], { shutOut }: World): readonly string[] =>
  people.filter((one) => shutOut?.has(one) !== true);

const effectGuards: Readonly<Record<EffectGuard, Answer<'effect'>>> = {
  'appeal-open': ({ view, world }) => isSuspendedByRule(view, world.rules),
  'no-appeal-open': ({ view, world }) => !isSuspendedByRule(view, world.rules),
  notified: ({ view }) => isNotified(view),
  'person-agreed': ({ asked, world }) => world.rules.window.waivable && asked.facts?.personAgreed === true,
  'not-confirmed-by-them': ({ matter, asked }) => !matter.data.confirmedBy.includes(asked.actor),
  corroborated: ({ asked }) => given(asked.facts?.corroboration),
  'breaker-closed': ({ world }) => world.breakerClosed,
  'two-confirmed-where-due': ({ matter, world }) =>
    !world.rules.biometric ||
    (inForce(matter.data.confirmedBy, world).length >= 2 && matter.data.corroborated),
};

/** Two people answer: where it is declared, and always for a biometric match. */
export const twoDue = ({ twoReviewers, biometric }: CaseRules): boolean => twoReviewers || biometric;

/** Whose independence is asked: the one who is to be assigned, else the one who acts. */
const candidate = ({ asked }: { readonly asked: Asked }): string =>
  asked.event === 'assign' ? (asked.facts?.reviewer ?? '') : asked.actor;

const reviewGuards: Readonly<Record<ReviewGuard, Answer<'review'>>> = {
  'not-rule-author': (question) => !question.world.rules.authors.includes(candidate(question)),
  'not-rule-approver': (question) => !question.world.rules.approvers.includes(candidate(question)),
  'not-decider': (question) =>
    candidate(question) !== '' && !question.view.decidedBy.includes(candidate(question)),
  'not-handler': ({ matter, asked }) =>
    asked.actor !== matter.data.reviewer &&
    (matter.state !== 'reread' || asked.actor !== matter.data.cosigner),
  'ground-is-discrimination': ({ view, matter }) =>
    mattersOf(view, 'appeal').some(
      ({ id, data }) => id === matter.data.appeal && data.grounds.includes('discrimination'),
    ),
  'every-fault-answered': ({ asked }) => isWholeRating(asked.facts?.faults),
  'reasons-given': reasons,
  'two-due': ({ world }) => twoDue(world.rules),
  'one-is-enough': ({ world }) => !twoDue(world.rules),
  'corroborated-where-due': ({ asked, world }) =>
    !world.rules.biometric || asked.facts?.outcome !== 'upheld' || given(asked.facts.corroboration),
  'not-worse-for-person': ({ asked }) =>
    asked.facts?.outcome !== undefined && asked.facts.outcome !== 'worse',
  drawn: ({ matter }) => matter.data.drawn === true,
  'not-drawn': ({ matter }) => matter.data.drawn !== true,
};

const remedyGuards: Readonly<Record<RemedyGuard, Answer<'remedy'>>> = {
  'query-versioned': ({ asked }) => (asked.facts?.query?.version ?? 0) >= 1,
  'query-digest-recorded': ({ asked }) => /^[0-9a-f]{64}$/.test(asked.facts?.query?.digest ?? ''),
  'two-approvers': ({ matter, asked, world }) =>
    new Set([...inForce(matter.data.approvers, world), asked.actor]).size >= 2,
  'not-rule-author': ({ asked, world }) => !world.rules.authors.includes(asked.actor),
  'reasons-given': reasons,
  'effects-suspended': ({ world: { progress } }) =>
    progress !== undefined && progress.suspended === progress.people,
  'every-person-notified': ({ world: { progress } }) =>
    progress !== undefined && progress.notified === progress.people,
  'order-signed-once': ({ world: { progress } }) => progress?.ordersSigned === true,
  'money-is-due': ({ world: { progress } }) => (progress?.due ?? 0) > 0,
  'no-money-is-due': ({ world: { progress } }) => progress?.due === 0,
  'everybody-paid': ({ world: { progress } }) => progress?.unpaid === 0,
  'flat-sum-alone': ({ matter, world: { progress } }) =>
    matter.data.flat !== null && progress?.ownSums === false,
  'own-sums': ({ matter, world: { progress } }) => matter.data.flat === null || progress?.ownSums === true,
  'everybody-answered': ({ world: { progress } }) => progress?.unanswered === 0,
};

const guards = {
  notice: noticeGuards,
  appeal: appealGuards,
  effect: effectGuards,
  review: reviewGuards,
  remedy: remedyGuards,
};

/** Whether a guard of the machine of `matter` holds. */
export function holds(view: CaseView, matter: Matter, asked: Asked, world: World, guard: string): boolean {
  const answers = guards[matter.machine] as Readonly<Record<string, Answer<MachineName>>>;
  return answers[guard]?.({ view, matter: matter as MatterOf<MachineName>, asked, world }) ?? false;
}
