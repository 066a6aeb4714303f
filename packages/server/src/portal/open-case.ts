/** What every page of a case is made of, read at once: the case of the visit and no other. */
import { type CaseRequest, caseOf, type Entered, type LoadedCase, requestsOf } from '@ombud/app';
import { declaredIn, deskOf, type ServerDesk } from '../contest/desk.ts';
import { type Letter, lettersOf } from '../contest/letters.ts';
import { type DecisionPayload, decisionPayload } from '../contest/read-decision.ts';
import type { ContestSettings } from '../contest/settings.ts';
import type { Services } from '../services.ts';

/** A case that somebody has entered. */
export interface OpenCase {
  readonly visit: Entered;
  readonly desk: ServerDesk;
  readonly loaded: LoadedCase;
  readonly settings: ContestSettings;
  readonly letter: Letter | null;
  readonly payload: DecisionPayload;
  readonly requests: readonly CaseRequest[];
}

/** Opens the case of a visit. */
export async function openCase(services: Services, visit: Entered): Promise<OpenCase> {
  const desk = await deskOf(services);
  const loaded = await caseOf(desk, visit.case);
  const { system, decision } = loaded.row;
  const settings = declaredIn(desk, system);
  const payload = await decisionPayload(services, system, decision);
  const [letters, requests] = await Promise.all([
    lettersOf(services, [visit.case]),
    requestsOf(desk, visit.case),
  ]);
  return { visit, desk, loaded, settings, letter: letters.get(visit.case) ?? null, payload, requests };
}
