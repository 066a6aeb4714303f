/** `@ombud/contest`: notice, appeal, review and remedy as tables, with their clocks. */
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
  dayOf,
  deemedReceipt,
  endOfWindow,
  type Place,
  type Span,
} from './time/deadline.ts';
