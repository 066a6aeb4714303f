import { describe, expect, onTestFinished, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { decide, openDesk, tell } from '../../test/contest-desk.ts';
import {
  answerRequest,
  askRequest,
  checkCases,
  checkLedger,
  contest,
  eraseCases,
  requestsOf,
} from '../index.ts';

const { stores } = testStores();

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)(
    'two clerks answer at once: one answer is recorded, the other hears that there is one',
    async () => {
      const desk = await openDesk(place());
      onTestFinished(() => desk.writer.close());
      const [one] = await tell(desk, await decide(desk, ['anna']));
      const id = one?.case ?? '';
      const asked = {
        case: id,
        kind: 'access',
        fact: null,
        text: '',
        by: 'person',
        actor: 'person',
      } as const;
      const request = await askRequest(desk, asked);
      const { store } = desk.writer.ledger;
      const { size } = await store.readLog();
      const answered = await Promise.allSettled(
        (['done', 'refused'] as const).map((state, i) =>
          answerRequest(desk, { case: id, id: request.id, state, reasons: state, actor: `clerk-${i}` }),
        ),
      );
      const refused = answered.flatMap((each) => (each.status === 'rejected' ? [each.reason.reason] : []));
      expect(refused).toEqual(['no-matter']);
      expect((await store.readLog()).size).toBe(size + 1);
      expect(await requestsOf(desk, id)).toMatchObject([{ answer: size }]);
    },
  );

  test.skipIf(skip)(
    'a request that is deleted, set back in time or called answered is found; one of a person who was erased is not missed',
    async () => {
      const location = place();
      const desk = await openDesk(location);
      onTestFinished(() => desk.writer.close());
      const cases = await tell(desk, await decide(desk, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']));
      const ids: string[] = [];
      for (const [i, one] of cases.entries()) {
        const kind = i % 2 === 0 ? 'correction' : 'access';
        const fact = i % 2 === 0 ? 'income' : null;
        const text = 'It was 12,000.';
        const asked = { case: one.case, kind, fact, text, by: 'person', actor: 'person' } as const;
        ids.push((await askRequest(desk, asked)).id);
      }
      const answer = (i: number, state: 'done' | 'refused') =>
        answerRequest(desk, {
          case: cases[i]?.case ?? '',
          id: ids[i] ?? '',
          state,
          reasons: 'so it is',
          actor: 'clerk-1',
        });
      await answer(0, 'done');
      await answer(5, 'refused');
      await answer(6, 'done');
      await eraseCases(desk, ['h']);
      expect((await checkCases(desk)).problems).toEqual([]);

      const all = (tx: Parameters<Parameters<typeof desk.state.change>[0]>[0]) => tx.of(contest);
      const set = (i: number, change: object) =>
        desk.state.change((tx) =>
          all(tx)
            .updateTable('contest_requests')
            .set(change)
            .where('id', '=', ids[i] ?? '')
            .execute(),
        );
      await desk.state.change((tx) =>
        all(tx)
          .deleteFrom('contest_requests')
          .where('id', 'in', [ids[0] ?? '', ids[1] ?? ''])
          .execute(),
      );
      await set(2, { asked: '2026-01-01T00:00:00.000Z' });
      await set(3, { deadline: '2027-01-01T00:00:00.000Z' });
      // Called answered, without an answer; and an answer that was taken back.
      await set(4, { state: 'refused', answer: 3 });
      await set(5, { state: 'open', answer: null });
      await set(6, { fact: 'averaged' });
      await desk.state.change((tx) =>
        all(tx)
          .insertInto('contest_requests')
          .values({
            id: 'made-up',
            case_id: cases[6]?.case ?? '',
            kind: 'access',
            fact: null,
            entry: 1,
            asked: '2026-11-02T09:00:00.000Z',
            deadline: '2026-12-02T09:00:00.000Z',
            state: 'open',
            answer: null,
          })
          .execute(),
      );
      const { problems } = await checkCases(desk);
      expect(problems.map(({ what, matter }) => [ids.indexOf(matter), what]).sort()).toEqual([
        [-1, 'not-in-ledger'],
        [0, 'case-missing'],
        [1, 'case-missing'],
        [2, 'time-differs'],
        [3, 'deadline-differs'],
        [4, 'state-differs'],
        [5, 'state-differs'],
        [6, 'data-differs'],
      ]);
      const context = { now: desk.now, randomBytes: desk.randomBytes, progress: () => {} };
      expect((await checkLedger({ location }, context)).problem).toMatchObject({
        code: 'OMBUD_E_CASES',
        params: { problems: 8 },
      });
    },
  );
});
