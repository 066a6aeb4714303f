/** What one move of a case brings with it: moves of its other machines, and messages to those outside. */
import { outcomes } from '../outcomes.ts';
import type { Asked } from './asked.ts';
import { reviewOf } from './guards.ts';
import { messageId } from './message-id.ts';
import { type CaseView, type Matter, type MatterOf, mattersOf } from './parts.ts';
import type { CaseRules } from './rules.ts';
import { suspends } from './window.ts';

/** A message that leaves with the state and is sent after it; its id makes it once. */
export interface Message {
  readonly id: string;
  readonly kind: MessageKind;
  /** Which of several receivers of its kind: of a notice, the way that it goes. */
  readonly receiver?: string;
  /** Not before this instant; at once where left out. */
  readonly notBefore?: string;
  readonly body: Readonly<Record<string, string | number | null>>;
}

/** What is told to those outside. `notice.send` goes to the carrier, `effect.*` to the deciding system. */
export type MessageKind =
  | 'notice.send'
  | 'effect.suspend'
  | 'effect.lift'
  | 'effect.cancel'
  | 'appeal.answer-asked'
  | 'appeal.answered'
  | 'remedy.step'
  | 'deadline.passed';

/** A move that follows. One that must happen takes the first with it where it is refused; another is left out. */
export interface Following {
  readonly asked: Asked;
  readonly must: boolean;
}

/** A move that was made. */
export interface Moved {
  readonly matter: Matter;
  readonly from: string;
  readonly asked: Asked;
}

const ended: readonly string[] = ['withdrawn', 'void', 'struck-out', 'person-died', 'inadmissible'];
const timer = { by: 'timer', actor: 'timer' } as const;

const effectOf = (view: CaseView): MatterOf<'effect'> | undefined => mattersOf(view, 'effect')[0];

/** Asks the effect to do something, where its table lets it. */
const ofEffect = (view: CaseView, asked: Omit<Asked, 'matter'>): Following[] => {
  const effect = effectOf(view);
  return effect === undefined ? [] : [{ asked: { ...asked, matter: effect.id }, must: false }];
};

function ofAppeal(moved: Moved, appeal: MatterOf<'appeal'>, view: CaseView, rules: CaseRules): Following[] {
  const { event, by, actor } = moved.asked;
  if (ended.includes(appeal.state)) {
    const review = reviewOf(view, appeal.id);
    return review === undefined
      ? []
      : [{ asked: { matter: review.id, event: 'cancel', ...timer }, must: false }];
  }
  if (event === 'concede') return ofEffect(view, { event: 'cancel', by, actor });
  if (event === 'decide') {
    const ends = appeal.data.outcome !== null && outcomes[appeal.data.outcome].endsEffect;
    return ofEffect(view, { event: ends ? 'cancel' : 'lift', by, actor });
  }
  // Whatever opens an appeal stops the effect in the same moment.
  return suspends(view, rules, appeal) ? ofEffect(view, { event: 'suspend', ...timer }) : [];
}

function ofReview({ asked }: Moved, review: MatterOf<'review'>): Following[] {
  const matter = review.data.appeal;
  switch (asked.event) {
    case 'assign': {
      const reviewer = review.data.reviewer ?? '';
      return [
        {
          asked: { matter, event: 'assign', by: asked.by, actor: asked.actor, facts: { reviewer } },
          must: true,
        },
      ];
    }
    case 'recuse':
      return [
        {
          asked: {
            matter,
            event: 'unassign',
            by: asked.by,
            actor: asked.actor,
            facts: { reason: asked.facts?.reason ?? 'recused' },
          },
          must: true,
        },
      ];
    case 'sign':
    case 'cosign':
      return [
        {
          asked: {
            matter,
            event: 'decide',
            by: 'reviewer',
            actor: review.data.reviewer ?? '',
            facts: {
              ...(review.data.outcome === null ? {} : { outcome: review.data.outcome }),
              ...(review.data.faults === null ? {} : { faults: review.data.faults }),
            },
          },
          must: true,
        },
      ];
    default:
      return [];
  }
}

