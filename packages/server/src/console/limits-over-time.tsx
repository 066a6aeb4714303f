/** Each limit of a system over its audits, as small pictures side by side. */
import type { AssertionResult, Result } from '@ombud/contract';
import { canonicalJson } from '@ombud/kernel';
import { assertionParts } from '@ombud/report';
import { OverTime, type OverTimePoint, State } from '@ombud/ui';
import type { Voice } from '@ombud/words';
import { type AuditRun, listRuns } from '../audits/runs.ts';
import type { Call } from '../http/call.ts';
import { resultOf } from './standing.ts';

/** So many audits, and so many limits, are drawn. */
const mostAudits = 24;
const mostLimits = 12;

interface Seen {
  readonly run: AuditRun;
  readonly result: Result;
  readonly assertion: AssertionResult;
}

const isOfPeriod = ({ from, to }: AuditRun): boolean => from !== null || to !== null;

/** Which limit it is, whichever group decides this time: over everything, or one period after the other. */
function identityOf({ run, assertion }: Seen): string {
  const { audit, rate, measure, groupBy, operator, expected, source } = assertion;
  const limit = { audit, rate, measure, groupBy, operator, expected, source };
  return canonicalJson({ ...limit, period: isOfPeriod(run) });
}

/** What was measured later stands later, whenever it was asked for: a larger log, or a later period. */
const inOrder = (a: AuditRun, b: AuditRun): number =>
  isOfPeriod(a)
    ? (a.to ?? '9').localeCompare(b.to ?? '9')
    : (a.size ?? 0) - (b.size ?? 0) || (a.finished ?? '').localeCompare(b.finished ?? '');

async function seenOf(call: Call, system: string): Promise<readonly Seen[]> {
  const runs = (await listRuns(call.services, system, mostAudits)).filter(
    ({ state, shadow, people }) => state === 'done' && !shadow && !people,
  );
  const seen = await Promise.all(
    runs.map(async (run) => {
      const result = await resultOf(call, run);
      return result.verdict.assertions.map((assertion) => ({ run, result, assertion }));
    }),
  );
  return seen.flat().sort((a, b) => inOrder(a.run, b.run));
}

const pointOf = (call: Call, voice: Voice, { run, result, assertion }: Seen): OverTimePoint[] => {
  const { actual, interval, state } = assertion;
  if (actual === null) return [];
  return [
    {
      label: voice.day(run.from ?? run.to ?? run.finished ?? run.asked),
      text: assertionParts(result, assertion, call.language).found ?? '',
      value: actual,
      interval,
      beyond: state === 'fail',
    },
  ];
};

/** The pictures; nothing before the first audit that judged something. */
export async function limitsOverTime(call: Call, voice: Voice, system: string) {
  const limits = Object.values(Object.groupBy(await seenOf(call, system), identityOf)).flatMap(
    (seen = []) => {
      const points = seen.flatMap((one) => pointOf(call, voice, one));
      const newest = seen.at(-1);
      return newest === undefined || points.length === 0 ? [] : [{ newest, points }];
    },
  );
  if (limits.length === 0) return null;
  return (
    <div class="small">
      {limits.slice(0, mostLimits).map(({ newest: { run, result, assertion }, points }) => {
        const { title: plain, found, limit } = assertionParts(result, assertion, call.language);
        const title = isOfPeriod(run) ? voice.say('console/limit-by-period', { title: plain }) : plain;
        const { state } = assertion;
        return (
          <figure>
            <figcaption>{title}</figcaption>
            <p class="now">
              <State state={state} word={voice.say(`verdict/${state}`)} />
              {found === null ? '' : voice.say('console/limit-now', { found, limit })}
            </p>
            <OverTime
              voice={voice}
              title={title}
              points={points}
              limit={{ at: assertion.expected, label: limit }}
            />
          </figure>
        );
      })}
    </div>
  );
}
