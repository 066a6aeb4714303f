/** The chance of entering somebody's case by guessing, as an upper bound that anybody can compute again. */
import { codeBits } from './code.ts';
import { caseSlowing, mostAttempts } from './slow-down.ts';

const yearMs = 365.25 * 24 * 3600 * 1000;

/** What somebody who guesses has. */
export interface Guessing {
  /** Cases that could be met. */
  readonly cases: number;
  /** Codes that the server looks up in a second, whatever the throttle: its full speed. */
  readonly perSecond: number;
  /** Addresses that guess. */
  readonly sources: number;
  /** Values that the second thing can have, each as likely; 1 where it is known. */
  readonly secondValues: number;
}

/** The two chances over a year. */
export interface YearlyChance {
  /** To meet the code of any case. */
  readonly code: number;
  /** To enter any case: its code, and then what the person knows. */
  readonly entry: number;
  /** To enter one case whose letter was found, so that its code is known. */
  readonly knownCode: number;
}

/**
 * The chance, over a year, of entering any of so many cases by guessing (a union bound: no smaller than the true one).
 * @example yearlyChance({ cases: 1e5, perSecond: 10_000, sources: 10_000, secondValues: 36_525 })
 */
export function yearlyChance({ cases, perSecond, sources, secondValues }: Guessing): YearlyChance {
  const guesses = (perSecond * yearMs) / 1000;
  const code = Math.min(1, (guesses * cases) / 2 ** codeBits);
  const tries = sources * mostAttempts(caseSlowing, yearMs);
  const knownCode = Math.min(1, tries / secondValues);
  return { code, entry: code * knownCode, knownCode };
}
