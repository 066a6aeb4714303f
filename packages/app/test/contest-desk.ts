/** A ledger with decisions, and a desk over it whose clock and rules the test holds. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type CaseRules, faults, windowPacks } from '@ombud/contest';
import { createLedger, openWriter, type Writer } from '@ombud/ledger';
import { parseVerifierKey } from '@ombud/tlog';
// From their own files: a child process that a test kills has no use for the pages and engines of the rest.
import type { Desk } from '../src/contest/desk.ts';
import { issueNotices, reportNotice } from '../src/contest/issue-notices.ts';
import { openCases } from '../src/contest/open-case.ts';
import { contest } from '../src/contest/tables.ts';
import { outbox } from '../src/state/outbox/outbox.ts';
import { openState } from '../src/state/state.ts';

export const start = Date.parse('2026-11-02T09:00:00.000Z');
const dayMs = 86_400_000;

/** A desk whose clock and breaker a test sets. */
export interface TestDesk extends Desk {
  at: number;
  breaker: boolean;
  rules: CaseRules;
  readonly writer: Writer;
  /** Moves the clock by so many days. */
  later(days: number): void;
}

const suspending = windowPacks.find(({ id }) => id === 'de-vwgo-80');
if (suspending === undefined) throw new Error('no pack');

export const testRules: CaseRules = {
  window: { ...suspending, waivable: true },
  noticePacks: [],
  authors: ['author'],
  approvers: ['approver'],
  twoReviewers: false,
  biometric: false,
  rereadShare: 0,
  readWithin: {},
  spans: {},
};

export interface DeskPlan {
  readonly create?: boolean;
  readonly seed?: string;
  readonly realClock?: boolean;
}

/** Randomness that a seed repeats. */
function seeded(seed: string): (length: number) => Uint8Array {
  let at = 0;
  return (length) => {
    const parts: Buffer[] = [];
    for (let have = 0; have < length; have += 32)
      parts.push(createHash('sha256').update(`${seed} ${at++}`).digest());
    return Buffer.concat(parts).subarray(0, length);
  };
}

export async function openDesk(
  location: string,
  { create = true, seed, realClock = false }: DeskPlan = {},
): Promise<TestDesk> {
  const pinned = create ? [parseVerifierKey(await createLedger(location, 'ombud.example.org/benefits'))] : [];
  const desk = { at: start, breaker: true, rules: testRules };
  const now = realClock ? Date.now : () => desk.at;
  // The log's time never goes backwards and its clock may not jump: it is the test's, which only goes forward.
  const writer = await openWriter(location, { now, monotonic: now, acceptGap: true, keys: pinned });
  return Object.assign(desk, {
    writer,
    state: await openState(writer, [contest, outbox]),
    now,
    randomBytes: seed === undefined ? randomBytes : seeded(seed),
    rulesOf: () => desk.rules,
    breakerClosed: () => desk.breaker,
    keyed: (text: string) => createHmac('sha256', 'a key of the tests').update(text).digest('base64url'),
    later: (days: number) => {
      desk.at += days * dayMs;
    },
  });
}

/** Records decisions of a system; gives the indexes of their entries. */
export async function decide(
  desk: TestDesk,
  subjects: readonly string[],
  group: (i: number) => string = (i) => (i % 2 === 0 ? 'F' : 'M'),
): Promise<number[]> {
  const done = await desk.writer.append(
    subjects.map((subject, i) => ({
      kind: 'decision' as const,
      system: 'benefits',
      payload: { subject, decision: 'debt', inputs: { income: 100 * i, averaged: i % 3 === 0 } },
      attributes: { sex: group(i) },
    })),
  );
  return done.map(({ index }) => index);
}

export const birthday = '1980-02-29';

/** Cases about decisions, each told to its person by letter; gives their ids and codes. */
export async function tell(desk: TestDesk, decisions: readonly number[], { read = true } = {}) {
  const opened = await openCases(
    desk,
    decisions.map((decision, i) => ({
      system: 'benefits',
      decision,
      decidedBy: ['officer-1'],
      zone: 'Europe/Berlin',
      calendar: 'DE',
      harm: i % 5,
      ways: ['print', 'email'],
      templateSigned: true,
    })),
  );
  const issued = await issueNotices(
    desk,
    opened.map((one) => ({ case: one.case, parts: [], second: birthday, actor: 'officer-1' })),
  );
  if (read)
    for (const one of opened)
      await reportNotice(desk, { case: one.case, event: 'send', by: 'carrier', actor: 'post' });
  return opened.map((one, i) => {
    const notice = issued[i];
    return {
      ...one,
      code: notice !== undefined && 'code' in notice && typeof notice.code === 'string' ? notice.code : '',
    };
  });
}

export const rating = (wrong: readonly string[] = []): Record<string, boolean> =>
  Object.fromEntries(Object.keys(faults).map((code) => [code, wrong.includes(code)]));
