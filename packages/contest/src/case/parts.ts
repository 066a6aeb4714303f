/** A case as plain data: what hangs on one decision, and the runs of machines in it. */
import type { Money } from '@ombud/kernel';
import type { AppealClock, AppealState } from '../machines/appeal.ts';
import type { EffectClock, EffectState } from '../machines/effect.ts';
import type { NoticeClock, NoticeState } from '../machines/notice.ts';
import type { RemedyClock, RemedyState } from '../machines/remedy.ts';
import type { ReviewClock, ReviewState } from '../machines/review.ts';
import type { FaultRating, Outcome } from '../outcomes.ts';
import type { Place } from '../time/deadline.ts';
import type { SavedQuery } from './query.ts';

/** How a notice can reach somebody. */
export type Way = 'webhook' | 'email' | 'print';
/** How an appeal came in; a clerk enters what came on paper or by telephone, and a remedy for all opens what nobody lodged. */
export type Channel = 'portal' | 'api' | 'paper' | 'telephone' | 'remedy';

/** What is known of a notice beside its state: codes and dates, nothing personal. */
export interface NoticeData {
  /** Parts that a rule pack in force requires and the notice lacks. */
  readonly lacking: readonly string[];
  /** A named native reviewer has signed the template of its language. */
  readonly templateSigned: boolean;
  readonly ways: readonly Way[];
  readonly tried: readonly Way[];
  /** The message that carries it, by which its carrier speaks of it. */
  readonly message: string | null;
  readonly sentAt: string | null;
  /** The person, or who speaks for them, has entered with its code while it was on its way. */
  readonly opened: boolean;
  /** Who that was; left out in runs of before that was kept. */
  readonly openedBy?: 'person' | 'representative';
  /** The day from which the person counts as told, YYYY-MM-DD where they live; null while nobody knows. */
  readonly receivedOn: string | null;
}

/** What is known of an appeal beside its state. */
export interface AppealData {
  readonly channel: Channel;
  readonly grounds: readonly string[];
  /** When it came in: the moment it was sent, or the day the paper or the call reached the office. */
  readonly receivedAt: string | null;
  /** Who of the office typed it in, and when; null where the person sent it. */
  readonly typedIn: { readonly by: string; readonly at: string } | null;
  /** Who sent it, where it was somebody who speaks for the person. */
  readonly lodgedBy?: 'representative';
  /** The person took it back, and somebody of the office wrote that down. */
  readonly takenBackTypedIn: boolean;
  /** Who took it back, where it was somebody who speaks for the person. */
  readonly takenBackBy?: 'representative';
  readonly late: boolean;
  readonly lateReason: string | null;
  /** The person asked, in time, that the effect stop. */
  readonly suspensionAsked: boolean;
  readonly newEvidence: boolean;
  readonly outcome: Outcome | null;
  readonly faults: FaultRating | null;
  readonly answeredAt: string | null;
  /** A warning came before any striking out. */
  readonly warned: boolean;
  /** How often the time to answer was lengthened. */
  readonly extensions: number;
  readonly deciderOverdue: boolean;
}

/** What is known of an effect beside its state. */
export interface EffectData {
  readonly waived: boolean;
  /** Somebody ordered the suspension, where a rule asks for an order. */
  readonly ordered: boolean;
  /** Who looked at a match before any effect, where two must. */
  readonly confirmedBy: readonly string[];
  readonly corroborated: boolean;
  /** The message that asks the deciding system for what it has not confirmed yet. */
  readonly message: string | null;
  /** When it was asked first for that; null where nothing is open, left out in runs of before that was kept. */
  readonly askedAt?: string | null;
}

/** What is known of a review beside its state. */
export interface ReviewData {
  readonly appeal: string;
  readonly reviewer: string | null;
  readonly cosigner: string | null;
  readonly faults: FaultRating | null;
  readonly outcome: Outcome | null;
  readonly reasonsGiven: boolean;
  readonly corroborated: boolean;
  readonly attributesUnlocked: boolean;
  /** Drawn to be read again; settled when it is signed, so that nobody can choose. */
  readonly drawn: boolean | null;
  readonly rereader: string | null;
  readonly agreed: boolean | null;
}

