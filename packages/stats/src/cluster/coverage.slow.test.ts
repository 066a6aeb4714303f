import { expect, test } from 'vitest';
import { drawBinomial, uniformStream } from '../discrete/draw.ts';
import { clusterDifference, clusterRatio } from './cluster-intervals.ts';
import { clusterTest } from './cluster-test.ts';
import { type Cr2Moments, cr2Moments } from './cr2.ts';

const uniform = uniformStream(20261103);
const runs = 4000;
const icc = 0.3;

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** G. Marsaglia and W. W. Tsang, ACM TOMS 26 (2000). */
function gamma(shape: number): number {
  if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Subjects of unequal size (log-normal, median 7, a few above 30), rows alike with an intraclass correlation of 0.3. */
function group(subjects: number, rate: number): Cr2Moments {
  const size = (1 - icc) / icc;
  return cr2Moments(
    Array.from({ length: subjects }, () => {
      const [x, y] = [gamma(rate * size), gamma((1 - rate) * size)];
      const n = Math.max(1, Math.round(Math.exp(2 + 0.7 * normal())));
      return { events: drawBinomial(uniform, n, x / (x + y)), n };
    }),
  );
}

const rates = [
  [0.3, 0.3],
  [0.1, 0.1],
  [0.1, 0.3],
] as const;
const designs = [5, 10, 20, 40].flatMap((subjects) => rates.map(([a, b]) => ({ subjects, a, b })));

test.each(designs)(
  '$subjects subjects a group at $a and $b: both intervals cover in >= 94 %',
  ({ subjects, a, b }) => {
    let [ratios, differences, bounded, refused] = [0, 0, 0, 0];
    const widths: number[] = [];
    for (let run = 0; run < runs; run++) {
      const [first, second] = [group(subjects, a), group(subjects, b)];
      const ratio = clusterRatio(first, second, { level: 0.95 });
      const difference = clusterDifference(first, second, { level: 0.95 });
      if (ratio === null || difference === null) continue;
      if ((clusterTest(first, second)?.p ?? 1) <= 0.05) refused += 1;
      const { low, high } = ratio;
      if ((low ?? 0) <= a / b && (high ?? Number.POSITIVE_INFINITY) >= a / b) ratios += 1;
      if ((difference.low ?? 1) <= a - b && (difference.high ?? -1) >= a - b) differences += 1;
      if (high !== null) {
        bounded += 1;
        widths.push(high - (low ?? 0));
      }
    }
    widths.sort((x, y) => x - y);
    const median = widths[widths.length >> 1] ?? Number.NaN;
    console.log(
      `| ${subjects} | ${a} / ${b} | ${percent(ratios)} | ${percent(differences)} | ${percent(bounded)} | ${median.toFixed(2)} | ${percent(refused)} |`,
    );
    // The standard error of 4,000 runs is 0.35 points.
    expect(ratios / runs).toBeGreaterThanOrEqual(0.94 - 0.007);
    expect(differences / runs).toBeGreaterThanOrEqual(0.94 - 0.007);
    // Groups that are equal are called different in at most 6 %.
    if (a === b) expect(refused / runs).toBeLessThanOrEqual(0.06 + 0.007);
    expect(bounded / runs).toBeGreaterThan(subjects === 5 ? 0.8 : 0.95);
  },
);

function percent(count: number): string {
  return `${((100 * count) / runs).toFixed(1)} %`;
}
