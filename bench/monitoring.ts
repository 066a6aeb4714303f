// The figures of docs/monitoring.md: false alarms and delays of the detectors, by simulation with a fixed seed.
// npm run bench -- monitoring [--runs 200]
import { parseArgs } from 'node:util';
import { uniformStream } from '../packages/stats/src/discrete/draw.ts';
import {
  defaultGrid,
  detectorEvidence,
  differenceSequence,
  initialRateMonitor,
  initialRatioMonitor,
  newcombe,
  type RateMonitor,
  type RatioMonitor,
  ratioSequence,
  stepRateMonitor,
  stepRatioMonitor,
  type WatchedDecision,
} from '../packages/stats/src/index.ts';

const limit = 0.8;
const referenceRate = 0.5;
const minority = 0.3;
const goodDecisions = 20_000;
const overturnLimit = 0.2;
const goodReviews = 200;
const ratioThresholds = [1000, 10_000, 100_000];
const rateThresholds = [100, 1000, 10_000];

type Uniform = () => number;
/** The time of the first alarm for each threshold, or null where the run ended before. */
type FirstAlarms = readonly (number | null)[];

export function monitoring(args: readonly string[]): void {
  const { values } = parseArgs({ args: [...args], options: { runs: { type: 'string', default: '200' } } });
  const runs = Number(values.runs);
  console.log(
    `grid ${defaultGrid[0]} to ${defaultGrid.at(-1)} in ${defaultGrid.length}, ${runs} runs a figure`,
  );
  runLengths(runs);
  ratioDelays(runs);
  rateDelays(runs);
  looks(runs);
  closing(runs);
}

function decision(uniform: Uniform, ratio: number): WatchedDecision {
  const side = uniform() < minority ? 'watched' : 'reference';
  return { side, event: uniform() < (side === 'watched' ? ratio : 1) * referenceRate };
}

/** Exactly at the limit: how many blocks until the first alarm, on average; runs end at `most` times c. */
function runLengths(runs: number): void {
  const most = 10;
  console.log(`\nexactly at the limit, mean blocks until a false alarm (runs end at ${most} c)`);
  for (const c of ratioThresholds) {
    const fewer = Math.max(100, Math.min(runs, Math.floor((runs * 20_000) / c)));
    const lengths = Array.from({ length: fewer }, (_, run) => ratioRunLength(run, c, most * c));
    report(`  ratio, c = ${c} blocks`, lengths, most * c);
  }
  for (const c of rateThresholds) {
    const lengths = Array.from({ length: runs }, (_, run) => rateRunLength(run, c, most * c));
    report(`  overturns, c = ${c} reviews`, lengths, most * c);
  }
}

function report(what: string, lengths: readonly number[], most: number): void {
  const ended = lengths.filter((length) => length >= most).length;
  const average = mean(lengths);
  const spread = Math.sqrt(mean(lengths.map((length) => (length - average) ** 2)) / lengths.length);
  console.log(
    `${what}: ${round(average)} +- ${round(spread)} (${lengths.length} runs, ${ended} of them without an alarm)`,
  );
}

function ratioRunLength(seed: number, c: number, most: number): number {
  const uniform = uniformStream(1000 + seed);
  let monitor = initialRatioMonitor(limit);
  let blocks = 0;
  while (blocks < most) {
    monitor = stepRatioMonitor(monitor, decision(uniform, limit));
    if (monitor.detector.blocks === blocks) continue;
    blocks = monitor.detector.blocks;
    if (detectorEvidence(monitor.detector) >= c) break;
  }
  return blocks;
}

function rateRunLength(seed: number, c: number, most: number): number {
  const uniform = uniformStream(2000 + seed);
  let monitor = initialRateMonitor(overturnLimit);
  while (monitor.detector.blocks < most && detectorEvidence(monitor.detector) < c) {
    monitor = stepRateMonitor(monitor, uniform() < overturnLimit);
  }
  return monitor.detector.blocks;
}

function ratioDelays(runs: number): void {
  for (const [name, before] of [
    ['from the start', 0],
    [`after ${goodDecisions} decisions at a ratio of 1`, goodDecisions],
  ] as const) {
    console.log(`\nharm ${name}: median decisions until it opens (95th percentile), false alarms before`);
    for (const ratio of [0.7, 0.6, 0.5]) {
      const alarms = Array.from({ length: runs }, (_, run) => ratioAlarms(run, before, ratio));
      delays(`ratio ${ratio}`, ratioThresholds, alarms, before);
    }
  }
}

function ratioAlarms(seed: number, before: number, ratio: number): FirstAlarms {
  const uniform = uniformStream(3000 + seed);
  let monitor: RatioMonitor = initialRatioMonitor(limit);
  return firstAlarms(ratioThresholds, before + 40_000, (time) => {
    monitor = stepRatioMonitor(monitor, decision(uniform, time < before ? 1 : ratio));
    return detectorEvidence(monitor.detector);
  });
}

