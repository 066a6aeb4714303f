/** Single parts of a ledger, by index. */
import type { Secret } from './entry/draft.ts';
import type { StoredPayload, StoreReader } from './store/store.ts';

/**
 * The canonical text of one entry.
 * @throws OmbudError `OMBUD_E_LEDGER_INDEX` where there is no such entry
 */
export const readEntry = (store: StoreReader, index: number): Promise<string> => store.readEntry(index);

/** The payload of an entry with its salts, or undefined where there is none or it was erased. */
export const readPayload = (store: StoreReader, index: number): Promise<StoredPayload | undefined> =>
  store.readPayload(index);

/** The protected attributes of a decision with their salts, or undefined where there are none or they were erased. */
export const readAttributes = (store: StoreReader, index: number): Promise<Secret | undefined> =>
  store.readAttributes(index);
