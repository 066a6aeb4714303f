/** Which columns of decisions are asked for, and what text stands in them. */
import type { JsonValue } from '@ombud/kernel';

/** Where the value of a column lies in a decision. */
export type ColumnSource =
  | { readonly of: 'decision' | 'outcome' | 'score' | 'subject' | 'time' | 'model' | 'index' }
  | {
      /** A protected attribute of this name, or else an input. */
      readonly of: 'field';
      readonly name: string;
    };

/** What is asked of decisions. */
export interface ColumnsAsked {
  readonly columns: readonly ColumnSource[];
  /** Whether a few bytes of who each person is are given too, to see that nobody comes twice. */
  readonly prints: boolean;
}

/** A decision, taken apart by the parser. */
export interface ParsedDecision {
  readonly index: number;
  readonly time: string;
  readonly model: string | null;
  readonly payload: Readonly<Record<string, JsonValue>>;
  readonly attributes: Readonly<Record<string, JsonValue>>;
}

/** The text of a value; null where there is none. */
export const textOfValue = (value: JsonValue | undefined): string | null =>
  value === null || value === undefined
    ? null
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

/** The text of a column. */
export function textOfColumn(source: ColumnSource, decision: ParsedDecision): string | null {
  switch (source.of) {
    case 'time':
      return decision.time;
    case 'model':
      return decision.model;
    case 'index':
      return String(decision.index);
    case 'field':
      return (
        textOfValue(own(decision.attributes, source.name)) ??
        textOfValue(own(inputsOf(decision), source.name))
      );
    default:
      return textOfValue(own(decision.payload, source.of));
  }
}

/** The names of all that is known of a decision beside its own columns: attributes, then inputs. */
export function fieldNames(decision: ParsedDecision): string[] {
  return [...Object.keys(decision.attributes), ...Object.keys(inputsOf(decision))];
}

const inputsOf = ({ payload }: ParsedDecision): object => Object(own(payload, 'inputs') ?? {}) as object;

function own(value: object, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? (value as Record<string, JsonValue>)[name] : undefined;
}
