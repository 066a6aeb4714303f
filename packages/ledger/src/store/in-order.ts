/** Rows of a log, of which each is there once: a reading that met one twice would count somebody twice. */
import { ledgerErrors } from '../errors.ts';
import type { StoredEntry } from './store.ts';

/**
 * Pages whose rows come in the order of their indexes; one that is missing is for the reader to see.
 *
 * @throws OmbudError `OMBUD_E_LEDGER_CORRUPT` where one is there twice, is no entry's, or has no text
 */
export async function* inOrder(
  pages: AsyncIterable<StoredEntry[]>,
  first: number,
): AsyncGenerator<StoredEntry[]> {
  let next = first;
  for await (const page of pages) {
    for (const { index, entry } of page) {
      if (!Number.isSafeInteger(index) || index < next)
        throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'row-twice', { index });
      if (typeof entry !== 'string')
        throw ledgerErrors.error('OMBUD_E_LEDGER_CORRUPT', 'entry-form', { index });
      next = index + 1;
    }
    yield page;
  }
}
