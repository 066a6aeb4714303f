/**
 * Rows of a commit on their way to a thread. Each value that crosses alone takes as long as its insertion; one long text
 * and a list of lengths take a fifth of that.
 */
import type { SQLInputValue } from 'node:sqlite';
import type { Cells, CommitRows } from './commit-rows.ts';

/** What stands in the place of a length. */
const [aNumber, aNull] = [-1, -2];

interface PackedCells {
  readonly text: string;
  /** For each cell: the length of its text, or what else it is. */
  readonly lengths: Int32Array;
  readonly numbers: Float64Array;
}

/** A commit as a thread is sent it. */
export type PackedRows = Omit<CommitRows, 'cells'> & {
  readonly cells: Readonly<Record<keyof Cells, PackedCells>>;
};

/** To be taken apart by {@link unpackRows}. */
export function packRows({ cells, ...commit }: CommitRows): PackedRows {
  return { ...commit, cells: eachTable(cells, pack) };
}

/** The rows again. */
export function unpackRows({ cells, ...commit }: PackedRows): CommitRows {
  return { ...commit, cells: eachTable(cells, unpack) };
}

function eachTable<A, B>(
  { entries, payloads, attributes, requests, people }: Readonly<Record<keyof Cells, A>>,
  change: (cells: A) => B,
): Readonly<Record<keyof Cells, B>> {
  return {
    entries: change(entries),
    payloads: change(payloads),
    attributes: change(attributes),
    requests: change(requests),
    people: change(people),
  };
}

function pack(cells: readonly SQLInputValue[]): PackedCells {
  const lengths = new Int32Array(cells.length);
  const texts: string[] = [];
  const numbers: number[] = [];
  for (const [i, cell] of cells.entries()) {
    if (typeof cell === 'string') {
      lengths[i] = cell.length;
      texts.push(cell);
    } else if (typeof cell === 'number') {
      lengths[i] = aNumber;
      numbers.push(cell);
    } else lengths[i] = aNull;
  }
  return { text: texts.join(''), lengths, numbers: Float64Array.from(numbers) };
}

function unpack({ text, lengths, numbers }: PackedCells): SQLInputValue[] {
  let [at, nextNumber] = [0, 0];
  return Array.from(lengths, (length) => {
    if (length === aNumber) return numbers[nextNumber++] ?? null;
    if (length === aNull) return null;
    at += length;
    return text.slice(at - length, at);
  });
}
