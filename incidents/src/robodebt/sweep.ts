import { collectedShare, runToOpening } from './scheme.ts';

/** When the breaker opens under one set of assumptions. */
export interface SweepCell {
  readonly irregular: number;
  readonly appeals: number;
  readonly answerDays: number;
  /** The median day over the runs; null where it stays closed in most of them. */
  readonly day: number | null;
  /** Share of all the money that is collected by then. */
  readonly collected: number | null;
}

export const swept = {
  irregular: [0.1, 0.25, 1 / 3, 0.5, 0.8],
  appeals: [0.01, 0.02, 0.05, 0.1],
  answerDays: [14, 42, 90, 180, 365],
} as const;

const seeds = [1, 2, 3, 4, 5];

function medianDay(settings: Omit<SweepCell, 'day' | 'collected'>): number | null {
  const days = seeds
    .map((seed) => runToOpening(settings, seed).day ?? Number.POSITIVE_INFINITY)
    .sort((a, b) => a - b);
  const median = days[Math.floor(seeds.length / 2)] ?? Number.POSITIVE_INFINITY;
  return Number.isFinite(median) ? median : null;
}

/** Every combination that is swept. */
export const sweep = (): readonly SweepCell[] =>
  swept.irregular.flatMap((irregular) =>
    swept.appeals.flatMap((appeals) =>
      swept.answerDays.map((answerDays) => {
        const day = medianDay({ irregular, appeals, answerDays });
        return { irregular, appeals, answerDays, day, collected: day === null ? null : collectedShare(day) };
      }),
    ),
  );
