/** Issues notices: composed, judged, and put into the queue; each that is refused says why and sends nothing. */
import {
  casesAbout,
  type IssuedNotice,
  isFavourable,
  issueNotices,
  listVersions,
  openCases,
  type SystemVersion,
} from '@ombud/app';
import {
  composeNotice,
  contestErrors,
  contradictionsOf,
  dayOf,
  isKnownThing,
  judgeNotice,
  type KnownDecision,
  type NoticeFacts,
  type NoticePart,
  signatureOf,
  tells,
  type Way,
} from '@ombud/contest';
import { isOmbudError, type JsonValue, type OmbudError } from '@ombud/kernel';
import { chooseLanguage, english, type Language } from '@ombud/words';
import { actorOf } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { asOmbudError } from '../http/problem.ts';
import { addressAll } from './addressed.ts';
import { declaredIn, deskOf, noticePacksOf, type ServerDesk } from './desk.ts';
import { keepLetter, templateOf } from './letters.ts';
import { openWays } from './notice-carriers.ts';
import { type AskedToTell, factsOf, type ToTell, withCode } from './notice-facts.ts';
import { type DecisionPayload, decisionPayload } from './read-decision.ts';
import type { ContestSettings } from './settings.ts';

/** What became of one notice. */
export interface ToldOf {
  readonly decision: number;
  /** Null where no case was opened. */
  readonly case: string | null;
  readonly state: IssuedNotice['state'] | 'refused';
  readonly lacking: readonly string[];
  readonly refused: readonly OmbudError[];
  /** Laws whose time for telling is over; it is sent all the same. */
  readonly overdue: readonly string[];
}

interface Prepared {
  readonly asked: ToTell;
  readonly facts: NoticeFacts;
  readonly language: Language;
  readonly parts: readonly NoticePart[];
  /** How it can go: what is asked for, and open here. */
  readonly ways: readonly Way[];
  readonly signed: boolean;
  readonly overdue: readonly string[];
  readonly refused: readonly OmbudError[];
}

/** What the system declared: for its cases, and of its decisions. */
interface Declared {
  readonly settings: ContestSettings;
  readonly versions: readonly SystemVersion[];
}

/** What is known of a decision, for its notice to agree with. */
function knownOf(
  { decision, inputs, decided, recorded, declared, byPerson, shadow }: DecisionPayload,
  { zone, calendar }: ToTell,
  { kind }: ContestSettings,
  versions: readonly SystemVersion[],
): KnownDecision {
  const version = versions.find(({ entry }) => entry === declared) ?? versions[0];
  const place = { zone, calendar };
  return {
    kind,
    decision: String(decision),
    inputs: Object.values(inputs).map(String),
    favourable: version === undefined ? null : isFavourable(version.document, decision as JsonValue),
    decidedOn: decided === null ? null : dayOf(decided, place),
    recordedOn: dayOf(recorded, place),
    byPerson,
    shadow,
  };
}

/** Texts of a letter that are of this one person. */
const ownTexts = ({ recipient, reference, reasons, data }: NoticeFacts): readonly string[] => [
  ...recipient,
  reference,
  ...reasons,
  ...data.map(({ value }) => value),
];

/** What is asked for beside the code is what the system declared, enough of it, and not what the letter itself tells. */
function wrongSecond(
  { second }: ToTell,
  facts: NoticeFacts,
  { second: kind }: ContestSettings,
): OmbudError[] {
  if (!isKnownThing(kind, second)) return [contestErrors.error('OMBUD_E_NOTICE', 'second-unfit', { kind })];
  return ownTexts(facts).some((text) => tells(text, kind, second))
    ? [contestErrors.error('OMBUD_E_NOTICE', 'second-in-letter', { kind })]
    : [];
}

