import { openPayload, parseEntry, type Scalar } from '@ombud/ledger';
import { serverErrors } from '../errors.ts';
import type { Call } from '../http/call.ts';

/** A decision with what is personal in it: whoever shows it records the look first. */
export interface Opened {
  readonly index: number;
  readonly recorded: string;
  readonly subject: string;
  readonly decision: Scalar;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/**
 * Opens a decision.
 * @throws OmbudError `OMBUD_E_NO_DECISION` where it is none of this system, or was erased
 */
export async function openDecision(
  { services: { ledger } }: Call,
  system: string,
  index: number,
): Promise<Opened> {
  const { size } = await ledger.store.readLog();
  const entry = index < size ? parseEntry(await ledger.store.readEntry(index)) : null;
  const stored =
    entry?.kind === 'decision' && entry.system === system ? await ledger.store.readPayload(index) : undefined;
  const payload = entry === null || stored === undefined ? null : openPayload(entry, stored);
  if (entry === null || payload === null)
    throw serverErrors.error('OMBUD_E_NO_DECISION', 'not-there', { index, system });
  return { index, recorded: entry.time, ...(payload as unknown as Omit<Opened, 'index' | 'recorded'>) };
}