function rateDelays(runs: number): void {
  for (const [name, before] of [
    ['from the start', 0],
    [`after ${goodReviews} reviews at .1`, goodReviews],
  ] as const) {
    console.log(
      `\noverturns ${name}, limit ${overturnLimit}: median reviews until it opens, false alarms before`,
    );
    for (const rate of [0.7, 0.4, 0.3]) {
      const alarms = Array.from({ length: runs }, (_, run) => rateAlarms(run, before, rate));
      delays(`rate ${rate}`, rateThresholds, alarms, before);
    }
  }
}

function rateAlarms(seed: number, before: number, rate: number): FirstAlarms {
  const uniform = uniformStream(4000 + seed);
  let monitor: RateMonitor = initialRateMonitor(overturnLimit);
  return firstAlarms(rateThresholds, before + 20_000, (time) => {
    monitor = stepRateMonitor(monitor, uniform() < (time < before ? 0.1 : rate));
    return detectorEvidence(monitor.detector);
  });
}

function firstAlarms(
  thresholds: readonly number[],
  most: number,
  next: (time: number) => number,
): FirstAlarms {
  const first: (number | null)[] = thresholds.map(() => null);
  for (let time = 0; time < most && first.includes(null); time++) {
    const evidence = next(time);
    thresholds.forEach((c, i) => {
      if (first[i] === null && evidence >= c) first[i] = time + 1;
    });
  }
  return first;
}

function delays(
  what: string,
  thresholds: readonly number[],
  alarms: readonly FirstAlarms[],
  before: number,
): void {
  const figures = thresholds.map((c, i) => {
    const times = alarms.map((run) => run[i] ?? Number.POSITIVE_INFINITY);
    const early = times.filter((time) => time <= before).length;
    const late = times.filter((time) => time > before).map((time) => time - before);
    return `c = ${c}: ${quantile(late, 0.5)} (${quantile(late, 0.95)}), ${early} of ${alarms.length}`;
  });
  console.log(`  ${what} | ${figures.join(' | ')}`);
}

/** Equal groups, looked at every 100 of 20,000 decisions: how often is a difference claimed? */
function looks(runs: number): void {
  const more = runs * 5;
  let [ordinary, always] = [0, 0];
  for (let run = 0; run < more; run++) {
    const found = looked(5000 + run);
    ordinary += found.ordinary ? 1 : 0;
    always += found.always ? 1 : 0;
  }
  console.log(
    `\nequal groups, a 95 % interval looked at every 100 of 20,000 decisions (${more} runs): false alarms`,
  );
  console.log(`  Newcombe ${percent(ordinary / more)} | always-valid difference ${percent(always / more)}`);
}

function looked(seed: number): { ordinary: boolean; always: boolean } {
  const uniform = uniformStream(seed);
  const counts = { watched: { events: 0, n: 0 }, reference: { events: 0, n: 0 } };
  let [ordinary, always] = [false, false];
  for (let time = 1; time <= 20_000; time++) {
    const { side, event } = decision(uniform, 1);
    counts[side].n += 1;
    if (event) counts[side].events += 1;
    if (time % 100 !== 0) continue;
    const newcombeInterval = newcombe(counts.watched, counts.reference, { level: 0.95 });
    ordinary ||= excludes(newcombeInterval, 0);
    // The slower one is asked only where the quick one sees something: it is always the wider of the two.
    always ||=
      excludes(newcombeInterval, 0) &&
      excludes(differenceSequence(counts.watched, counts.reference, 0.95), 0);
  }
  return { ordinary, always };
}

function excludes(
  interval: { readonly low: number | null; readonly high: number | null } | null,
  value: number,
): boolean {
  return interval !== null && ((interval.low ?? -1) > value || (interval.high ?? value) < value);
}

/** How many decisions by people until the ratio is surely inside the limit, which closing asks for. */
function closing(runs: number): void {
  console.log(
    '\ndecisions until the 95 % sequence of the ratio is above the limit: median (95th percentile)',
  );
  for (const ratio of [1, 0.95, 0.9]) {
    const times = Array.from({ length: Math.min(runs, 100) }, (_, run) => untilInside(6000 + run, ratio));
    console.log(`  true ratio ${ratio} | ${quantile(times, 0.5)} (${quantile(times, 0.95)})`);
  }
}

function untilInside(seed: number, ratio: number): number {
  const uniform = uniformStream(seed);
  const counts = { watched: { events: 0, n: 0 }, reference: { events: 0, n: 0 } };
  for (let time = 1; time <= 60_000; time++) {
    const { side, event } = decision(uniform, ratio);
    counts[side].n += 1;
    if (event) counts[side].events += 1;
    if (time % 100 === 0 && (ratioSequence(counts.watched, counts.reference, 0.95)?.low ?? 0) > limit)
      return time;
  }
  return Number.POSITIVE_INFINITY;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.floor((sorted.length - 1) * share)] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(value) ? round(value) : 'never';
}

function round(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
