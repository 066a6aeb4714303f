/** What every page of a case is made of, read at once: the case of the visit and no other. */
import { answersOf, type CaseRequest, caseOf, type Entered, type LoadedCase, requestsOf } from '@ombud/app';
import { mattersOf } from '@ombud/contest';
import { parseEntry } from '@ombud/ledger';
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
  /** When facts about the person were put right. */
  readonly corrected: readonly string[];
  /** The system that carries the effect out answered no to what it was asked last. */
  readonly effectRefused: boolean;
}

/** When each correction was made: the time of the entry that answers it. */
async function correctedAt({ ledger }: Services, requests: readonly CaseRequest[]): Promise<string[]> {
  const times: string[] = [];
  for (const { kind, state, answer } of requests)
    if (kind === 'correction' && state === 'done' && answer !== null)
      times.push(parseEntry(await ledger.store.readEntry(answer))?.time ?? '');
  return times.filter((time) => time !== '');
}

async function isRefused({ state }: Services, { view }: LoadedCase): Promise<boolean> {
  const message = mattersOf(view, 'effect').at(-1)?.data.message ?? null;
  return message !== null && (await answersOf(state, [message])).get(message) === 'refused';
}

/** Opens the case of a visit. */
export async function openCase(services: Services, visit: Entered): Promise<OpenCase> {
  const desk = await deskOf(services);
  const loaded = await caseOf(desk, visit.case);
  const { system, decision } = loaded.row;
  const settings = declaredIn(desk, system);
  const payload = await decisionPayload(services, system, decision);
  const [letters, requests, effectRefused] = await Promise.all([
    lettersOf(services, [visit.case]),
    requestsOf(desk, visit.case),
    isRefused(services, loaded),
  ]);
  const corrected = await correctedAt(services, requests);
  const letter = letters.get(visit.case) ?? null;
  return { visit, desk, loaded, settings, letter, payload, requests, corrected, effectRefused };
}
