import type { JsonObject } from '@ombud/kernel';
import { openPayload, parseEntry } from '@ombud/ledger';
import type { Services } from '../services.ts';

/** An entry of a case with what it commits to; null where the person was erased. */
export interface Link {
  readonly index: number;
  readonly payload: JsonObject | null;
}

/**
 * The entries of a run from its last one back to the decision: each is about the one before it.
 * @param last null where nothing has happened yet
 */
export async function chainOf(
  { ledger: { store } }: Pick<Services, 'ledger'>,
  last: number | null,
  decision: number,
): Promise<readonly Link[]> {
  const found: Link[] = [];
  for (let at = last; at !== null && at > decision; ) {
    const entry = parseEntry(await store.readEntry(at));
    const stored = await store.readPayload(at);
    found.unshift({
      index: at,
      payload: entry === null || stored === undefined ? null : openPayload(entry, stored),
    });
    at = entry !== null && 'about' in entry && typeof entry.about === 'number' ? entry.about : null;
  }
  return found;
}
