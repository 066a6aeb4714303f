/** A case as the pages tell it to its person: plain data out of what is stored. */
import { composeNotice, dayOf, type Matter, type MatterOf, mattersOf, windowEnd } from '@ombud/contest';
import type { CaseDatum, CaseEvent, CaseLook, CaseView } from '@ombud/report';
import type { Language } from '@ombud/words';
import { isVisit, type Look } from '../access/looks.ts';
import type { Role } from '../access/roles.ts';
import { templateOf } from '../contest/letters.ts';
import { dataOf } from '../contest/notice-facts.ts';
import type { LastAudit } from './last-audit.ts';
import type { OpenCase } from './open-case.ts';

/** The newest appeal of a case, or null. */
export const appealIn = ({ loaded }: Pick<OpenCase, 'loaded'>): MatterOf<'appeal'> | null =>
  mattersOf(loaded.view, 'appeal').at(-1) ?? null;

/** The facts that were used, in the page's language where the system has named them. */
export const factsIn = (
  { payload, settings, requests }: OpenCase,
  language: Language,
): readonly CaseDatum[] =>
  dataOf(payload.inputs, settings, language).map((one) => ({
    ...one,
    reported: requests.some(({ kind, fact }) => kind === 'correction' && fact === one.id),
  }));

/** The window of the person, or null while it does not run. */
export function windowIn({ loaded: { view }, desk }: OpenCase): CaseView['window'] {
  const end = windowEnd(view, desk.rulesOf(view.system));
  if (end === null) return null;
  const until = dayOf(new Date(Date.parse(end) - 1).toISOString(), view.place);
  return { until, over: desk.now() >= Date.parse(end) };
}

function decisionIn({ letter, loaded: { view }, settings, payload }: OpenCase, language: Language): string[] {
  if (letter === null) return [String(payload.decision)];
  const { title, sections } = composeNotice(templateOf(view.system, settings), letter.facts, language);
  const [decided] = sections;
  return [title, ...(decided?.blocks ?? []).flatMap((block) => (block.kind === 'text' ? [block.text] : []))];
}

const at = (instant: string | null, event: CaseEvent): { at: string; event: CaseEvent }[] =>
  instant === null ? [] : [{ at: instant, event }];

/** Ended by somebody else than the person, without an answer. */
const ended: ReadonlySet<string> = new Set(['void', 'struck-out', 'person-died']);

/** Who took an appeal back: the person, somebody for them, or a clerk who wrote it down. */
export const withdrawnBy = ({
  takenBackTypedIn,
  takenBackBy,
}: MatterOf<'appeal'>['data']): 'withdrawn' | 'withdrawn-typed' | 'withdrawn-representative' =>
  takenBackTypedIn ? 'withdrawn-typed' : takenBackBy === undefined ? 'withdrawn' : 'withdrawn-representative';

function eventsOf(matter: Matter): { at: string; event: CaseEvent }[] {
  switch (matter.machine) {
    case 'notice': {
      const { state, since, data } = matter as MatterOf<'notice'>;
      return [
        ...at(data.sentAt, 'sent'),
        ...(state === 'returned' ? at(since, 'returned') : []),
        ...(state === 'read'
          ? at(since, data.openedBy === 'representative' ? 'read-representative' : 'read')
          : []),
        ...(state === 'notified' ? at(since, 'told') : []),
      ];
    }
    case 'appeal': {
      const { state, since, data } = matter as MatterOf<'appeal'>;
      if (state === 'draft') return [];
      return [
        ...at(data.receivedAt, data.lodgedBy === undefined ? 'lodged' : 'lodged-representative'),
        ...at(data.typedIn?.at ?? null, 'typed'),
        ...(state === 'incomplete' ? at(since, 'asked') : []),
        // What the person took back, nobody answered.
        ...(data.outcome === 'withdrawn'
          ? []
          : at(data.answeredAt, data.outcome === 'conceded' ? 'conceded' : 'answered')),
        ...(state === 'withdrawn' ? at(since, withdrawnBy(data)) : []),
        ...(ended.has(state) ? at(since, 'ended') : []),
      ];
    }
    case 'effect':
      return matter.state === 'suspended' ? at(matter.since, 'suspended') : [];
    case 'review':
      return matter.state === 'assigned' ? at(matter.since, 'assigned') : [];
    case 'remedy':
      return matter.state === 'corrected' ? at(matter.since, 'remedied') : [];
  }
}

