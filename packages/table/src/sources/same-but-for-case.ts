import { tableErrors } from '../errors.ts';

/**
 * The engine takes names without case, and so do people: of `Sex` and `sex` nobody knows which is meant.
 * @throws OmbudError `OMBUD_E_UNREADABLE`
 */
export function refuseSameButForCase(file: string, columns: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const column of columns) {
    const first = seen.get(column.toLowerCase());
    if (first !== undefined)
      throw tableErrors.error('OMBUD_E_UNREADABLE', 'same-but-for-case', { file, columns: [first, column] });
    seen.set(column.toLowerCase(), column);
  }
}
