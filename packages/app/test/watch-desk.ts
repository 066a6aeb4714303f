/** A ledger whose breakers are watched, and a clock that the test holds. */
import type { JsonObject } from '@ombud/kernel';
import { createLedger, type DecisionDraft, openWriter } from '@ombud/ledger';
import { onTestFinished } from 'vitest';
import {
  approveVersion,
  type BreakerChange,
  contest,
  declareSystem,
  openState,
  outbox,
  systemsTables,
  type WatchDesk,
  watchTables,
} from '../src/index.ts';

export interface TestWatch extends WatchDesk {
  at: number;
  readonly told: BreakerChange[];
  audited: string | null;
}

/** Opens a new ledger. */
export async function openWatch(location: string): Promise<TestWatch> {
  await createLedger(location, 'ombud.example.org/watch');
  const desk = { at: Date.parse('2026-11-02T09:00:00.000Z'), told: [] as BreakerChange[], audited: null };
  const writer = await openWriter(location, { now: () => test.at });
  onTestFinished(() => writer.close());
  const test: TestWatch = Object.assign(desk, {
    state: await openState(writer, [systemsTables, contest, outbox, watchTables]),
    now: () => test.at,
    announce: async (_: unknown, change: BreakerChange) => {
      test.told.push(change);
    },
    lastAudit: async () => test.audited,
  });
  return test;
}

/** A declaration with a breaker. */
export const watchedLoans = (breaker: JsonObject, more: JsonObject = {}): JsonObject => ({
  system: 'loans',
  data: { decision: { column: 'approved', positive: ['yes'] }, favourable: 'positive', groups: ['sex'] },
  breaker,
  ...more,
});

/** Declares a version, and lets somebody else approve it. */
export async function declareAndApprove(
  { state, now }: WatchDesk,
  document: JsonObject,
  [by, approver]: readonly [string, string] = ['maker', 'approver'],
): Promise<number> {
  const { version } = await declareSystem(state, 'loans', document, { by, now });
  await approveVersion(state, 'loans', version, { by: approver, now });
  return version;
}

let people = 0;

/** Decisions of whom a rate of the favourable decision holds exactly, in turn. */
export function decisionsOf(
  n: number,
  rates: { readonly F: number; readonly M: number },
  marks?: DecisionDraft['marks'],
): DecisionDraft[] {
  const done = { F: 0, M: 0 };
  const yes = { F: 0, M: 0 };
  return Array.from({ length: n }, (_, i) => {
    const sex = i % 2 === 0 ? 'F' : 'M';
    done[sex] += 1;
    const favourable = Math.floor(done[sex] * rates[sex]) > yes[sex];
    if (favourable) yes[sex] += 1;
    people += 1;
    return {
      kind: 'decision' as const,
      system: 'loans',
      ...(marks === undefined ? {} : { marks }),
      payload: { subject: `s-${people}`, decision: favourable ? 'yes' : 'no' },
      attributes: { sex },
    };
  });
}
