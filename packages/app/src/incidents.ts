import type { Result } from '@ombud/contract';
import { type Incident, incidents, type Page, pageOf, runIncident } from '@ombud/incidents';
import { nearest } from '@ombud/kernel';
import { english, type Language } from '@ombud/words';
import { appErrors } from './errors.ts';

/** An incident as a list shows it. */
export type IncidentLine = Pick<Incident, 'id' | 'year' | 'sentence'>;

/** Every incident, oldest first. */
export const listIncidents = (): readonly IncidentLine[] =>
  incidents.map(({ id, year, sentence }) => ({ id, year, sentence }));

/** An incident that was run through the ordinary audit. */
export interface ShownIncident {
  readonly id: string;
  readonly page: Page;
  /** Its audits, in order, each with its result. */
  readonly audits: readonly { readonly id: string; readonly result: Result }[];
  /** The audit that is shown whole. */
  readonly asked: { readonly id: string; readonly result: Result };
}

/**
 * Runs an incident through the ordinary audit.
 * @param audit which of its audits to show whole; the first where left out
 * @throws OmbudError `OMBUD_E_NO_INCIDENT` with the nearest names
 * @example const { page } = await showIncident({ id: 'berkeley-1973' });
 */
export async function showIncident({
  id,
  audit,
  language = english,
}: {
  readonly id: string;
  readonly audit?: string;
  readonly language?: Language;
}): Promise<ShownIncident> {
  const incident = choose('incident', id, incidents);
  const { id: asked } = audit === undefined ? incident.audits[0] : choose('audit', audit, incident.audits);
  const results = await runIncident(incident);
  const audits = [...results].map(([name, result]) => ({ id: name, result }));
  const shown = audits.find((one) => one.id === asked);
  if (!shown) throw appErrors.error('OMBUD_E_NO_INCIDENT', 'audit', { name: asked, near: [], all: [] });
  return { id: incident.id, page: pageOf(incident, results, language), audits, asked: shown };
}

function choose<T extends { readonly id: string }>(
  what: 'audit' | 'incident',
  name: string,
  list: readonly T[],
): T {
  const found = list.find(({ id }) => id === name);
  if (found) return found;
  const all = list.map(({ id }) => id);
  throw appErrors.error('OMBUD_E_NO_INCIDENT', what, { name, near: nearest(name, all), all });
}
