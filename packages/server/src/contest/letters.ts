/** Letters: what a notice says, sealed with the secret of the place, beside its case; erased with the person. */
import { contest, type Statements } from '@ombud/app';
import type { NoticeFacts, NoticeTemplate } from '@ombud/contest';
import { chooseLanguage, english, type Language } from '@ombud/words';
import { openText, sealText } from '../access/secrets.ts';
import type { Services } from '../services.ts';
import type { ContestSettings } from './settings.ts';

const purpose = 'letter';

/** A letter that was issued. */
export interface Letter {
  readonly case: string;
  readonly language: Language;
  readonly facts: NoticeFacts;
}

/** One template for one reading of the settings: what follows from it is computed once. */
const templates = new WeakMap<ContestSettings, NoticeTemplate>();

/** How a system's decisions are told. */
export function templateOf(system: string, settings: ContestSettings): NoticeTemplate {
  const known = templates.get(settings);
  if (known?.system === system) return known;
  const { kind, messages } = settings;
  const made = { system, kind, messages };
  templates.set(settings, made);
  return made;
}

/** Keeps a letter, in the transaction that keeps its code. */
export async function keepLetter(
  tx: Statements,
  secret: Buffer,
  { case: id, language, facts }: Letter,
): Promise<void> {
  const row = { language: language.tag, sealed: sealText(secret, purpose, JSON.stringify(facts)) };
  await tx
    .of(contest)
    .insertInto('contest_letters')
    .values({ case_id: id, ...row })
    .onConflict((c) => c.column('case_id').doUpdateSet(row))
    .execute();
}

/** The letters of cases; of one that was erased there is none. */
export async function lettersOf(
  { state, place }: Pick<Services, 'state' | 'place'>,
  cases: readonly string[],
): Promise<ReadonlyMap<string, Letter>> {
  const found = new Map<string, Letter>();
  for (let at = 0; at < cases.length; at += 500) {
    const rows = await state
      .of(contest)
      .selectFrom('contest_letters')
      .selectAll()
      .where('case_id', 'in', cases.slice(at, at + 500))
      .execute();
    for (const { case_id, language, sealed } of rows)
      found.set(case_id, {
        case: case_id,
        language: chooseLanguage(language) ?? english,
        facts: JSON.parse(openText(place.secret, purpose, sealed)) as NoticeFacts,
      });
  }
  return found;
}
