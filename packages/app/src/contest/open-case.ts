import {
  begin,
  type CalendarId,
  type CaseView,
  contestErrors,
  type Matter,
  type Way,
  type World,
} from '@ombud/contest';
import { isOmbudError } from '@ombud/kernel';
import { type Ledger, parseEntry, readPayload } from '@ombud/ledger';
import { type Desk, newIdOf, nowOf } from './desk.ts';
import { rowOfMatter } from './load.ts';
import { contest } from './tables.ts';

/** A decision about which a person is to be told. */
export interface NewCase {
  readonly system: string;
  /** Index of the decision's entry in the ledger. */
  readonly decision: number;
  /** Accounts that took part in it; none where a machine decided alone. */
  readonly decidedBy: readonly string[];
  /** Where the person lives: an IANA time zone and a calendar of holidays. */
  readonly zone: string;
  readonly calendar: CalendarId;
  /** How much is at stake for the person: a whole number, more is worse. */
  readonly harm: number;
  /** How the person can be reached, the best first. */
  readonly ways: readonly Way[];
  /** A named native reviewer has signed the template of the person's language. */
  readonly templateSigned: boolean;
}

/** A case that was opened. */
export interface OpenedCase {
  readonly case: string;
  readonly notice: string;
  readonly effect: string;
}

interface Decided {
  readonly subject: string;
  readonly decidedAt: string;
}

async function decisionOf(ledger: Ledger, { system, decision }: NewCase): Promise<Decided> {
  const missing = () =>
    contestErrors.error('OMBUD_E_CONTEST_CASE', 'no-decision', { entry: decision, system });
  try {
    const entry = parseEntry(await ledger.store.readEntry(decision));
    const payload = await readPayload(ledger.store, decision);
    const { subject } = JSON.parse(payload?.body ?? '{}') as { readonly subject?: unknown };
    if (entry?.kind !== 'decision' || entry.system !== system || typeof subject !== 'string') throw missing();
    return { subject, decidedAt: entry.decided ?? entry.time };
  } catch (error) {
    if (isOmbudError(error) && error.code === 'OMBUD_E_LEDGER_INDEX') throw missing();
    throw error;
  }
}

/**
 * Opens cases: each has a notice that is not checked yet, and an effect that has not begun. What is recorded are the
 * moves that follow; until then a case is a place for them.
 *
 * @throws OmbudError `OMBUD_E_CONTEST_CASE/no-decision` where the ledger has no such decision; then no case was opened
 * @example const [{ case: id, notice }] = await openCases(desk, [{ system: 'benefits', decision: 48211, ... }]);
 */
export async function openCases(desk: Desk, asked: readonly NewCase[]): Promise<readonly OpenedCase[]> {
  const { ledger } = desk.state.writer;
  const now = nowOf(desk);
  const made = [];
  for (const one of asked) made.push({ one, ...(await decisionOf(ledger, one)), id: newIdOf(desk) });
  const rows = made.map(({ one, id, subject, decidedAt }) => {
    const view: CaseView = {
      id,
      system: one.system,
      decidedAt,
      decidedBy: one.decidedBy,
      place: { zone: one.zone, calendar: one.calendar },
      matters: [],
    };
    const matters = firstMatters(view, one, {
      now,
      rules: desk.rulesOf(one.system),
      newId: () => newIdOf(desk),
    });
    const row = {
      id,
      system: one.system,
      decision: one.decision,
      subject,
      decided_at: decidedAt,
      decided_by: JSON.stringify(one.decidedBy),
      zone: one.zone,
      calendar: one.calendar,
      harm: one.harm,
      code: null,
      second: null,
      second_kind: 'date-of-birth' as const,
      opened: now,
      lodged_from: null,
    };
    return { row, matters };
  });
  await desk.state.change(async (tx) => {
    const db = tx.of(contest);
    for (const { row, matters } of rows) {
      await db.insertInto('contest_cases').values(row).execute();
      await db
        .insertInto('contest_matters')
        .values(matters.map((matter, i) => rowOfMatter(row.id, i, matter)))
        .execute();
    }
  });
  return rows.map(({ row, matters: [notice, effect] }) => ({
    case: row.id,
    notice: notice.id,
    effect: effect.id,
  }));
}

const firstMatters = (
  view: CaseView,
  { ways, templateSigned }: NewCase,
  world: Pick<World, 'now' | 'rules' | 'newId'>,
): readonly [Matter, Matter] => [
  begin('notice', view, world, { ways, templateSigned }),
  begin('effect', view, world),
];
