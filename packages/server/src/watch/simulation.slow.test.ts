/**
 * The breaker in simulation through the running server: decisions come by the API, and it opens by itself. The mean run
 * length and the delay are held against what `docs/monitoring.md` promises, at a smaller c so that the runs end.
 */
import { replayBreakers } from '@ombud/app';
import { detectorOpened, initialRatioMonitor, stepRatioMonitor } from '@ombud/stats';
import { expect, test } from 'vitest';
import { type Asker, keyOf, loans, startServer } from '../../test/world.ts';

const c = 200;
const runs = 12;
const most = 40_000;
const together = 1000;

/** Seeded uniform numbers: mulberry32. */
function uniform(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Drawn {
  readonly sex: 'F' | 'M';
  readonly yes: boolean;
}

/** 30 % women; the rate of men is .5, that of women `ratio` times as much. */
const drawer = (seed: number, ratio: number) => {
  const next = uniform(seed);
  return (): Drawn => {
    const sex = next() < 0.3 ? 'F' : 'M';
    return { sex, yes: next() < (sex === 'F' ? 0.5 * ratio : 0.5) };
  };
};

const declared = (system: string) => ({
  ...loans,
  system,
  inputs: [],
  breaker: { ratios: [{ column: 'sex', watched: 'F' }], blocks: c },
});

/** Sends decisions until the breaker opens; gives at which decision of the run it did, and after how many blocks. */
async function runUntilOpen(
  ask: Asker,
  system: string,
  draw: () => Drawn,
): Promise<{ readonly decisions: number; readonly blocks: number } | null> {
  await ask('PUT', `/api/v1/systems/${system}`, declared(system));
  const places = new Map<number, number>();
  for (let sent = 0; sent < most; sent += together) {
    const batch = Array.from({ length: together }, (_, i) => {
      const { sex, yes } = draw();
      return {
        subject: `${system}-${sent + i}`,
        decision: yes ? 'yes' : 'no',
        inputs: {},
        attributes: { sex },
      };
    });
    const answer = await ask('POST', `/api/v1/systems/${system}/decisions/batch`, { decisions: batch });
    const { decisions } = (await answer.json()) as { readonly decisions: { readonly index: number }[] };
    for (const [i, { index }] of decisions.entries()) places.set(index, sent + i + 1);
    const told = (await (await ask('GET', `/api/v1/systems/${system}/breaker`)).json()) as {
      readonly position: string;
      readonly because: { readonly at: number; readonly blocks: number };
    };
    if (told.position === 'open')
      return { decisions: places.get(told.because.at) ?? -1, blocks: told.because.blocks };
  }
  return null;
}

/** The same draws through the pure detector: what the server must find. */
function expected(draw: () => Drawn): number {
  let monitor = initialRatioMonitor(0.8);
  for (let n = 1; ; n++) {
    const { sex, yes } = draw();
    monitor = stepRatioMonitor(monitor, { side: sex === 'F' ? 'watched' : 'reference', event: yes });
    if (detectorOpened(monitor.detector, c)) return n;
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

test('at the limit it runs for c blocks or more on average; harm opens it soon; a replay gives the same', async () => {
  const running = await startServer();
  const ask = await keyOf(running, 'operator');
  const table: Record<string, { decisions: number[]; blocks: number[] }> = {};
  for (const ratio of [0.8, 0.6, 0.5]) {
    const row = { decisions: [] as number[], blocks: [] as number[] };
    for (let run = 0; run < runs; run++) {
      const seed = 1000 * ratio + run;
      const found = await runUntilOpen(ask, `loans-${100 * ratio}-${run}`, drawer(seed, ratio));
      expect(found?.decisions).toBe(expected(drawer(seed, ratio)));
      if (found === null) continue;
      row.decisions.push(found.decisions);
      row.blocks.push(found.blocks);
    }
    table[String(ratio)] = row;
  }
  for (const [ratio, { decisions, blocks }] of Object.entries(table))
    process.stderr.write(
      `ratio ${ratio}: opened ${decisions.length} of ${runs}, mean ${Math.round(mean(decisions))} decisions, ${Math.round(mean(blocks))} blocks\n`,
    );
  // Twelve runs of an about geometric length: below half of c has a chance of less than 2 %, and the seeds are fixed.
  expect(mean(table['0.8']?.blocks ?? [])).toBeGreaterThan(c / 2);
  expect(mean(table['0.5']?.decisions ?? [])).toBeLessThan(mean(table['0.8']?.decisions ?? []));
  const { size } = await running.services.ledger.store.readLog();
  const replayed = await replayBreakers(running.services.writer, size);
  expect([...replayed.values()].filter(({ position }) => position === 'open')).toHaveLength(3 * runs);
}, 1_200_000);
