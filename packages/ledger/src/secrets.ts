/** The secrets of a ledger: the keys that sign, and the key of the indexes that find people and drafts again. */
import { randomBytes } from 'node:crypto';
import { decodeBase64, encodeBase64, type RandomBytes } from '@ombud/kernel';
import { formatVerifierKey } from '@ombud/tlog';
import { parsePrivateKey, type Signer } from '@ombud/tlog/tree';
import type { Sealed } from './entry/draft.ts';
import { ledgerErrors } from './errors.ts';
import { keyedHash } from './keyed-hash.ts';
import type { Ledger } from './open-ledger.ts';
import type { Store } from './store/store.ts';
import { labelled, subjectTokens } from './subject-token.ts';

const signingMark = 'PRIVATE+KEY+';
const indexMark = 'INDEX+KEY+';
const indexKeyBytes = 32;
const lineOfFile = /^file ([0-9a-f]{64}) line ([1-9]\d{0,14})$/;
/** 36^10 is more than 10^15. */
const lineCharacters = 10;

/** Turns what must be found again into what says nothing without the key: HMAC-SHA256, 132 bits of it. */
export interface Tokens {
  /** For a thread that makes those of subjects itself. */
  readonly indexKey: Uint8Array;
  subject(subject: string): string;
  /** Of an idempotency key. Keys of systems and kinds live apart: one application may be decided about by two systems. */
  request(key: string, of: KeyScope): string;
  /** Of what was recorded under an idempotency key, to tell a retry from another draft with its key. */
  content(text: string): string;
}

/** What a key is a key of. */
type KeyScope = Pick<Sealed, 'kind' | 'system'>;

/** A new index key in its text form. */
export function newIndexKey(random: RandomBytes = randomBytes): string {
  return `${indexMark}${encodeBase64(Uint8Array.from(random(indexKeyBytes)))}`;
}

/** The tokens of a ledger; one that version 0.1.0 made gets its index key here. */
export async function readTokens(store: Store, random: RandomBytes = randomBytes): Promise<Tokens> {
  const secrets = await store.readSecrets();
  let line = secrets.find((secret) => secret.startsWith(indexMark));
  if (line === undefined) {
    line = newIndexKey(random);
    await store.writeSecrets([...secrets, line]);
  }
  return tokensOf(decodeBase64(line.slice(indexMark.length)) ?? new Uint8Array());
}

function tokensOf(indexKey: Uint8Array): Tokens {
  const keyed = keyedHash(indexKey);
  return {
    indexKey,
    subject: subjectTokens(indexKey),
    request: requestTokens(labelled('request', keyed)),
    content: labelled('content', keyed),
  };
}

/**
 * Tokens of idempotency keys. The lines of one file stand side by side in the index, in their order: a million keys in the
 * order of chance would write a page for each. A line of a file says nothing about a person; of a key that was given, every
 * character is hashed.
 */
function requestTokens(token: (text: string) => string): Tokens['request'] {
  let last = { scope: '', token: '' };
  return (request, { kind, system }) => {
    const [, file, line] = lineOfFile.exec(request) ?? [];
    const scope = `${kind} ${system}\n${file === undefined ? request : `file ${file}`}`;
    if (line === undefined) return token(scope);
    if (last.scope !== scope) last = { scope, token: token(scope) };
    return `${last.token}.${Number(line).toString(36).padStart(lineCharacters, '0')}`;
  };
}

/** The idempotency key of a line of a file, by the digest of the file. */
export const fileLineKey = (sha256: string, line: number): string => `file ${sha256} line ${line}`;

/** The private keys of the keys that sign now. */
export async function readSigners({ store, keys }: Ledger): Promise<Signer[]> {
  const signing = new Set(keys.map(formatVerifierKey));
  const secrets = (await store.readSecrets()).filter((secret) => secret.startsWith(signingMark));
  const present = secrets.map(parsePrivateKey).filter(({ key }) => signing.has(formatVerifierKey(key)));
  if (present.length === signing.size && present.length > 0) return present;
  throw ledgerErrors.error('OMBUD_E_LEDGER_KEY', 'missing-private', {
    location: store.location,
    keys: signing.size,
    present: present.length,
  });
}