/** An effect that the deciding system has confirmed carries the answer out. */
function ofConfirmation({ asked, from }: Moved, view: CaseView): Following[] {
  if (asked.event !== 'confirm' || (from !== 'lifting' && from !== 'cancelling')) return [];
  return mattersOf(view, 'appeal')
    .filter(({ state }) => state === 'decided' || state === 'conceded')
    .map(({ id }) => ({
      asked: { matter: id, event: 'confirm-effect', by: asked.by, actor: asked.actor },
      must: false,
    }));
}

/** What nobody can trace goes another way at once; a letter that the post brought back is for a clerk to trace first. */
function ofNotice({ matter, asked }: Moved, { data }: MatterOf<'notice'>): Following[] {
  const isTraced = asked.event === 'return' && data.tried.at(-1) === 'print';
  return isTraced || !lost.has(asked.event)
    ? []
    : [{ asked: { matter: matter.id, event: 'resend', ...timer }, must: false }];
}

/** Events after which a notice is known not to have reached anybody. */
const lost: ReadonlySet<string> = new Set(['fail', 'return', 'not-read']);

/** The moves that follow one, in the case as it is after it. */
export function followingOf(moved: Moved, view: CaseView, rules: CaseRules): Following[] {
  switch (moved.matter.machine) {
    case 'appeal':
      return ofAppeal(moved, moved.matter, view, rules);
    case 'review':
      return ofReview(moved, moved.matter);
    case 'effect':
      return ofConfirmation(moved, view);
    case 'notice':
      return ofNotice(moved, moved.matter);
    case 'remedy':
      return [];
  }
}

/** Whether an appeal has come to where a review of it must begin. */
export const beginsReview = ({ matter, from }: Moved): boolean =>
  matter.machine === 'appeal' &&
  matter.state === 'awaiting-review' &&
  (from === 'with-decider' || from === 'after-decision' || from === 'draft');

const minuteMs = 60_000;

/** A minute of the hour after `now`, so that letters to many do not all go, and come back as calls, at once. */
const randomMinute = (now: string, draw: number): string =>
  new Date(Date.parse(now) + Math.floor(draw * 60) * minuteMs).toISOString();

/** What is told outside because of a move. The id is that of the move: sent twice, it is still one message. */
export function messagesOf(moved: Moved, view: CaseView, now: string, draw: number): Message[] {
  const { matter, asked } = moved;
  const message = (
    kind: MessageKind,
    body: Message['body'] = {},
    more: Pick<Message, 'notBefore' | 'receiver'> = {},
  ): Message => ({
    id: messageId(matter.id, matter.version),
    kind,
    ...more,
    body: {
      case: view.id,
      system: view.system,
      matter: matter.id,
      version: matter.version,
      at: now,
      ...body,
    },
  });
  switch (matter.machine) {
    case 'notice': {
      if (asked.event !== 'queue' && asked.event !== 'resend') return [];
      const way = matter.data.tried.at(-1) ?? null;
      return [message('notice.send', { way }, { notBefore: randomMinute(now, draw), receiver: way ?? '' })];
    }
    case 'appeal':
      if (asked.event === 'accept') return [message('appeal.answer-asked', { until: matter.deadline })];
      return asked.event === 'decide' || asked.event === 'concede'
        ? [message('appeal.answered', { outcome: matter.data.outcome })]
        : [];
    case 'effect':
      if (asked.event === 'suspend') return [message('effect.suspend', { until: matter.deadline })];
      if (asked.event === 'waive' || asked.event === 'lift') return [message('effect.lift')];
      return asked.event === 'cancel' ? [message('effect.cancel')] : [];
    case 'remedy':
      return asked.event === 'reopen' || asked.event === 'notify' || asked.event === 'pay'
        ? [message('remedy.step', { step: asked.event })]
        : [];
    case 'review':
      return [];
  }
}