/** What is known of a remedy beside its state. */
export interface RemedyData {
  /** SHA-256 of the canonical JSON of the saved query, hexadecimal. */
  readonly queryDigest: string | null;
  readonly queryVersion: number | null;
  /** The query itself, for whoever approves to read. */
  readonly query: SavedQuery | null;
  /** How often it was searched: two searches of one query may find others. */
  readonly search: number;
  readonly found: number;
  /** Of those found, for how many there is a case: to them it goes. */
  readonly people: number;
  readonly approvers: readonly string[];
  readonly flat: Money | null;
}

interface Kinds {
  readonly notice: { state: NoticeState; clock: NoticeClock; data: NoticeData };
  readonly appeal: { state: AppealState; clock: AppealClock; data: AppealData };
  readonly effect: { state: EffectState; clock: EffectClock; data: EffectData };
  readonly review: { state: ReviewState; clock: ReviewClock; data: ReviewData };
  readonly remedy: { state: RemedyState; clock: RemedyClock; data: RemedyData };
}

/** The name of a machine. */
export type MachineName = keyof Kinds;

/** One run of a machine in a case: its state, its clock, when that is over, and how often it moved. */
export interface MatterOf<M extends MachineName> {
  readonly id: string;
  readonly machine: M;
  readonly state: Kinds[M]['state'];
  readonly clock: Kinds[M]['clock'] | null;
  /** The first instant that is too late, ISO 8601 in UTC; null at an end. */
  readonly deadline: string | null;
  readonly since: string;
  /** How often it moved; each move is an entry of the ledger. */
  readonly version: number;
  readonly data: Kinds[M]['data'];
}

/** A run of any machine. */
export type Matter = { [M in MachineName]: MatterOf<M> }[MachineName];

/** What hangs on one decision. */
export interface CaseView {
  readonly id: string;
  readonly system: string;
  readonly decidedAt: string;
  /** Accounts that took part in the original decision. */
  readonly decidedBy: readonly string[];
  readonly place: Place;
  readonly matters: readonly Matter[];
}

/** The runs of one machine in a case, oldest first. */
export const mattersOf = <M extends MachineName>(
  view: Pick<CaseView, 'matters'>,
  machine: M,
): MatterOf<M>[] => view.matters.filter((matter) => matter.machine === machine) as unknown as MatterOf<M>[];

const nothing: { readonly [M in MachineName]: Kinds[M]['data'] } = {
  notice: {
    lacking: [],
    templateSigned: false,
    ways: [],
    tried: [],
    message: null,
    sentAt: null,
    opened: false,
    receivedOn: null,
  },
  appeal: {
    channel: 'portal',
    grounds: [],
    receivedAt: null,
    typedIn: null,
    takenBackTypedIn: false,
    late: false,
    lateReason: null,
    suspensionAsked: false,
    newEvidence: false,
    outcome: null,
    faults: null,
    answeredAt: null,
    warned: false,
    extensions: 0,
    deciderOverdue: false,
  },
  effect: { waived: false, ordered: false, confirmedBy: [], corroborated: false, message: null },
  review: {
    appeal: '',
    reviewer: null,
    cosigner: null,
    faults: null,
    outcome: null,
    reasonsGiven: false,
    corroborated: false,
    attributesUnlocked: false,
    drawn: null,
    rereader: null,
    agreed: null,
  },
  remedy: {
    queryDigest: null,
    queryVersion: null,
    query: null,
    search: 0,
    found: 0,
    people: 0,
    approvers: [],
    flat: null,
  },
};

/** What is known of a run of a machine before anything happened. */
export const emptyData = <M extends MachineName>(machine: M): Kinds[M]['data'] => nothing[machine];
