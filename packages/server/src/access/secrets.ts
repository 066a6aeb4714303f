/** Passwords, tokens and sealed secrets. Nothing that opens a door is stored as it is. */
import {
  argon2,
  createCipheriv,
  createDecipheriv,
  hash as digestOf,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import { serverErrors } from '../errors.ts';

const hash = promisify(argon2);

/** RFC 9106 with the parameters of OWASP's password storage cheat sheet: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const saltBytes = 16;
const tokenBytes = 32;

const derive = (
  password: string,
  salt: Buffer,
  { memory, passes, parallelism }: Omit<typeof cost, 'tagLength'>,
) =>
  hash('argon2id', {
    message: password.normalize('NFKC'),
    nonce: salt,
    memory,
    passes,
    parallelism,
    tagLength: cost.tagLength,
  });

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** A password as it is stored: PHC string of argon2id. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const tag = await derive(password, salt, cost);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`;
}

const form = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Whether a password is the stored one; of nobody's it takes as long. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, salt = base64(Buffer.alloc(saltBytes)), tag = base64(Buffer.alloc(cost.tagLength))] =
    form.exec(stored ?? '') ?? [];
  const found = await derive(password, Buffer.from(salt, 'base64'), cost);
  const wanted = Buffer.from(tag, 'base64');
  return stored !== null && found.length === wanted.length && timingSafeEqual(found, wanted);
}

const fewest = 12;
const most = 256;
/** Beginnings of what is tried first; the length does the rest. */
const common = ['password', '123456', 'qwerty', 'letmein', 'administrator', 'welcome', 'iloveyou', 'ombud'];

/**
 * Twelve characters, and none of the words that are tried first (NIST SP 800-63B: length, no composition).
 * @throws OmbudError `OMBUD_E_ACCOUNT_INPUT`
 */
export function requirePassword(password: string, name: string): void {
  if (password.length < fewest || password.length > most)
    throw serverErrors.error('OMBUD_E_ACCOUNT_INPUT', 'password-short', { fewest, most });
  const plain = password.toLowerCase();
  const repeated = new Set(plain).size < 5;
  if (repeated || plain.includes(name.toLowerCase()) || common.some((word) => plain.startsWith(word)))
    throw serverErrors.error('OMBUD_E_ACCOUNT_INPUT', 'password-common');
}

/** A token that nobody guesses. */
export const newToken = (): string => randomBytes(tokenBytes).toString('base64url');

/** What of a token is stored: it has 256 bits, so that a plain digest is enough. */
export const tokenDigest = (token: string): string => digestOf('sha256', token, 'base64url');

const ivBytes = 12;
const tagBytes = 16;

/** Seals a text with the secret of the place (AES-256-GCM); `purpose` keeps one kind from being taken for another. */
export function sealText(secret: Buffer, purpose: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Opens what {@link sealText} sealed. @throws Error where it is not what was sealed */
export function openText(secret: Buffer, purpose: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  // A tag that is cut short would be guessed sooner.
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
}
