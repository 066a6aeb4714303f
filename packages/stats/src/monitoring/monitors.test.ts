import { expect, test } from 'vitest';
import { drawBinomial, type Uniform, uniformStream } from '../discrete/draw.ts';
import type { Interval, Proportion } from '../types.ts';
import { bernoulliSequence } from './bernoulli-sequence.ts';
import { betaMixture } from './beta-mixture.ts';
import { detectorEvidence, detectorOpened, initialDetector, stepDetector } from './e-detector.ts';
import { initialRateMonitor, type RateMonitor, stepRateMonitor } from './rate-monitor.ts';
import {
  initialRatioMonitor,
  type RatioMonitor,
  stepRatioMonitor,
  type WatchedDecision,
} from './ratio-monitor.ts';
import { differenceSequence, ratioSequence } from './two-sample-sequence.ts';

const watched = (event: boolean): WatchedDecision => ({ side: 'watched', event });
const reference = (event: boolean): WatchedDecision => ({ side: 'reference', event });
const evidenceAfter = (decisions: readonly WatchedDecision[]): number =>
  detectorEvidence(decisions.reduce<RatioMonitor>(stepRatioMonitor, initialRatioMonitor(0.8)).detector);

test('a block closes when both sides have somebody, and says limit x rate(reference) - rate(watched)', () => {
  // Blocks: reference 1 of 2 against watched 0 of 1, Z = .4; watched 1 of 2 against reference 1 of 1, Z = .3.
  const decisions = [
    reference(true),
    reference(false),
    watched(false),
    watched(true),
    watched(false),
    reference(true),
  ];
  const monitor = decisions.reduce<RatioMonitor>(stepRatioMonitor, initialRatioMonitor(0.8));
  const expected = [0.4, 0.3].reduce(stepDetector, initialDetector());
  expect(monitor.detector.blocks).toBe(2);
  expect(detectorEvidence(monitor.detector)).toBeCloseTo(detectorEvidence(expected), 12);
});

test('an open block counts for nothing until the other side comes', () => {
  expect(evidenceAfter([reference(true), reference(true), reference(true)])).toBe(0);
});

test('the state is plain JSON: written down in the middle and read again, it goes on to the same evidence', () => {
  const uniform = uniformStream(4);
  const decisions = Array.from({ length: 400 }, () =>
    uniform() < 0.3 ? watched(uniform() < 0.3) : reference(uniform() < 0.5),
  );
  const half = decisions.slice(0, 200).reduce<RatioMonitor>(stepRatioMonitor, initialRatioMonitor(0.8));
  const read: RatioMonitor = JSON.parse(JSON.stringify(half));
  const replayed = decisions.slice(200).reduce<RatioMonitor>(stepRatioMonitor, read);
  expect(detectorEvidence(replayed.detector)).toBe(evidenceAfter(decisions));
});

test('overwhelming evidence stays a finite number, which JSON can carry', () => {
  let monitor = initialRateMonitor(0.2);
  for (let i = 0; i < 5000; i++) monitor = stepRateMonitor(monitor, true);
  expect(Number.isFinite(detectorEvidence(monitor.detector))).toBe(true);
  expect(detectorOpened(monitor.detector, 1e6)).toBe(true);
});

const blocksUntilOpen = (uniform: Uniform, rate: number, c: number, most: number): number => {
  let monitor: RateMonitor = initialRateMonitor(0.2);
  while (!detectorOpened(monitor.detector, c) && monitor.detector.blocks < most) {
    monitor = stepRateMonitor(monitor, uniform() < rate);
  }
  return monitor.detector.blocks;
};

test('overturned exactly at the limit, the mean number of reviews until a false alarm is at least c', () => {
  const uniform = uniformStream(11);
  const runs = 200;
  let reviews = 0;
  for (let run = 0; run < runs; run++) reviews += blocksUntilOpen(uniform, 0.2, 100, 5000);
  expect(reviews / runs).toBeGreaterThan(100);
});

test('overturned much more often than the limit, it opens soon', () => {
  const uniform = uniformStream(12);
  for (let run = 0; run < 50; run++) expect(blocksUntilOpen(uniform, 0.7, 1000, 200)).toBeLessThan(200);
});

type Sequence = (a: Proportion, b: Proportion) => Interval | null;
const sequences: readonly (readonly [string, number, Sequence])[] = [
  ['beta mixture', 0.3, (a) => betaMixture(a, 0.95)],
  ['bounded values', 0.3, (a) => bernoulliSequence({ sum: a.events, n: a.n }, 0.95, { narrowestAt: 500 })],
  ['difference', 0.3 - 0.4, (a, b) => differenceSequence(a, b, 0.95)],
  ['ratio', 0.3 / 0.4, (a, b) => ratioSequence(a, b, 0.95)],
];

test.each(sequences)(
  '%s: looked at 100 times, a sequence for 95 percent always covers in at least so many runs',
  (_, truth, sequence) => {
    const uniform = uniformStream(21);
    const runs = 200;
    let covered = 0;
    for (let run = 0; run < runs; run++) covered += alwaysCovers(uniform, truth, sequence) ? 1 : 0;
    expect(covered / runs).toBeGreaterThanOrEqual(0.95);
  },
);

function alwaysCovers(uniform: Uniform, truth: number, sequence: Sequence): boolean {
  let [a, b] = [0, 0];
  for (let n = 20; n <= 2000; n += 20) {
    a += drawBinomial(uniform, 20, 0.3);
    b += drawBinomial(uniform, 20, 0.4);
    const interval = sequence({ events: a, n }, { events: b, n });
    if (interval === null || (interval.low ?? -1) > truth || (interval.high ?? 1e9) < truth) return false;
  }
  return true;
}
