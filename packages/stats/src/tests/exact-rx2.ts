import { checkWholePeople } from '../counts.ts';
import type { Proportion, TestResult } from '../types.ts';
import { monteCarloP } from './rx2-monte-carlo.ts';
import { networkP } from './rx2-network.ts';

/** How far the exact computation may go, and how the drawing goes after that. */
export interface ExactOptions {
  /** Steps of work that the exact answer may cost; 0 goes straight to Monte Carlo. */
  readonly limit?: number;
  readonly seed?: number;
  /** The most tables that Monte Carlo draws. */
  readonly replicates?: number;
  /** Answers that were found before, by margins: several rates of one audit, and a rate and its complement, share a table. */
  readonly found?: Map<string, TestResult>;
}

/** About 30 ms: an audit asks this question for dozens of tables. */
const mostTables = 100_000;
const defaultReplicates = 1999;
const enoughReplicates = 20;

/**
 * Are the rates of several groups equal? The exact test of Freeman and Halton (Biometrika 38, 1951), which is Fisher's for
 * two groups. Where there are too many tables for the network algorithm it draws them, and the name says so.
 * @returns `freeman-halton` or `freeman-halton-monte-carlo`; `null` for fewer than two groups with people.
 * @throws OmbudError OMBUD_E_STATS_COUNTS for weighted counts.
 */
export function exactRx2(groups: readonly Proportion[], options: ExactOptions = {}): TestResult | null {
  checkWholePeople(groups, 'freeman-halton');
  const { found } = options;
  const present = groups.filter(({ n }) => n > 0);
  if (present.length < 2) return null;
  const sizes = present.map(({ n }) => n);
  const events = rarer(present);
  const key = found && [options.seed, options.limit, options.replicates, sizes, events].join(';');
  const known = key === undefined ? undefined : found?.get(key);
  const answer = known ?? testOf(sizes, events, options);
  if (key !== undefined) found?.set(key, answer);
  return answer;
}

function testOf(sizes: readonly number[], events: readonly number[], options: ExactOptions): TestResult {
  const { limit = mostTables, seed = 1, replicates = defaultReplicates } = options;
  const exact = networkP(sizes, events, limit);
  if (exact !== null) return { test: 'freeman-halton', statistic: null, df: null, p: exact };
  const p = monteCarloP(sizes, events, { seed, replicates, enough: enoughReplicates });
  return { test: 'freeman-halton-monte-carlo', statistic: null, df: null, p };
}

/** The test is the same for events and non-events; the rarer of the two is less work. */
function rarer(groups: readonly Proportion[]): number[] {
  const events = groups.map((group) => group.events);
  const others = groups.map((group) => group.n - group.events);
  return total(events) <= total(others) ? events : others;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
