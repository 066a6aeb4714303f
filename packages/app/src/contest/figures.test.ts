/** Public figures: true, and not to be undone by subtraction, from the totals or from an earlier look. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { testStores } from '../../../ledger/test/stores.ts';
import { decide, openDesk, type TestDesk, tell } from '../../test/contest-desk.ts';
import { contestFigures, lodgeAppeal, noteRead, scanDeadlines } from '../index.ts';

const { stores } = testStores();

async function newDesk(location: string): Promise<TestDesk> {
  const desk = await openDesk(location);
  onTestFinished(() => desk.writer.close());
  return desk;
}

const figuresOf = (desk: TestDesk, minimumCell = 5) =>
  contestFigures(desk, { system: 'benefits', by: 'sex', minimumCell, level: 0.95 });

async function appeal(desk: TestDesk, id: string | undefined): Promise<void> {
  await noteRead(desk, id ?? '');
  await lodgeAppeal(desk, {
    case: id ?? '',
    by: 'person',
    actor: 'person',
    channel: 'portal',
    grounds: ['wrong-facts'],
    words: {},
  });
}

const people = (n: number): string[] => Array.from({ length: n }, (_, i) => `p${i}`);
const told = (figures: Awaited<ReturnType<typeof figuresOf>>) =>
  figures.appealsByGroup.map(({ group, rate, withheld }) => [group, rate?.events, rate?.n, withheld]);

describe.each(stores)('$name', ({ skip, place }) => {
  test.skipIf(skip)(
    'queued is not told, and a letter that counts as received is no deadline missed',
    async () => {
      const desk = await newDesk(place());
      await tell(desk, await decide(desk, ['q0', 'q1']), { read: false });
      const sent = await tell(desk, await decide(desk, people(3)));
      expect(await figuresOf(desk)).toMatchObject({ decided: 5, told: 0, passedDeadlines: 0 });
      await noteRead(desk, sent[0]?.case ?? '');
      await scanDeadlines(desk);
      expect(await figuresOf(desk)).toMatchObject({ decided: 5, told: 1, passedDeadlines: 0 });
      // Four weeks later two are deemed told; the two that wait for the carrier since are owed by it.
      desk.later(28);
      await scanDeadlines(desk);
      expect(await figuresOf(desk)).toMatchObject({ decided: 5, told: 3, passedDeadlines: 2 });
    },
  );

  test.skipIf(skip)('whoever lacks the attribute is not what is left of the total', async () => {
    const desk = await newDesk(place());
    const cases = await tell(
      desk,
      await decide(desk, people(31), (i) =>
        i === 30 ? (null as unknown as string) : i % 2 === 0 ? 'F' : 'M',
      ),
    );
    for (const one of cases.slice(0, 20)) await appeal(desk, one.case);
    // 30 of 31 by F and M would leave the one, and that they did not appeal.
    expect(told(await figuresOf(desk))).toEqual([
      ['', undefined, undefined, 'small'],
      ['F', 10, 15, null],
      ['M', undefined, undefined, 'complement'],
    ]);
  });

  test.skipIf(skip)(
    'whoever looks after each appeal learns of nobody to which group they belong',
    async () => {
      const desk = await newDesk(place());
      const cases = await tell(desk, await decide(desk, people(60)));
      for (const one of cases.slice(0, 20)) await appeal(desk, one.case);
      const first = await figuresOf(desk);
      expect(told(first)).toEqual([
        ['F', 10, 30, null],
        ['M', 10, 30, null],
      ]);
      // Fifteen women appeal, then fifteen men.
      const left = [0, 1].map((sex) => cases.slice(20).filter((one) => cases.indexOf(one) % 2 === sex));
      const more = left.flatMap((some) => some.slice(0, 15));
      const steps = [{ received: 20, F: 10, M: 10 }];
      for (const one of more) {
        await appeal(desk, one.case);
        const now = await figuresOf(desk);
        const [F = 0, M = 0] = now.appealsByGroup.map(({ rate }) => rate?.events ?? 0);
        const last = steps.at(-1);
        if (last?.F !== F || last.M !== M) steps.push({ received: now.received, F, M });
      }
      expect(steps.length).toBeGreaterThan(1);
      for (const [i, { F, M }] of steps.entries()) {
        const before = steps[i - 1];
        if (before === undefined) continue;
        expect(F - before.F).toBeGreaterThanOrEqual(5);
        expect(M - before.M).toBeGreaterThanOrEqual(5);
      }
    },
  );
});
