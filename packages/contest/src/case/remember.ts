/** What a run of a machine keeps of an event: codes, dates and names of accounts. */

import type { FaultRating } from '../outcomes.ts';
import { dayOf } from '../time/deadline.ts';
import type { Asked } from './asked.ts';
import { lackingParts, twoDue, type World, waysLeft } from './guards.ts';
import { messageId } from './message-id.ts';
import type {
  AppealData,
  CaseView,
  EffectData,
  Matter,
  MatterOf,
  NoticeData,
  RemedyData,
  ReviewData,
} from './parts.ts';

function notice(
  { data, ...matter }: MatterOf<'notice'>,
  { event, by, facts = {} }: Asked,
  view: CaseView,
  { now, rules }: World,
): NoticeData {
  switch (event) {
    case 'check':
      return { ...data, lacking: lackingParts(rules, facts.parts ?? [], dayOf(now, view.place)) };
    case 'complete':
      return {
        ...data,
        ways: facts.ways ?? data.ways,
        templateSigned: facts.templateSigned ?? data.templateSigned,
      };
    case 'queue':
    case 'resend': {
      const way = facts.way ?? waysLeft({ data, ...matter })[0];
      return {
        ...data,
        tried: way === undefined ? data.tried : [...data.tried, way],
        message: messageId(matter.id, matter.version + 1),
        receivedOn: null,
      };
    }
    case 'send':
      return { ...data, sentAt: now };
    case 'open':
      return {
        ...data,
        opened: true,
        openedBy: data.openedBy === 'person' || by !== 'representative' ? 'person' : 'representative',
        receivedOn: dayOf(now, view.place),
      };
    case 'deem':
      return { ...data, receivedOn: data.receivedOn ?? dayOf(now, view.place) };
    case 'fail':
    case 'return':
      return { ...data, receivedOn: null };
    default:
      return data;
  }
}

/** Keeps that it was somebody who speaks for the person, so that their page does not say that they did it. */
const speaksFor = <K extends string>(what: K, by: Asked['by']): { readonly [name in K]?: 'representative' } =>
  (by === 'representative' ? { [what]: by } : {}) as { readonly [name in K]?: 'representative' };

function appeal(
  { data }: MatterOf<'appeal'>,
  { event, by, actor, facts = {} }: Asked,
  now: string,
  to: string,
): AppealData {
  switch (event) {
    case 'lodge':
      return {
        ...data,
        channel: facts.channel ?? data.channel,
        grounds: facts.grounds ?? data.grounds,
        receivedAt: facts.receivedAt ?? now,
        typedIn: by === 'clerk' ? { by: actor, at: now } : null,
        ...speaksFor('lodgedBy', by),
        late: to === 'late',
        lateReason: to === 'late' ? (facts.reason ?? null) : null,
        suspensionAsked: facts.suspensionAsked ?? data.suspensionAsked,
        newEvidence: facts.newEvidence ?? data.newEvidence,
      };
    case 'supply':
      return { ...data, newEvidence: facts.newEvidence ?? data.newEvidence };
    case 'ask-for-more':
      return { ...data, warned: facts.warned ?? data.warned };
    case 'hold':
      return { ...data, extensions: data.extensions + 1, warned: facts.warned ?? data.warned };
    case 'decider-overdue':
      return { ...data, deciderOverdue: true };
    case 'concede':
      return { ...data, outcome: 'conceded', faults: facts.faults as FaultRating, answeredAt: now };
    case 'decide':
      return {
        ...data,
        outcome: facts.outcome ?? data.outcome,
        faults: (facts.faults as FaultRating | undefined) ?? data.faults,
        answeredAt: now,
      };
    case 'refuse-late':
      return { ...data, outcome: 'inadmissible', answeredAt: now };
    case 'withdraw':
      return {
        ...data,
        outcome: 'withdrawn',
        takenBackTypedIn: by === 'clerk',
        ...speaksFor('takenBackBy', by),
        answeredAt: now,
      };
    case 'reinstate':
      return { ...data, outcome: null, takenBackTypedIn: false, faults: null, answeredAt: null };
    default:
      return data;
  }
}

function effect(
  { data: before, id, version }: MatterOf<'effect'>,
  { event, by, actor, facts = {} }: Asked,
  now: string,
): EffectData {
  const data = orders.has(event) ? { ...before, message: messageId(id, version + 1), askedAt: now } : before;
  switch (event) {
    case 'confirm':
      return { ...data, message: null, askedAt: null };
    case 'confirm-match':
      return { ...data, confirmedBy: [...data.confirmedBy, actor], corroborated: true };
    case 'suspend':
      return { ...data, ordered: data.ordered || by !== 'timer', waived: false };
    case 'waive':
      return { ...data, waived: facts.personAgreed === true };
    case 'lift':
      return { ...data, ordered: false };
    default:
      return data;
  }
}

function review(
  { data }: MatterOf<'review'>,
  { event, actor, facts = {} }: Asked,
  { rules, draw }: World,
): ReviewData {
  const signed = { drawn: draw < rules.rereadShare };
  switch (event) {
    case 'assign':
      return { ...data, reviewer: facts.reviewer ?? null };
    case 'recuse':
      return { ...data, reviewer: null, faults: null, outcome: null, reasonsGiven: false };
    case 'unlock-attributes':
      return { ...data, attributesUnlocked: true };
    case 'rate':
      return { ...data, faults: facts.faults as FaultRating };
    case 'propose':
      return {
        ...data,
        outcome: facts.outcome ?? null,
        reasonsGiven: true,
        corroborated: facts.corroboration !== undefined,
      };
    case 'cosign':
      return { ...data, cosigner: actor, ...signed };
    case 'sign':
      return twoDue(rules) ? data : { ...data, ...signed };
    case 'agree':
    case 'disagree':
      return { ...data, rereader: actor, agreed: event === 'agree' };
    default:
      return data;
  }
}

function remedy({ data }: MatterOf<'remedy'>, { event, actor, facts = {} }: Asked): RemedyData {
  switch (event) {
    case 'search':
    case 'search-again':
      return {
        ...data,
        queryDigest: facts.query?.digest ?? null,
        queryVersion: facts.query?.version ?? null,
        query: facts.query?.asked ?? null,
        search: data.search + 1,
        found: facts.query?.found ?? 0,
        people: facts.query?.people ?? 0,
        flat: facts.flat ?? data.flat,
        // Whoever approved before did not see what is found, nor the sum that is named, now.
        approvers: [],
      };
    case 'support':
    case 'approve':
    case 'reject':
      return { ...data, approvers: [...new Set([...data.approvers, actor])] };
    default:
      return data;
  }
}

/** Events that ask the deciding system for something. */
const orders: ReadonlySet<string> = new Set(['suspend', 'waive', 'lift', 'cancel']);

/** What a run of a machine knows after an event. */
export function remember(
  matter: Matter,
  asked: Asked,
  view: CaseView,
  world: World,
  to: string,
): Matter['data'] {
  switch (matter.machine) {
    case 'notice':
      return notice(matter, asked, view, world);
    case 'appeal':
      return appeal(matter, asked, world.now, to);
    case 'effect':
      return effect(matter, asked, world.now);
    case 'review':
      return review(matter, asked, world);
    case 'remedy':
      return remedy(matter, asked);
  }
}
