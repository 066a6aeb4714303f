import { kernelErrors } from './errors.ts';

declare const brand: unique symbol;

/** The id of a system under account, as `ombud.yaml` declares it: 1 to 256 UTF-16 units. */
export type SystemId = string & { readonly [brand]: 'system' };
/** The pseudonym of the person decided about: 1 to 1000 UTF-16 units. Never a name, never a number of a document. */
export type SubjectId = string & { readonly [brand]: 'subject' };
/** The place of an entry in a log: a whole number from 0, at most 2^53 - 1. */
export type EntryIndex = number & { readonly [brand]: 'entry' };

const longest = { subject: 1000, system: 256 } as const;

function checkText(what: keyof typeof longest, text: string): string {
  const most = longest[what];
  if (text === '') throw kernelErrors.error('OMBUD_E_IDENTIFIER', 'empty', { role: what });
  if (text.length > most) throw kernelErrors.error('OMBUD_E_IDENTIFIER', 'too-long', { role: what, most });
  if (!text.isWellFormed()) throw kernelErrors.error('OMBUD_E_IDENTIFIER', 'half-surrogate', { role: what });
  return text;
}

/**
 * Reads the id of a system.
 * @throws OmbudError `OMBUD_E_IDENTIFIER` where it is empty, too long or not valid Unicode
 * @example parseSystemId('loans') // 'loans'
 */
export const parseSystemId = (text: string): SystemId => checkText('system', text) as SystemId;

/**
 * Reads the pseudonym of a person.
 * @throws OmbudError `OMBUD_E_IDENTIFIER` where it is empty, too long or not valid Unicode
 * @example parseSubjectId('s-1835') // 's-1835'
 */
export const parseSubjectId = (text: string): SubjectId => checkText('subject', text) as SubjectId;

/**
 * Reads the index of an entry from text: decimal digits, no sign, no leading zero.
 * @throws OmbudError `OMBUD_E_IDENTIFIER/not-an-index`
 * @example parseEntryIndex('300') // 300
 */
export function parseEntryIndex(text: string): EntryIndex {
  const value = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) throw kernelErrors.error('OMBUD_E_IDENTIFIER', 'not-an-index', { text });
  return value as EntryIndex;
}
