/** Idempotency: what was recorded before under the key of a draft. */
import type { OmbudError } from '@ombud/kernel';
import { leafHashLatin1 } from '@ombud/tlog/tree';
import type { Sealed } from '../entry/draft.ts';
import { ledgerErrors } from '../errors.ts';
import type { Tokens } from '../secrets.ts';
import type { StoreReader } from '../store/store.ts';

/** Where an entry lies, for good. */
export interface Appended {
  readonly index: number;
  /** Leaf hash, base64 of 32 bytes. */
  readonly leaf: string;
  /** True where the idempotency key was known: nothing was recorded, and this is the entry of the first time. */
  readonly repeated?: true;
}

/** Null where a draft is new; the first entry of its key; its place in this batch; or why it is refused. */
export type Known = Appended | OmbudError | { readonly sameAs: number } | null;

/** Keyed hashes of the idempotency keys of drafts, null where there is none. */
export const requestsOf = (tokens: Tokens, sealed: readonly Sealed[]): (string | null)[] =>
  sealed.map((one) => (one.key === null ? null : tokens.request(one.key, one)));

/**
 * What is known of each draft by its idempotency key.
 * @param requests as {@link requestsOf} gives them
 */
export async function knownDrafts(
  store: StoreReader,
  tokens: Tokens,
  sealed: readonly Sealed[],
  requests: readonly (string | null)[],
): Promise<Known[]> {
  const wanted = requests.filter((token) => token !== null);
  if (wanted.length === 0) return sealed.map(() => null);
  const found = await store.findRequests(wanted);
  const inBatch = new Map<string, number>();
  const known: Known[] = [];
  for (const [i, one] of sealed.entries()) {
    const token = requests[i] ?? null;
    const earlier = token === null ? undefined : found.get(token);
    if (earlier !== undefined) known.push(await repeated(store, tokens, one, earlier));
    else known.push(token === null ? null : sameInBatch(sealed, i, inBatch.get(token)));
    if (token !== null && !inBatch.has(token)) inBatch.set(token, i);
  }
  return known;
}

async function repeated(
  store: StoreReader,
  tokens: Tokens,
  one: Sealed,
  earlier: { readonly index: number; readonly content: string },
): Promise<Appended | OmbudError> {
  const { index, content } = earlier;
  if (tokens.content(contentOf(one)) !== content)
    return ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'key-reused', { key: one.key, index });
  return { index, leaf: btoa(leafHashLatin1(await store.readEntry(index))), repeated: true };
}

/** What a retry must bring again. */
export const contentOf = ({ kind, about, payload, attributes, says }: Sealed): string =>
  `${kind}\n${about ?? ''}\n${payload?.body ?? ''}\n${attributes?.body ?? ''}\n${says}`;

function sameInBatch(sealed: readonly Sealed[], place: number, earlier: number | undefined): Known {
  const [one, first] = [sealed[place], earlier === undefined ? undefined : sealed[earlier]];
  if (one === undefined || first === undefined || earlier === undefined) return null;
  return contentOf(one) === contentOf(first)
    ? { sameAs: earlier }
    : ledgerErrors.error('OMBUD_E_LEDGER_ENTRY', 'key-twice', { key: one.key });
}

/** One result for each draft, out of what was known and what was recorded now. */
export function merge(known: readonly Known[], recorded: readonly Appended[]): (Appended | OmbudError)[] {
  let next = 0;
  const results: (Appended | OmbudError)[] = [];
  for (const one of known) {
    if (one === null) results.push(recorded[next++] as Appended);
    else if ('sameAs' in one) results.push(repeatedOf(results[one.sameAs] as Appended | OmbudError));
    else results.push(one);
  }
  return results;
}

const repeatedOf = (first: Appended | OmbudError): Appended | OmbudError =>
  first instanceof Error ? first : { ...first, repeated: true };
