import { tableErrors } from '../../errors.ts';
import type { ScoreQuery } from '../engine.ts';
import type { Greatest } from './scores.ts';

/** What an engine found in a column of counts or weights. */
export interface Found {
  readonly sum: number;
  readonly least: number | null;
  /** Rows whose value is no number. */
  readonly unreadable: number;
  readonly fractional: boolean;
}

/** @throws OmbudError `OMBUD_E_BAD_COUNT` or `OMBUD_E_BAD_WEIGHT` where people cannot be counted by it */
export function refuseBadCounts(role: 'count' | 'weight', column: string, found: Found): void {
  const code = role === 'count' ? 'OMBUD_E_BAD_COUNT' : 'OMBUD_E_BAD_WEIGHT';
  const { sum, least, unreadable, fractional } = found;
  if (unreadable > 0 || !Number.isFinite(sum)) throw tableErrors.error(code, 'not-number', { column });
  if (least !== null && least < 0) throw tableErrors.error(code, 'negative', { column, value: least });
  if (fractional) throw tableErrors.error('OMBUD_E_BAD_COUNT', 'not-whole', { column });
}

/** Squares of larger numbers, and the sums of these over many people, are beyond all numbers; of smaller ones they are 0. */
const [mostSquare, leastSquare] = [1e290, 1e-290];

/** @throws OmbudError `OMBUD_E_BAD_WEIGHT` where nothing can be counted with the squares of weights up to this one */
export function refuseOddWeights(column: string, greatest: number): void {
  if (greatest ** 2 > mostSquare)
    throw tableErrors.error('OMBUD_E_BAD_WEIGHT', 'too-large', { column, value: String(greatest) });
  if (greatest > 0 && greatest ** 2 < leastSquare)
    throw tableErrors.error('OMBUD_E_BAD_WEIGHT', 'too-small', { column, value: String(greatest) });
}

/** @throws OmbudError `OMBUD_E_NOT_A_NUMBER` where a number is so large that it has no sum, or no square that a spread needs */
export function refuseTooLarge(query: ScoreQuery, { score, need, people, weight }: Greatest): void {
  const squared = Math.max(1, people, weight ** 2);
  if (query.need !== null && need ** 2 * squared > mostSquare)
    throw tableErrors.error('OMBUD_E_NOT_A_NUMBER', 'too-large', {
      column: query.need.column,
      value: String(need),
    });
  if (score * squared > mostSquare)
    throw tableErrors.error('OMBUD_E_NOT_A_NUMBER', 'too-large', {
      column: query.score.column,
      value: String(score),
    });
}
