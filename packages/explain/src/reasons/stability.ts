import type { Reasons } from './principal.ts';

/** How often the same reasons come out when somebody else had chosen the people to compare with. */
export interface Stability {
  /** How many other backgrounds were tried. */
  readonly tried: number;
  /** In how many of them the set of principal reasons is the same. */
  readonly same: number;
  /** For each principal reason, in how many it is among them. */
  readonly kept: readonly { readonly code: string; readonly times: number }[];
}

const codes = ({ principal }: Reasons): ReadonlySet<string> => new Set(principal.map(({ code }) => code));

/**
 * How often the same reasons come out under other sensible backgrounds.
 * @param reasons as told
 * @param others under other sensible backgrounds: everybody, the even half and the odd half of those just accepted
 */
export function stabilityOf(reasons: Reasons, others: readonly Reasons[]): Stability {
  const own = codes(reasons);
  const sets = others.map(codes);
  return {
    tried: sets.length,
    same: sets.filter((set) => set.size === own.size && [...own].every((code) => set.has(code))).length,
    kept: [...own].map((code) => ({ code, times: sets.filter((set) => set.has(code)).length })),
  };
}

/**
 * Other backgrounds that could as well have been chosen: all people (the second example of Regulation B, comment
 * 9(b)(2)-5), and each half of those just accepted.
 */
export function otherBackgrounds(
  accepted: readonly Float64Array[],
  everybody: readonly Float64Array[],
): readonly (readonly Float64Array[])[] {
  const halves = [0, 1].map((half) => accepted.filter((_, place) => place % 2 === half));
  return [everybody, ...halves].filter((rows) => rows.length > 0);
}
