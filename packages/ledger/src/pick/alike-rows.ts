/** Rows of numbers, of which those that are alike are one. */

/** The different rows of a run, in the order in which they were met. */
export interface AlikeRows {
  /** Which of the different rows this is like. */
  add(row: Int32Array): number;
  readonly count: number;
  /** A different row. */
  rowAt(place: number): Int32Array;
}

/**
 * @param width numbers of a row
 * @param most how many rows there are at most
 */
export function alikeRows(width: number, most: number): AlikeRows {
  const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const places = new Int32Array(size).fill(-1);
  const rows = new Int32Array(width * most);
  let count = 0;
  const isAt = (place: number, row: Int32Array): boolean => {
    for (let i = 0; i < width; i++) if (rows[place * width + i] !== row[i]) return false;
    return true;
  };
  return {
    add(row) {
      let spread = 0;
      for (let i = 0; i < width; i++) spread = Math.imul(spread ^ (row[i] ?? 0), 0x9e3779b1) + 1;
      for (let at = (spread ^ (spread >>> 15)) & (size - 1); ; at = (at + 1) & (size - 1)) {
        const place = places[at] ?? -1;
        if (place >= 0 && isAt(place, row)) return place;
        if (place >= 0) continue;
        places[at] = count;
        rows.set(row, count * width);
        return count++;
      }
    },
    get count() {
      return count;
    },
    rowAt: (place) => rows.subarray(place * width, (place + 1) * width),
  };
}
