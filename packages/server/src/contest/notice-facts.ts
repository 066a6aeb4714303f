/** What a notice says: what the operator sends of one decision, and what the system has declared for all. */
import {
  calendars,
  dayOf,
  deemedReceipt,
  endOfWindow,
  machineAsRecorded,
  type NoticeFacts,
  type WindowPack,
} from '@ombud/contest';
import { isPlain, type Language } from '@ombud/words';
import { z } from 'zod';
import { windowPackOf } from './desk.ts';
import type { DecisionPayload } from './read-decision.ts';
import type { ContestSettings } from './settings.ts';

/** A line as it is printed: a new line, or a sign that turns the reading order, is none. */
const line = z.string().min(1).max(300).refine(isPlain);
const day = z.iso.date();
const money = z.strictObject({ minor: z.number().int().min(0), currency: z.string().length(3) });

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** One decision that a person is to be told of. */
export const toTellSchema = z.strictObject({
  decision: z.number().int().min(0).describe('The entry of the decision'),
  language: z.enum(['en', 'es', 'fr', 'ar']).exactOptional().describe('As the vault has it where left out'),
  zone: z
    .string()
    .min(1)
    .max(60)
    .refine(isZone)
    .default('UTC')
    .describe('Where the person lives, an IANA time zone'),
  calendar: z.enum(calendars).describe('Whose holidays hold there, by ISO 3166'),
  harm: z.number().int().min(0).max(100).default(0).describe('How much is at stake: more is worse'),
  ways: z
    .array(z.enum(['webhook', 'email', 'print']))
    .min(1)
    .exactOptional()
    .describe('As the vault has them where left out'),
  second: line
    .exactOptional()
    .describe(
      'What the person knows, as the system has declared it: kept as a keyed hash; as the vault has it where left out',
    ),
  decidedBy: z.array(line).default([]).describe('Accounts that took part in the decision'),
  recipient: z
    .array(line)
    .min(1)
    .max(6)
    .exactOptional()
    .describe('Name and address; as the vault has them where left out'),
  reference: line,
  decided: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('debt'), amount: money, from: day, to: day }),
    z.strictObject({ kind: z.literal('refusal'), what: line }),
    z.strictObject({ kind: z.literal('reduction'), what: line, before: money, after: money }),
    z.strictObject({ kind: z.literal('grade'), subject: line, grade: line }),
  ]),
  decidedOn: day,
  starts: day.nullable().default(null),
  ends: z
    .union([day, z.literal('open')])
    .nullable()
    .default(null),
  reasons: z.array(line).max(10).default([]),
});

/** One decision to be told, as it is asked for. */
export type AskedToTell = z.output<typeof toTellSchema>;

/** One decision to be told, with whom it is told to. */
export type ToTell = Required<AskedToTell>;

const printed = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value);

const inLanguage = (texts: Readonly<Record<string, string>>, { tag }: Language): string | undefined =>
  texts[tag] ?? texts.en;

/** The inputs that were used, by the names that the system gave them; each with where it came from. */
export const dataOf = (
  inputs: Readonly<Record<string, unknown>>,
  settings: ContestSettings,
  language: Language,
): readonly {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly source: string;
}[] =>
  Object.entries(inputs).map(([id, value]) => {
    const told = settings.inputs[id];
    return {
      id,
      label: (told && inLanguage(told.label, language)) ?? id,
      value: printed(value),
      source: (told && inLanguage(told.source, language)) ?? settings.office.name,
    };
  });

/** A letter by post is taken to be there after so many days where the law names none; the window of nobody is shorter. */
const usualPost = { count: 3, unit: 'days' } as const;

/** Where the person lives, for days and holidays. */
type Place = Pick<ToTell, 'zone' | 'calendar'>;

/** The last day to appeal as a letter can promise it: once it counts as received. */
function lastDay(pack: WindowPack, now: string, place: Place): string {
  const received = deemedReceipt(now, pack.deemedReceipt ?? usualPost, place);
  const from = pack.from === 'decision' ? dayOf(now, place) : received;
  return dayOf(new Date(Date.parse(endOfWindow(from, pack.window, place)) - 1).toISOString(), place);
}

function promiseOf(pack: WindowPack, now: string, place: Place): NoticeFacts['effect'] {
  const { effect, waivable } = pack;
  if (effect.kind === 'on-request') {
    const until = lastDay({ ...pack, window: effect.within }, now, place);
    return { promise: { kind: 'on-request', until }, waivable };
  }
  return { promise: { kind: effect.kind }, waivable };
}

/** All that a notice says; the code is filled in when it is made. */
export function factsOf(
  asked: ToTell,
  recorded: Pick<DecisionPayload, 'inputs' | 'byPerson'>,
  settings: ContestSettings,
  language: Language,
  at: { readonly now: string; readonly origin: string },
): NoticeFacts {
  const { office, machine, ground, correction, representation, regulator, answerDays } = settings;
  const pack = windowPackOf(settings.window);
  const place = { zone: asked.zone, calendar: asked.calendar };
  return {
    sender: office,
    recipient: asked.recipient,
    reference: asked.reference,
    dated: at.now.slice(0, 10),
    decidedOn: asked.decidedOn,
    decided: asked.decided,
    starts: asked.starts,
    ends: asked.ends,
    machine: machineAsRecorded(
      machine === null ? null : { system: machine.name, role: machine.role },
      recorded,
    ),
    reasons: asked.reasons,
    ground,
    data: dataOf(recorded.inputs, settings, language).map(({ label, value, source }) => ({
      label,
      value,
      source,
    })),
    correction,
    review: { until: lastDay(pack, at.now, place), answerDays },
    representation,
    effect: promiseOf(pack, at.now, place),
    regulator,
    access: { address: `${new URL(at.origin).host}/case`, link: '', code: '', second: settings.second },
  };
}

/** The facts as they are when the letter goes another way: of today, with the days that the person has from now. */
export const sentAnew = (
  facts: NoticeFacts,
  { window }: ContestSettings,
  place: Place,
  now: string,
): NoticeFacts => {
  const pack = windowPackOf(window);
  return {
    ...facts,
    dated: now.slice(0, 10),
    review: { until: lastDay(pack, now, place), answerDays: facts.review?.answerDays ?? null },
    effect: promiseOf(pack, now, place),
  };
};

/** The facts with a code: what is typed, and what the picture opens. */
export const withCode = (
  facts: NoticeFacts,
  code: string,
  { origin, language }: { readonly origin: string; readonly language: Language },
): NoticeFacts => ({
  ...facts,
  access: { ...facts.access, code, link: `${origin}/${language.tag}/case?code=${encodeURIComponent(code)}` },
});
