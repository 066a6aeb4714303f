import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turns } from './turns.ts';

test('property: never more than three of an address at once, everybody has a turn in order, and nothing is kept', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.constantFrom('a', 'b'), { maxLength: 60 }),
      async (s, asked) => {
        const { take } = turns();
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
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const all = Array.from({ length: 203 }, () => take('a', () => held));
  await expect(take('a', () => held)).rejects.toMatchObject({ code: 'OMBUD_E_HTTP_LIMIT' });
  expect(await take('b', async () => 'now')).toBe('now');
  end();
  await Promise.all(all);
  expect(await take('a', async () => 'again')).toBe('again');
});
