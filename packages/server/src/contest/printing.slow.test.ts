/** Many letters wait for the printer: each is shown once and said to be posted once, a piece at a time. */
import { contest } from '@ombud/app';
import { sized } from '@ombud/testing';
import { expect, test } from 'vitest';
import { contestWorld } from '../../test/contest-world.ts';
import { officer, pieceIn } from '../../test/office.ts';

const letters = sized(10_000, 520);
const together = 500;
const at = '/systems/payments/notices';

test(`${letters} letters are printed in pieces of ${together}`, async () => {
  const world = await contestWorld();
  const clerk = await officer(world.running, 'clerk');
  for (let issued = 0; issued < letters; )
    issued += (await world.issue(Math.min(1000, letters - issued))).length;
  const begun = performance.now();
  const names: string[] = [];
  let [longest, memory] = [0, 0];
  for (let left = letters; left > 0; left -= together) {
    const { html } = await clerk.ask.get(at);
    expect(html).toContain(left === 1 ? 'One letter waits' : `${left.toLocaleString('en')} letters wait`);
    const { print, form } = pieceIn(html);
    const before = performance.now();
    const sheets = (await clerk.ask.get(print)).html;
    longest = Math.max(longest, performance.now() - before);
    memory = Math.max(memory, process.memoryUsage().rss);
    const shown = [...sheets.matchAll(/Kim Example \d+(?=<)/g)].map(([name]) => name);
    expect(new Set(shown).size).toBe(Math.min(together, left));
    names.push(...new Set(shown));
    // Somebody else queues a letter and posts the same piece: neither says that a letter was posted that nobody printed.
    if (left === letters) await world.issue(1);
    await clerk.ask.post(`${at}/posted`, form);
    await clerk.ask.post(`${at}/posted`, form);
    if (left === letters) left += 1;
  }
  expect(new Set(names).size).toBe(letters + 1);
  const states = await world.running.services.state
    .of(contest)
    .selectFrom('contest_matters')
    .select(['state', (eb) => eb.fn.countAll<number | string>().as('n')])
    .where('machine', '=', 'notice')
    .groupBy('state')
    .execute();
  expect(states.map(({ state, n }) => [state, Number(n)])).toEqual([['sent', letters + 1]]);
  expect((await clerk.ask.get(at)).html).toContain('No letter waits for the printer.');
  process.stderr.write(
    `${names.length} letters in ${((performance.now() - begun) / 1000).toFixed(1)} s, at most ${longest.toFixed(0)} ms for a piece, ${Math.round(memory / 2 ** 20)} MB at most\n`,
  );
}, 1_200_000);
