import type { Assertion } from '@ombud/contract';

/**
 * One limit of an assertion, in the form in which it is judged: every ratio of two groups, in both directions, is at
 * least `least` ("at most 1.25" is the same as "at least 0.8" the other way round); every difference at most `most`; or
 * the rate of every group on one side.
 */
export type Limit =
  | {
      readonly kind: 'ratio';
      readonly least: number;
      readonly operator: '>=' | '<=';
      readonly expected: number;
    }
  | { readonly kind: 'difference'; readonly most: number; readonly operator: '<='; readonly expected: number }
  | { readonly kind: 'value'; readonly operator: '>=' | '<='; readonly expected: number };

/** The limits that an assertion sets, in a fixed order. */
export function limitsOf({ minRatio, maxRatio, maxDifference, minValue, maxValue }: Assertion): Limit[] {
  return [
    ...(minRatio === undefined
      ? []
      : [{ kind: 'ratio', least: minRatio, operator: '>=', expected: minRatio } as const]),
    ...(maxRatio === undefined
      ? []
      : [{ kind: 'ratio', least: 1 / maxRatio, operator: '<=', expected: maxRatio } as const]),
    ...(maxDifference === undefined
      ? []
      : [{ kind: 'difference', most: maxDifference, operator: '<=', expected: maxDifference } as const]),
    ...(minValue === undefined ? [] : [{ kind: 'value', operator: '>=', expected: minValue } as const]),
    ...(maxValue === undefined ? [] : [{ kind: 'value', operator: '<=', expected: maxValue } as const]),
  ];
}
