import type { BinarySpec, GroupRole, ReferenceSpec } from '@ombud/contract';
import { parseBinary as parseBinaryText, parseList, parsePair, parsePairs } from '@ombud/contract/roles';
import { cliErrors } from '../errors.ts';

/**
 * A decision or outcome flag: a column, a column with its positive values, or a condition on a number.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG/empty-value`
 */
export function parseBinary(text: string): BinarySpec {
  const spec = parseBinaryText(text);
  if (spec === null) throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'empty-value', { text });
  return spec;
}

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
  const [column, list] = parsePair(text) ?? ['', ''];
  const numbers = parseList(list).map(Number);
  if (column === '' || numbers.length === 0 || numbers.some((edge) => !Number.isFinite(edge)))
    throw cliErrors.error('OMBUD_E_BAD_BINS', 'bins-flag', { text });
  return [column, numbers];
}

/** `highest`, `all-others`, or named values `sex=M,race=White`. */
export function parseReference(text: string): ReferenceSpec {
  if (text === 'highest' || text === 'all-others') return { kind: text };
  const pairs = parsePairs(text);
  if (pairs === null) throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'reference-flag', { text });
  return { kind: 'named', values: Object.fromEntries(pairs) };
}
