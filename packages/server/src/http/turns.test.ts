import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { turns } from './turns.ts';

test('property: never more than three of an address at once, everybody has a turn in order, and nothing is kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('a', 'b'), { maxLength: 60 }),
      async (s, asked) => {
        // A clock that leaps: whoever must wait for a quiet moment has waited.
        let now = 0;
        const { take } = turns(() => {
          now += 1000;
          return now;
        });
        const running = new Map<string, number>();
        const begun: number[] = [];
        const all = asked.map((address, i) =>
          take(address, async () => {
            begun.push(i);
            const now = (running.get(address) ?? 0) + 1;
            running.set(address, now);
            expect(now).toBeLessThanOrEqual(3);
            await s.schedule(Promise.resolve());
            running.set(address, (running.get(address) ?? 0) - 1);
            if (i % 5 === 0) throw new Error('failed');
          }),
        );
        const done = Promise.allSettled(all);
        await s.waitFor(done);
        expect(begun).toHaveLength(asked.length);
        for (const address of ['a', 'b']) {
          const own = begun.filter((i) => asked[i] === address);
          expect(own).toEqual([...own].sort((x, y) => x - y));
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('one address with very many waiting is told to wait, and another begins at once', async () => {
  const { take } = turns();
  let end = () => {};
  const stored = new Promise<void>((resolve) => {
    end = resolve;
  });
  const all = Array.from({ length: 203 }, () => take('a', () => stored));
  await expect(take('a', () => stored)).rejects.toMatchObject({ code: 'OMBUD_E_HTTP_LIMIT' });
  expect(await take('b', async () => 'now')).toBe('now');
  end();
  await Promise.all(all);
  expect(await take('a', async () => 'again')).toBe('again');
});

/** Time that the test lets go by, and a clock of it. */
function ownTime() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  return { clock: () => Date.now(), pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

test('while others ask, one address that asks very much has a few a second; then it has all its turns', async () => {
  const { clock, pass } = ownTime();
  const { take } = turns(clock);
  let begun = 0;
  const many = Array.from({ length: 100 }, () =>
    take('much', async () => {
      begun++;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }),
  );
  await pass(100);
  const before = begun;
  let served = 0;
  // Ten seconds in which somebody asks every 20 ms, each time from another address: each begins at once.
  for (let i = 0; i < 500; i++) {
    void take(`person ${i % 50}`, async () => {
      served++;
    });
    await pass(0);
    expect(served).toBe(i + 1);
    await pass(20);
  }
  expect(begun - before).toBeGreaterThanOrEqual(35);
  expect(begun - before).toBeLessThanOrEqual(45);
  await pass(2000);
  await Promise.all(many);
  expect(begun).toBe(100);
});

test('an address that asks one thing after the other, but very much, waits for others too; forgotten, it is as all', async () => {
  const { clock, pass } = ownTime();
  const { take } = turns(clock);
  for (let i = 0; i < 41; i++) await take('much', async () => {});
  await take('person', async () => {});
  let begun = false;
  const next = take('much', async () => {
    begun = true;
  });
  await pass(10);
  expect(begun).toBe(false);
  await pass(300);
  await next;
  await pass(60_000);
  await take('person', async () => {});
  expect(await take('much', async () => 'at once')).toBe('at once');
});

test('two that ask very much take turns', async () => {
  const { clock, pass } = ownTime();
  const { take } = turns(clock);
  const begun: string[] = [];
  const all = ['a', 'b'].flatMap((address) =>
    Array.from({ length: 13 }, () =>
      take(address, async () => {
        begun.push(address);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }),
    ),
  );
  await pass(1000);
  await Promise.all(all);
  // Three of each begin at once; those that had to wait change places.
  const waited = begun.slice(6);
  expect(waited).toHaveLength(20);
  for (let i = 1; i < waited.length; i++) expect(waited[i]).not.toBe(waited[i - 1]);
});
