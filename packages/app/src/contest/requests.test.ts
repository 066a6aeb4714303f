import { describe, expect, onTestFinished, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { decide, openDesk, tell } from '../../test/contest-desk.ts';
import { answerRequest, askRequest, requestsOf } from '../index.ts';

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
});
