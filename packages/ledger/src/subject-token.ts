/** The keyed hash by which the index of people finds whom an entry is about: 132 bits of an HMAC, in base64url. */
import { type KeyedHash, keyedHash, keyedHashes } from './keyed-hash.ts';

const tokenCharacters = 22;
const ofSubject = 'subject';

/** Labels keep apart what is hashed under one key. */
const withLabel = (label: string, text: string): string => `${label}\n${text}`;

/** Tokens of texts under a label. */
export const labelled =
  (label: string, keyed: KeyedHash): KeyedHash =>
  (text) =>
    keyed(withLabel(label, text)).slice(0, tokenCharacters);

/** @param indexKey of the ledger's indexes */
export const subjectTokens = (indexKey: Uint8Array): KeyedHash => labelled(ofSubject, keyedHash(indexKey));

/** The whole hashes of many subjects, 32 bytes each, whose beginnings are their tokens; null where they have to be made one by one. */
export const subjectHashes = (indexKey: Uint8Array, subjects: readonly string[]): Buffer | null =>
  keyedHashes(
    indexKey,
    subjects.map((subject) => withLabel(ofSubject, subject)),
  );
