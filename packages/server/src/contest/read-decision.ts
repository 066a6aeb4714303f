import { isOmbudError, type JsonObject } from '@ombud/kernel';
import { openPayload, parseEntry } from '@ombud/ledger';
import { serverErrors } from '../errors.ts';
import type { Services } from '../services.ts';

/** What a decision said and was made from. */
export interface DecisionPayload {
  readonly subject: string;
  readonly decision: unknown;
  readonly inputs: JsonObject;
  /** When it was recorded; when it says that it was made; and the entry of the declaration that it was made under. */
  readonly recorded: string;
  readonly decided: string | null;
  readonly declared: number | null;
  /** A person decided; it had no effect. */
  readonly byPerson: boolean;
  readonly shadow: boolean;
}

/**
 * The payload of a decision, held against what its entry commits to.
 * @throws OmbudError `OMBUD_E_NO_DECISION` where there is none, or the person was erased
 */
export async function decisionPayload(
  { ledger: { store } }: Pick<Services, 'ledger'>,
  system: string,
  index: number,
): Promise<DecisionPayload> {
  const missing = () => serverErrors.error('OMBUD_E_NO_DECISION', 'not-there', { index, system });
  const body = await store.readEntry(index).catch((error: unknown) => {
    if (isOmbudError(error) && error.code === 'OMBUD_E_LEDGER_INDEX') throw missing();
    throw error;
  });
  const entry = parseEntry(body);
  const stored =
    entry?.kind === 'decision' && entry.system === system ? await store.readPayload(index) : undefined;
  const payload = entry === null || stored === undefined ? null : openPayload(entry, stored);
  if (payload === null || entry?.kind !== 'decision') throw missing();
  const { subject, decision, inputs } = payload as Partial<DecisionPayload>;
  return {
    subject: subject ?? '',
    decision,
    inputs: inputs ?? {},
    recorded: entry.time,
    decided: entry.decided ?? null,
    declared: entry.declared ?? null,
    byPerson: entry.marks?.includes('by-person') === true,
    shadow: entry.marks?.includes('shadow') === true,
  };
}

/** What an entry commits to; null where the person was erased. */
export async function payloadAt(
  { ledger: { store } }: Pick<Services, 'ledger'>,
  index: number,
): Promise<JsonObject | null> {
  const entry = parseEntry(await store.readEntry(index));
  const stored = await store.readPayload(index);
  return entry === null || stored === undefined ? null : openPayload(entry, stored);
}
