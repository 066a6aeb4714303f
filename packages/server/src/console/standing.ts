/** How a system stands, in a sentence. */
import { mayDecide, type StoredBreaker, type SystemVersion } from '@ombud/app';
import type { Result } from '@ombud/contract';
import { verdictSentence } from '@ombud/report';
import type { Voice } from '@ombud/words';
import { mayFor } from '../access/roles.ts';
import { type AuditRun, lastAudited, newestDone, readOutput } from '../audits/runs.ts';
import type { Call } from '../http/call.ts';
import { figureReaders, momentOf } from './telling.ts';

const verdicts = ['pass', 'fail', 'cannot-tell'] as const;
/** A verdict. */
export type VerdictState = (typeof verdicts)[number];

/** How a system stands: its newest verdict, and a sentence. */
export interface Standing {
  readonly state: VerdictState | null;
  readonly sentence: string;
}

/** The verdict of a run, where it has one. */
export const verdictOf = ({ verdict }: AuditRun): VerdictState | null =>
  verdicts.find((one) => one === verdict) ?? null;

/** The result of a run that ended well. */
export async function resultOf({ services }: Call, { system, id }: AuditRun): Promise<Result> {
  const { result } = await readOutput(services, system, id);
  return JSON.parse(result) as Result;
}

/** How a system stands; figures only for those who may see them. */
export async function standingOf(
  call: Call,
  voice: Voice,
  { system, ...version }: SystemVersion,
): Promise<Standing> {
  if (version.retired !== null)
    return {
      state: null,
      sentence: voice.say('console/retired-on', { day: voice.day(version.retired) }),
    };
  const newest = await newestDone(call.services, system);
  const state = newest === null ? null : verdictOf(newest);
  if (newest === null || state === null) {
    const key =
      (await lastAudited(call.services, system)) === null ? 'console/not-audited' : 'console/audited-in-part';
    return { state: null, sentence: voice.say(key) };
  }
  const size = voice.count(newest.size ?? 0);
  const when = momentOf(voice, newest.finished ?? newest.asked);
  if (!mayFor(call.who, figureReaders, system))
    return {
      state,
      sentence: voice.say('console/audited', { verdict: voice.say(`verdict/${state}`), when, size }),
    };
  const said = verdictSentence(await resultOf(call, newest), call.language);
  return { state, sentence: voice.say('console/audited-said', { said, when, size }) };
}

/** Whether a system decides, in a sentence: its breaker. */
export function breakerSentence(
  voice: Voice,
  breaker: StoredBreaker,
): { readonly decides: boolean; readonly sentence: string } {
  const decides = mayDecide(breaker);
  const isTripped = breaker.position === 'closed' && !decides;
  return { decides, sentence: voice.say(isTripped ? 'breaker/tripped' : `breaker/${breaker.position}`) };
}
