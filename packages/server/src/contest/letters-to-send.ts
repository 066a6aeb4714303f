/** Letters as they leave now: of the day on which they go, to where the vault knows the person. */
import { contest } from '@ombud/app';
import { type CalendarId, type ComposedNotice, composeNotice, type MatterOf } from '@ombud/contest';
import type { Services } from '../services.ts';
import { findPerson, type VaultPerson } from '../vault/vault.ts';
import { lettersOf, templateOf } from './letters.ts';
import { sentAnew } from './notice-facts.ts';
import type { ContestSettings } from './settings.ts';

/** A letter that leaves. */
export interface LetterToSend {
  readonly case: string;
  /** The pseudonym of whom it is for. */
  readonly subject: string | null;
  readonly notice: ComposedNotice;
  /** The message that carries it now. */
  readonly message: string | null;
}

const together = 500;

/** The letters of cases of one system, in the order of the cases; of one that was erased there is none. */
export async function lettersToSend(
  services: Services,
  system: string,
  settings: ContestSettings,
  cases: readonly string[],
): Promise<readonly LetterToSend[]> {
  const now = new Date(services.context.now()).toISOString();
  const template = templateOf(system, settings);
  const letters = await lettersOf(services, cases);
  const found = new Map<string, LetterToSend>();
  for (let at = 0; at < cases.length; at += together) {
    const rows = await services.state
      .of(contest)
      .selectFrom('contest_cases')
      .innerJoin('contest_matters', 'contest_matters.case_id', 'contest_cases.id')
      .select(['contest_cases.id', 'subject', 'zone', 'calendar', 'contest_matters.data'])
      .where('contest_matters.machine', '=', 'notice')
      .where('contest_cases.id', 'in', cases.slice(at, at + together))
      .execute();
    for (const { id, subject, zone, calendar, data } of rows) {
      const letter = letters.get(id);
      if (letter === undefined) continue;
      const { tried, message = null } = JSON.parse(data) as MatterOf<'notice'>['data'];
      const place = { zone, calendar: calendar as CalendarId };
      const facts = tried.length > 1 ? sentAnew(letter.facts, settings, place, now) : letter.facts;
      const notice = composeNotice(template, facts, letter.language);
      found.set(id, { case: id, subject, notice, message });
    }
  }
  return cases.flatMap((id) => found.get(id) ?? []);
}

/** Where the vault knows a person by e-mail, or at the carrier of a system; null where it does not. */
export async function addressOf(
  services: Services,
  subject: string | null,
  kind: VaultPerson['ways'][number]['kind'],
): Promise<string | null> {
  const person = subject === null ? null : await findPerson(services, subject);
  return person?.ways.find((way) => way.kind === kind)?.to ?? null;
}
