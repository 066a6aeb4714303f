import { describe, expect, onTestFinished, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { openDesk } from '../../test/contest-desk.ts';
import { contest, forgetCasesAbout } from '../index.ts';

const { stores } = testStores();
/** A statement takes fewer values: 32,766 in SQLite, 65,535 in PostgreSQL. */
const many = 66_000;
const together = 2000;

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)('more people are forgotten at once than one statement can name', async () => {
    const desk = await openDesk(place());
    onTestFinished(() => desk.writer.close());
    const rows = Array.from({ length: many }, (_, decision) => ({
      id: `c${decision}`,
      system: 'benefits',
      decision,
      subject: `s-${decision}`,
      decided_at: '2025-01-01T00:00:00.000Z',
      decided_by: '[]',
      zone: 'UTC',
      calendar: 'DE',
      harm: 0,
      code: `code-${decision}`,
      second: null,
      second_kind: 'date-of-birth' as const,
      opened: '2025-01-01T00:00:00.000Z',
      lodged_from: null,
    }));
    await desk.state.change(async (tx) => {
      for (let at = 0; at < many; at += together)
        await tx
          .of(contest)
          .insertInto('contest_cases')
          .values(rows.slice(at, at + together))
          .execute();
    });
    const remaining = many - 1;
    const forgotten = await desk.state.change((tx) => forgetCasesAbout(tx, [[0, remaining - 1]]));
    expect(forgotten.length).toBe(remaining);
    const left = await desk.state
      .of(contest)
      .selectFrom('contest_cases')
      .select(['id', 'subject'])
      .where((row) => row.or([row('subject', 'is not', null), row('code', 'is not', null)]))
      .execute();
    expect(left).toEqual([{ id: `c${remaining}`, subject: `s-${remaining}` }]);
  });
});
