/**
 * The code on a notice: 75 random bits in Crockford's base 32, which has no I, L, O or U, and a sixteenth character that
 * finds every mistyped character and nearly every swap before a guess is counted.
 */
import type { RandomBytes } from '@ombud/kernel';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bitsPerCharacter = 5;
const characters = 15;
const groupOf = 4;
/** A prime next to 32: weights of different places differ, and no place has the weight 0. */
const modulus = 31;

/** So many bits does a code carry. */
export const codeBits = characters * bitsPerCharacter;

function checkOf(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum += (i + 1) * alphabet.indexOf(body.charAt(i));
  return alphabet.charAt(sum % modulus);
}

/**
 * A new code as it is printed.
 * @example newCode(randomBytes) // '7K2M-9QXC-TB40-5HDA'
 */
export function newCode(random: RandomBytes): string {
  let body = '';
  // 256 is a multiple of 32: every character is as likely as another.
  for (const byte of random(characters)) body += alphabet.charAt(byte % alphabet.length);
  return shown(`${body}${checkOf(body)}`);
}

const shown = (plain: string): string =>
  Array.from({ length: Math.ceil(plain.length / groupOf) }, (_, i) =>
    plain.slice(groupOf * i, groupOf * (i + 1)),
  ).join('-');

/** A code as somebody typed it, or why it cannot be one. */
export type ReadCode = { readonly code: string } | { readonly wrong: 'length' | 'character' | 'mistyped' };

/**
 * Reads a code as people type it: small letters, spaces, O for 0, I and L for 1.
 * @example readCode('7k2m 9qxc tb4o 5hda')
 */
export function readCode(text: string): ReadCode {
  const plain = text
    .toUpperCase()
    .replace(/[\s\-‐‑–—_.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if ([...plain].some((one) => !alphabet.includes(one))) return { wrong: 'character' };
  if (plain.length !== characters + 1) return { wrong: 'length' };
  const body = plain.slice(0, characters);
  return checkOf(body) === plain.at(-1) ? { code: shown(plain) } : { wrong: 'mistyped' };
}
