/** The papers of a case, for whoever may see them. */
import { type LoadedCase, papersFor } from '@ombud/app';
import { mattersOf } from '@ombud/contest';
import { isOmbudError, type JsonObject } from '@ombud/kernel';
import { actorOf } from '../access/roles.ts';
import type { Call } from '../http/call.ts';
import { chainOf } from './chain.ts';
import type { ServerDesk } from './desk.ts';
import { actorsOf } from './move-as.ts';
import { decisionPayload } from './read-decision.ts';

/** What is shown of a person: the decision, what they said, and no protected attribute that was not unlocked. */
export interface Shown {
  readonly decision: JsonObject;
  readonly appeal: readonly JsonObject[];
  readonly attributes: JsonObject | null;
}

/**
 * The papers for whoever may see them: a clerk and the office that decided, and of reviewers the one who handles it. Who
 * only supervises sees how the case stands.
 */
export async function papersOf(call: Call, desk: ServerDesk, loaded: LoadedCase): Promise<Shown | null> {
  const { services, who } = call;
  const { system, decision } = loaded.row;
  const able = actorsOf(who, system);
  if (able.includes('reviewer') && mattersOf(loaded.view, 'review').length > 0)
    try {
      const papers = await papersFor(desk, loaded, actorOf(who));
      return { decision: papers.decision, appeal: papers.appeal, attributes: papers.attributes };
    } catch (error) {
      if (!isOmbudError(error) || error.reason !== 'not-assigned') throw error;
    }
  const appeal = mattersOf(loaded.view, 'appeal').at(-1);
  const late = able.includes('reviewer') && appeal?.state === 'late';
  if (!able.includes('clerk') && !able.includes('decider') && !late) return null;
  const { decision: decided, inputs } = await decisionPayload(services, system, decision);
  const last = appeal === undefined ? null : (loaded.entries.get(appeal.id)?.last ?? null);
  const words = (await chainOf(services, last, decision)).flatMap(({ payload }) =>
    payload === null ? [] : [payload],
  );
  return { decision: { decision: decided as string, inputs }, appeal: words, attributes: null };
}