async function prepare(
  { services, origin }: Call,
  system: string,
  { settings, versions }: Declared,
  asked: ToTell,
): Promise<Prepared> {
  const now = new Date(services.context.now()).toISOString();
  const language = chooseLanguage(asked.language) ?? english;
  const template = templateOf(system, settings);
  const recorded = await decisionPayload(services, system, asked.decision);
  const facts = factsOf(asked, recorded, settings, language, { now, origin });
  const notice = composeNotice(template, facts, language);
  const signatures = settings.signatures.map((one) => ({ system, ...one }));
  const judged = judgeNotice(template, notice, {
    packs: noticePacksOf(settings.packs),
    signatures,
    day: facts.dated,
    decidedOn: facts.decidedOn,
  });
  const ways = openWays(services, settings, asked.ways);
  return {
    asked,
    facts,
    language,
    ways,
    parts: [...notice.parts],
    signed: signatureOf(template, language, signatures).state === 'signed',
    overdue: judged.overdue,
    refused: [
      ...judged.refused,
      ...contradictionsOf(facts, knownOf(recorded, asked, settings, versions)),
      ...(ways.length > 0 ? [] : [contestErrors.error('OMBUD_E_NOTICE', 'no-way')]),
      ...wrongSecond(asked, facts, settings),
    ],
  };
}

async function caseIds(
  desk: ServerDesk,
  system: string,
  prepared: readonly Prepared[],
): Promise<ReadonlyMap<number, string>> {
  const decisions = prepared.map(({ asked }) => asked.decision);
  // Cases that an earlier try has opened: a retry goes on with them.
  const known = await casesAbout(desk.state, decisions);
  const fresh = prepared.filter(({ asked }) => !known.has(asked.decision));
  try {
    const opened = await openCases(
      desk,
      fresh.map(({ asked, ways, signed }) => ({
        system,
        decision: asked.decision,
        decidedBy: asked.decidedBy,
        zone: asked.zone,
        calendar: asked.calendar,
        harm: asked.harm,
        ways,
        templateSigned: signed,
      })),
    );
    return new Map([
      ...known,
      ...opened.map((one, i): [number, string] => [fresh[i]?.asked.decision ?? -1, one.case]),
    ]);
  } catch (error) {
    // Somebody else opened one of them meanwhile: their cases are there now, and ours go on with them.
    if ((await casesAbout(desk.state, decisions)).size === known.size) throw error;
    return caseIds(desk, system, prepared);
  }
}

/**
 * Issues notices of one system. What is refused opens no case; what is complete is queued with a code of its own, which
 * stands in the letter and nowhere else.
 *
 * @throws OmbudError `OMBUD_E_NO_CONTEST` where the system has declared nothing for its cases
 */
export async function issueAll(call: Call, system: string, asked: readonly AskedToTell[]): Promise<ToldOf[]> {
  const { services, who, origin } = call;
  const desk = await deskOf(services);
  const settings = declaredIn(desk, system);
  const declared = { settings, versions: await listVersions(services.state, system) };
  const firstOf = new Map(asked.map((one, i) => [one.decision, i] as const).reverse());
  const addressed = await addressAll(call, system, settings.second, asked);
  const looked = await Promise.all(
    addressed.map((one, i) => {
      if (isOmbudError(one)) return one;
      return firstOf.get(one.decision) === i
        ? prepare(call, system, declared, one).catch((error: unknown) => asOmbudError(error))
        : contestErrors.error('OMBUD_E_NOTICE', 'told-twice', { decision: one.decision });
    }),
  );
  const good = looked.filter((one): one is Prepared => !isOmbudError(one) && one.refused.length === 0);
  const cases = good.length === 0 ? new Map<number, string>() : await caseIds(desk, system, good);
  const issued = await issueNotices(
    desk,
    good.map(({ asked: { decision, second }, parts, facts, language }) => {
      const id = cases.get(decision) ?? '';
      return {
        case: id,
        parts,
        second,
        secondKind: settings.second,
        actor: actorOf(who),
        within: (tx, code) =>
          keepLetter(tx, services.place.secret, {
            case: id,
            language,
            facts: withCode(facts, code, { origin, language }),
          }),
      };
    }),
  );
  const results = new Map(good.map((one, i) => [one, issued[i]]));
  return looked.map((one, i) => {
    const decision = asked[i]?.decision ?? -1;
    const none = { decision, case: null, state: 'refused', lacking: [], overdue: [] } as const;
    if (isOmbudError(one)) return { ...none, refused: [asOmbudError(one)] };
    const done = results.get(one);
    if (done === undefined) return { ...none, refused: one.refused, overdue: one.overdue };
    const id = cases.get(decision) ?? null;
    if (isOmbudError(done)) return { ...none, case: id, refused: [asOmbudError(done)] };
    const refused = done.refusal === null ? [] : [done.refusal];
    return { decision, case: id, state: done.state, lacking: done.lacking, refused, overdue: one.overdue };
  });
}
