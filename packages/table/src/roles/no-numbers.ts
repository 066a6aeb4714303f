import type { Engine } from '../engines/engine.ts';
import { tableErrors } from '../errors.ts';

/** Where a column holds no number, one of its first values is shown. */
const lookedAt = 1_000;

/**
 * A column of texts is no score: it was given, so that nobody may be told that it was not. One without any value is left to the
 * audits, which say that nobody has it.
 * @throws OmbudError `OMBUD_E_NOT_A_NUMBER`
 */
export async function refuseNoNumbers(
  engine: Engine,
  role: 'need' | 'score',
  column: string,
  text: (raw: string | null) => string | null,
): Promise<void> {
  const place = engine.columns.findIndex(({ name }) => name === column);
  const rows = await engine.sample(lookedAt);
  const value = rows.flatMap((row) => text(row[place] ?? null) ?? [])[0];
  if (value !== undefined)
    throw tableErrors.error('OMBUD_E_NOT_A_NUMBER', 'no-number', { role, column, value });
}
