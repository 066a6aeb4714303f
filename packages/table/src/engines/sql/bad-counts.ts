import { tableErrors } from '../../errors.ts';

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
