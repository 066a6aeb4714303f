/** The desk of the use cases of contest, as this server holds it. */
import { createHmac } from 'node:crypto';
import { type Desk, systemsTables, watchTables } from '@ombud/app';
import { type CaseRules, type NoticePack, noticePacks, type WindowPack, windowPacks } from '@ombud/contest';
import { serverErrors } from '../errors.ts';
import type { Services } from '../services.ts';
import { allSettings, type ContestSettings } from './settings.ts';

/** Who declared and who approved any version of a system: they never answer for what it decided. */
interface Makers {
  readonly authors: Set<string>;
  readonly approvers: Set<string>;
}

async function makersOf({ state }: Services): Promise<ReadonlyMap<string, Makers>> {
  const rows = await state
    .of(systemsTables)
    .selectFrom('system_versions')
    .select(['system', 'declared_by', 'approved_by'])
    .execute();
  const makers = new Map<string, Makers>();
  for (const { system, declared_by, approved_by } of rows) {
    const known = makers.get(system) ?? { authors: new Set(), approvers: new Set() };
    known.authors.add(declared_by);
    if (approved_by !== null) known.approvers.add(approved_by);
    makers.set(system, known);
  }
  return makers;
}

/** Systems whose breaker is not closed: no effect of theirs begins or goes on. */
async function stoppedOf({ state }: Services): Promise<ReadonlySet<string>> {
  const rows = await state
    .of(watchTables)
    .selectFrom('watch_breakers')
    .select('system')
    .where('position', '!=', 'closed')
    .execute();
  return new Set(rows.map(({ system }) => system));
}

/** The law on windows by its id. */
export function windowPackOf(id: string): WindowPack {
  const pack = windowPacks.find((one) => one.id === id);
  if (pack === undefined) throw serverErrors.error('OMBUD_E_NO_CONTEST', 'no-pack', { pack: id });
  return pack;
}

/** The laws on notices by their ids. */
export const noticePacksOf = (ids: readonly string[]): readonly NoticePack[] =>
  noticePacks.filter(({ id }) => ids.includes(id));

/** Ways on which reading is awaited, for how long. */
const readingIn = ({ notices: { readWithin } }: ContestSettings): CaseRules['readWithin'] => ({
  ...(readWithin.email === null ? {} : { email: readWithin.email }),
  ...(readWithin.webhook === null ? {} : { webhook: readWithin.webhook }),
});

const rulesOf = (settings: ContestSettings, makers: Makers | undefined): CaseRules => ({
  window: windowPackOf(settings.window),
  noticePacks: noticePacksOf(settings.packs),
  authors: [...settings.authors, ...(makers?.authors ?? [])],
  approvers: [...settings.approvers, ...(makers?.approvers ?? [])],
  twoReviewers: settings.twoReviewers,
  biometric: settings.biometric,
  rereadShare: settings.rereadShare,
  readWithin: readingIn(settings),
  spans: settings.spans,
});

/** The desk, and what each system has declared. */
export interface ServerDesk extends Desk {
  readonly settings: ReadonlyMap<string, ContestSettings>;
}

/** What of a system lies in a map. @throws OmbudError `OMBUD_E_NO_CONTEST` where it has declared nothing for its cases */
function declared<T>(known: ReadonlyMap<string, T>, system: string): T {
  const found = known.get(system);
  if (found === undefined) throw serverErrors.error('OMBUD_E_NO_CONTEST', 'not-declared', { system });
  return found;
}

/**
 * What a system has declared, as the desk was opened with it.
 * @throws OmbudError `OMBUD_E_NO_CONTEST` where it has declared none
 */
export const declaredIn = ({ settings }: ServerDesk, system: string): ContestSettings =>
  declared(settings, system);

/** Opens the desk with what is declared now. */
export async function deskOf(services: Services): Promise<ServerDesk> {
  const { state, context, place } = services;
  const [settings, makers, stopped] = await Promise.all([
    allSettings(state, place.secret),
    makersOf(services),
    stoppedOf(services),
  ]);
  const rules = new Map([...settings].map(([system, own]) => [system, rulesOf(own, makers.get(system))]));
  return {
    settings,
    state,
    now: context.now,
    randomBytes: context.randomBytes,
    rulesOf: (system) => declared(rules, system),
    breakerClosed: (system) => !stopped.has(system),
    keyed: (text) => createHmac('sha256', place.secret).update('contest\n').update(text).digest('base64url'),
  };
}
