/** Reads an entry and what was committed in it, trusting neither. */

import { type Entry, entrySchema } from '@ombud/contract';
import { isCanonicalJson } from '@ombud/kernel';
import { commitment } from './commitment.ts';
import type { Secret } from './draft.ts';

/** The entry that a canonical text says, or null where it is not an entry. */
export function parseEntry(text: string): Entry | null {
  if (!isCanonicalJson(text)) return null;
  const parsed = entrySchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** The commitment to the entry's payload, or null where its kind has none. */
export function payloadCommitment(entry: Entry): string | null {
  return 'payload' in entry ? entry.payload : null;
}

/** The commitment to the decision's protected attributes, or null. */
export function attributesCommitment(entry: Entry): string | null {
  return entry.kind === 'decision' ? (entry.attributes ?? null) : null;
}

/** Whether the text and salt are the ones that the entry commits to. */
export function opensPayload(entry: Entry, { salt, body }: Secret): boolean {
  return payloadCommitment(entry) === commitment('ombud/payload@1', salt, body);
}

/** Whether the text and salt are the attributes that the entry commits to. */
export function opensAttributes(entry: Entry, { salt, body }: Secret): boolean {
  return attributesCommitment(entry) === commitment('ombud/attributes@1', salt, body);
}
