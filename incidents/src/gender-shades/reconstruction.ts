import { type Classifier, type Column, columns, faces, type Intersection } from './facts.ts';

/** A published percentage beside the one that the rebuilt counts give. */
interface Rebuilt {
  readonly name: string;
  readonly column: Column;
  readonly published: number;
  readonly rebuilt: number;
}

const sum = (counts: Readonly<Record<Intersection, number>>, of: readonly Intersection[]): number =>
  of.reduce((total, intersection) => total + counts[intersection], 0);

/**
 * Every published percentage of a classifier beside the same percentage from the rebuilt counts, in percent. No whole
 * counts give all published percentages at once, so the page says how far they are apart.
 */
export function rebuild({ name, errors, published }: Classifier): Rebuilt[] {
  return (Object.keys(columns) as Column[]).flatMap((column) => {
    const value = published[column];
    const of = columns[column];
    return value === undefined
      ? []
      : [{ name, column, published: value, rebuilt: (100 * sum(errors, of)) / sum(faces, of) }];
  });
}

/** Points between the published percentage and the rebuilt one. */
export const departure = ({ published, rebuilt }: Rebuilt): number => Math.abs(published - rebuilt);