function eventsIn({ loaded: { view }, corrected }: OpenCase): CaseView['events'] {
  return [
    ...at(view.decidedAt, 'decided'),
    ...view.matters.flatMap(eventsOf),
    ...corrected.flatMap((when) => at(when, 'corrected')),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const lookRoles: Readonly<Record<Role, CaseLook['role']>> = {
  administrator: 'administrator',
  operator: 'decider',
  recorder: 'decider',
  auditor: 'auditor',
  reviewer: 'reviewer',
  clerk: 'clerk',
  viewer: 'office',
};

/** What is known of whoever looked. */
export interface Looker {
  /** Null where they have several, or none any more: in which they looked is not known. */
  readonly role: Role | null;
  readonly name: string | null;
}

/** What the page of a case shows beside what every page of it is made of. */
export interface Around {
  readonly looks: readonly Look[];
  readonly lookers: ReadonlyMap<string, Looker>;
  readonly audit: LastAudit | null;
}

const looksIn = ({ settings }: OpenCase, { looks, lookers }: Around): readonly CaseLook[] =>
  looks
    .filter((one) => !isVisit(one))
    .map(({ at: when, by, why }) => {
      const looker = lookers.get(by);
      return {
        at: when,
        role: by.startsWith('key:') ? 'program' : lookRoles[looker?.role ?? 'viewer'],
        why,
        name: settings.showNames ? (looker?.name ?? null) : null,
      };
    });

/** How often the case was entered with a code, by day and by whose code; the newest first. */
function visitsIn({ loaded: { view } }: OpenCase, { looks }: Around): CaseView['visits'] {
  const counted = Map.groupBy(
    looks.filter(isVisit),
    ({ at: when, by }) => `${dayOf(when, view.place)} ${by}`,
  );
  return [...counted].map(([key, { length }]) => {
    const [day = '', by = ''] = key.split(' ');
    return { day, by: by === 'representative' ? 'representative' : 'person', times: length };
  });
}

const answering: ReadonlySet<string> = new Set(['with-decider', 'under-review']);

/** All that the page of a case shows. */
export function caseViewOf(
  open: OpenCase,
  language: Language,
  around: Around,
  base: string,
): Omit<CaseView, 'answer'> {
  const { loaded, settings, letter } = open;
  const { audit } = around;
  const { view, row } = loaded;
  const appeal = appealIn(open);
  const effect = mattersOf(view, 'effect').at(-1);
  const day = (instant: string) => dayOf(instant, view.place);
  return {
    reference: letter?.facts.reference ?? view.id,
    decision: decisionIn(open, language),
    reasons: letter?.facts.reasons ?? [],
    data: factsIn(open, language),
    appeal: appeal?.state ?? null,
    reopened: appeal?.data.channel === 'remedy',
    effect: effect?.state ?? 'not-begun',
    effectRefused: open.effectRefused,
    window: windowIn(open),
    answerUntil:
      appeal !== null && appeal.deadline !== null && answering.has(appeal.state)
        ? { day: day(appeal.deadline), over: open.desk.now() >= Date.parse(appeal.deadline) }
        : null,
    alike: audit?.alike ?? null,
    audit: auditOf(audit, base),
    receipt: {
      entry: row.decision,
      counted: audit?.counted ?? null,
      saveHref: `${base}/receipt`,
      checkHref: `${base}/check`,
    },
    events: eventsIn(open),
    looks: looksIn(open, around),
    visits: visitsIn(open, around),
    office: { phone: settings.office.phone, post: settings.office.post },
  };
}

function auditOf(audit: LastAudit | null, base: string): CaseView['audit'] {
  const { verdict = null, finished = null, evidence = null } = audit?.run ?? {};
  if (finished === null || (verdict !== 'pass' && verdict !== 'fail' && verdict !== 'cannot-tell'))
    return null;
  return { day: finished.slice(0, 10), verdict, href: evidence === null ? null : `${base}/audit` };
}
