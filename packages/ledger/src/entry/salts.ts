/** Salts: 18 bytes of randomness for each field, as 24 characters of base64. */
import { randomBytes } from 'node:crypto';
import type { RandomBytes } from '@ombud/kernel';
import { ledgerErrors } from '../errors.ts';

/** Characters of one salt: 18 bytes of base64 need no padding, so that salts stand one after the other. */
export const saltChars = 24;
const saltBytes = 18;
const saltsAtOnce = 512;

/** Gives `count` new salts, one after the other. */
export type SaltSource = (count: number) => string;

/**
 * A source of salts, drawn in bulk from a source of randomness; each is given once.
 *
 * @param random must be unpredictable: the system's own where left out
 * @throws OmbudError `OMBUD_E_LEDGER_STORE` from the source where the randomness repeats itself
 */
export function saltSource(random: RandomBytes = randomBytes): SaltSource {
  let drawn = '';
  let at = 0;
  const refill = (): void => {
    const before = drawn.slice(0, saltChars);
    drawn = Buffer.from(random(saltsAtOnce * saltBytes)).toString('base64');
    at = 0;
    const [first, second] = [drawn.slice(0, saltChars), drawn.slice(saltChars, 2 * saltChars)];
    // A source that is stuck would make every commitment open to guessing, and nobody would see it.
    if (first === second || first === before) throw ledgerErrors.error('OMBUD_E_LEDGER_STORE', 'randomness');
  };
  const take = (count: number): string => {
    if (at + count * saltChars > drawn.length) refill();
    const salts = drawn.slice(at, at + count * saltChars);
    at += count * saltChars;
    return salts;
  };
  return (count) => {
    if (count <= saltsAtOnce) return take(count);
    return take(saltsAtOnce) + saltsOf(count - saltsAtOnce, take);
  };
}

function saltsOf(count: number, take: SaltSource): string {
  let salts = '';
  for (let left = count; left > 0; left -= saltsAtOnce) salts += take(Math.min(left, saltsAtOnce));
  return salts;
}

/** The system's own randomness, for whoever hands in none. */
export const systemSalts: SaltSource = saltSource();

/** The salt of the field at `place`. */
export function saltAt(salts: string, place: number): string {
  return salts.slice(place * saltChars, (place + 1) * saltChars);
}

/**
 * Whether these are salts for so many fields, none the same as the one before it: a source that is stuck, or a salt that
 * was chosen, shows here. That each is the salt that was committed is for the commitment to say.
 */
export function areSalts(salts: string, fields: number): boolean {
  if (salts.length !== fields * saltChars) return false;
  for (let place = 1; place < fields; place++) if (isSameAsBefore(salts, place)) return false;
  return true;
}

function isSameAsBefore(salts: string, place: number): boolean {
  const at = place * saltChars;
  for (let i = at; i < at + saltChars; i++)
    if (salts.charCodeAt(i) !== salts.charCodeAt(i - saltChars)) return false;
  return true;
}
