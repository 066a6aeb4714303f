/** A condition that makes a yes or no of a number: `score >= 7`. */
export interface Condition {
  readonly operator: '>=' | '>' | '<=' | '<';
  readonly value: number;
}

const pattern = /^\s*(>=|<=|>|<)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*$/i;

/**
 * Reads a condition; null where the text is none.
 * @example parseCondition('>= 7') // { operator: '>=', value: 7 }
 * @example parseCondition('>50K') // null: a value like others
 */
export function parseCondition(text: string): Condition | null {
  const match = pattern.exec(text);
  return match ? { operator: match[1] as Condition['operator'], value: Number(match[2]) } : null;
}

/** Whether a number satisfies the condition. */
export function holds({ operator, value: limit }: Condition, value: number): boolean {
  switch (operator) {
    case '>=':
      return value >= limit;
    case '>':
      return value > limit;
    case '<=':
      return value <= limit;
    case '<':
      return value < limit;
  }
}
