/** How a system stands, in a sentence. */
import { mayDecide, type StoredBreaker, type SystemVersion } from '@ombud/app';
import type { Result } from '@ombud/contract';
import { verdictSentence } from '@ombud/report';
import type { Voice } from '@ombud/words';
import { mayFor } from '../access/roles.ts';
import { type AuditRun, lastAudited, readOutput } from '../audits/runs.ts';
import {
  type VerdictDoubt,
  type VerdictNow,
  type VerdictState,
  verdictDespite,
  verdictNow,
  verdictOf,
} from '../audits/verdict.ts';
import type { Call } from '../http/call.ts';
import { figureReaders, momentOf } from './telling.ts';

/** How a system stands: its newest verdict, and a sentence. */
export interface Standing {
  readonly state: VerdictState | null;
  readonly sentence: string;
}

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
  const now = await verdictNow(call.services, system);
  const judged = now?.run ? verdictOf(now.run) : null;
  if (now?.run == null || judged === null) {
    const isInPart = (await lastAudited(call.services, system)) !== null;
    const key = isInPart ? 'console/audited-in-part' : 'console/not-audited';
    const failed = now === null ? [] : doubtTexts(voice, now, (doubt) => doubt === 'audit-failed');
    return { state: null, sentence: [voice.say(key), ...failed].join(' ') };
  }
  const { run, valid, doubts } = now;
  const state = verdictDespite(judged, doubts.filter(speaksAgainst));
  const size = voice.count(run.size ?? 0);
  const when = momentOf(voice, run.finished ?? run.asked);
  const audited = mayFor(call.who, figureReaders, system)
    ? voice.say('console/audited-said', {
        said: verdictSentence(await resultOf(call, run), call.language),
        when,
        size,
      })
    : voice.say('console/audited', { verdict: voice.say(`verdict/${judged}`), when, size });
  const by = voice.say(valid.approved === null ? 'console/by-version-open' : 'console/by-version-approved', {
    version: valid.version,
  });
  const why = doubtTexts(voice, now, speaksAgainst);
  const waiting =
    valid.version === now.newest.version
      ? []
      : [voice.say('console/version-waits', { version: now.newest.version })];
  const doubted = state === judged ? [] : [voice.say('console/in-doubt')];
  return { state, sentence: [...doubted, ...why, audited, by, ...waiting].join(' ') };
}

/** What a page says in words alone: whoever looks at it sees by which version, and that nobody approved it. */
const speaksAgainst = (doubt: VerdictDoubt): boolean => doubt !== 'not-approved';

const doubtTexts = (
  voice: Voice,
  { doubts, newest }: VerdictNow,
  isTold: (doubt: VerdictDoubt) => boolean,
): readonly string[] =>
  doubts.filter(isTold).map((one) => voice.say(`console/doubt-${one}`, { version: newest.version }));

/** Whether a system decides, in a sentence: its breaker. */
export function breakerSentence(
  voice: Voice,
  breaker: StoredBreaker,
): { readonly decides: boolean; readonly sentence: string } {
  const decides = mayDecide(breaker);
  const isTripped = breaker.position === 'closed' && !decides;
  return { decides, sentence: voice.say(isTripped ? 'breaker/tripped' : `breaker/${breaker.position}`) };
}
