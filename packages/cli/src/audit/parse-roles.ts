import type { BinarySpec, GroupRole, ReferenceSpec } from '@ombud/contract';
import { cliErrors } from '../errors.ts';

/**
 * A decision or outcome flag: a column, a column with its positive values, or a condition on a number.
 * @example parseBinary('approved=yes,granted') // { column: 'approved', positive: ['yes', 'granted'] }
 * @example parseBinary('score>=7') // { column: 'score', positive: ['>=7'] }
 */
export function parseBinary(text: string): BinarySpec {
  const condition = /^(.+?)\s*((?:>=|<=|>|<)\s*[-+.\d].*)$/.exec(text);
  if (condition) return { column: condition[1] ?? '', positive: [condition[2] ?? ''] };
  const at = text.indexOf('=');
  if (at < 0) return { column: text };
  const positive = splitList(text.slice(at + 1));
  if (positive.length === 0) throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'empty-value', { text });
  return { column: text.slice(0, at), positive };
}

/** A list with commas; blanks around and empty parts are dropped. */
export const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Bins by column, from `--bins age=25,40,65`. */
export type BinFlags = ReadonlyMap<string, readonly number[]>;

/** @throws OmbudError `OMBUD_E_BAD_BINS` for what is not a column with numbers */
export const parseAllBins = (bins: readonly string[]): BinFlags => new Map(bins.map(parseBins));

/** Groups or strata, with the bins that a flag gives in place of their own. */
export const withBins = (roles: readonly GroupRole[], bins: BinFlags): GroupRole[] =>
  roles.map((role) => {
    const own = bins.get(role.column);
    return own ? { column: role.column, bins: own } : role;
  });

function parseBins(text: string): readonly [string, number[]] {
  const at = text.lastIndexOf('=');
  const numbers = splitList(text.slice(at + 1)).map(Number);
  if (at < 1 || numbers.length === 0 || numbers.some((edge) => !Number.isFinite(edge)))
    throw cliErrors.error('OMBUD_E_BAD_BINS', 'bins-flag', { text });
  return [text.slice(0, at), numbers];
}

/** `highest`, `all-others`, or named values `sex=M,race=White`. */
export function parseReference(text: string): ReferenceSpec {
  if (text === 'highest' || text === 'all-others') return { kind: text };
  const pairs = splitList(text).map((part) => {
    const at = part.indexOf('=');
    if (at < 1) throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'reference-flag', { text });
    return [part.slice(0, at), part.slice(at + 1)] as const;
  });
  return { kind: 'named', values: Object.fromEntries(pairs) };
}
