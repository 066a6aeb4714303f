/** `@ombud/contest`: notice, appeal, review and remedy as tables, with their clocks. */
export { type Guessing, type YearlyChance, yearlyChance } from './access/chance.ts';
export { codeBits, newCode, type ReadCode, readCode } from './access/code.ts';
export { isKnownThing, type KnownKind, knownKinds, knownThing, tells } from './access/known-thing.ts';
export {
  type Attempts,
  caseSlowing,
  failed,
  noAttempts,
  type Slowing,
  sourceSlowing,
  waitOf,
} from './access/slow-down.ts';
export type { Asked, Facts, Words } from './case/asked.ts';
export { isOwed } from './case/clocks.ts';
export type { Message, MessageKind } from './case/consequences.ts';
export { mayBeReceived, type Progress, reviewOf, twoDue, type World } from './case/guards.ts';
export { messageId } from './case/message-id.ts';
export {
  type AppealData,
  type CaseView,
  type Channel,
  type EffectData,
  emptyData,
  type MachineName,
  type Matter,
  type MatterOf,
  mattersOf,
  type NoticeData,
  type RemedyData,
  type ReviewData,
  type Way,
} from './case/parts.ts';
export {
  leftOf,
  mayBeTold,
  type Payment,
  type PaymentState,
  refuseMoney,
  refuseNote,
  refusePayment,
} from './case/payment.ts';
export { begin, type CaseRefusal, type Change, machines, type Plan, plan } from './case/plan.ts';
export type { FieldCondition, SavedQuery } from './case/query.ts';
export { type CaseRules, type ClockName, defaultSpans, mayReview } from './case/rules.ts';
export { type NamedSearch, namedSearch, namesSearch } from './case/search.ts';
export { isNotified, isOpen, isSuspendedByRule, windowEnd } from './case/window.ts';
export { contestErrors } from './errors.ts';
export {
  type Actor,
  type Machine,
  movesOf,
  type Refusal,
  type StateRow,
  type Step,
  step,
  type Transition,
} from './machine.ts';
export {
  type AppealClock,
  type AppealEvent,
  type AppealGuard,
  type AppealState,
  appeal,
  openStates,
} from './machines/appeal.ts';
export {
  type EffectClock,
  type EffectEvent,
  type EffectGuard,
  type EffectState,
  effect,
} from './machines/effect.ts';
export {
  type NoticeClock,
  type NoticeEvent,
  type NoticeGuard,
  type NoticeState,
  notice,
} from './machines/notice.ts';
export {
  type RemedyClock,
  type RemedyEvent,
  type RemedyGuard,
  type RemedyState,
  remedy,
} from './machines/remedy.ts';
export {
  type ReviewClock,
  type ReviewEvent,
  type ReviewGuard,
  type ReviewState,
  review,
} from './machines/review.ts';
export { contradictionsOf, type KnownDecision, machineAsRecorded } from './notice/agree.ts';
export {
  type ComposedNotice,
  composeNotice,
  type NoticeBlock,
  type NoticeSection,
} from './notice/compose.ts';
export type { Datum, Decided, EffectPromise, NoticeFacts } from './notice/facts.ts';
export { judgeNotice, type NoticeJudgement, type NoticeRules } from './notice/judge.ts';
export { countText, gradeOf, readingGrade, type TextCounts } from './notice/reading-grade.ts';
export {
  type NoticeTemplate,
  type SignatureState,
  signatureOf,
  type TemplateSignature,
  templateDigest,
} from './notice/template.ts';
export {
  type Fault,
  type FaultRating,
  type FaultRow,
  faults,
  isWholeRating,
  type Outcome,
  type OutcomeRow,
  outcomes,
  pointsAtRule,
} from './outcomes.ts';
export { type EffectRule, type WindowPack, windowPacks } from './packs/appeal-windows.ts';
export {
  checkNotice,
  type Demand,
  type NoticeCheck,
  type NoticePack,
  type NoticePart,
  noticePacks,
  type Owed,
} from './packs/notice-content.ts';
export {
  type CalendarId,
  calendars,
  dayOf,
  deemedReceipt,
  endOfWindow,
  type Place,
  type Span,
} from './time/deadline.ts';
