/** The keyed hash by which the index of people finds whom an entry is about: 132 bits of an HMAC, in base64url. */
import { type KeyedHash, keyedHash } from './keyed-hash.ts';

const tokenCharacters = 22;

/** Labels keep apart what is hashed under one key. */
export const labelled =
  (label: string, keyed: KeyedHash): KeyedHash =>
  (text) =>
    keyed(`${label}\n${text}`).slice(0, tokenCharacters);

/** @param indexKey of the ledger's indexes */
export const subjectTokens = (indexKey: Uint8Array): KeyedHash => labelled('subject', keyedHash(indexKey));
