/** A queue that gives the entry with the lowest key first. */
export interface Heap<T> {
  readonly push: (key: number, value: T) => void;
  readonly pop: () => { readonly key: number; readonly value: T } | null;
}

/** A binary heap (J. W. J. Williams, CACM 7, 1964). */
export function heapOf<T>(): Heap<T> {
  const entries: { readonly key: number; readonly value: T }[] = [];
  const keyAt = (i: number): number => entries[i]?.key ?? Number.POSITIVE_INFINITY;
  const swap = (i: number, j: number): void => {
    const [a, b] = [entries[i], entries[j]];
    if (a === undefined || b === undefined) return;
    [entries[i], entries[j]] = [b, a];
  };
  return {
    push: (key, value) => {
      entries.push({ key, value });
      for (let i = entries.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (keyAt(parent) <= keyAt(i)) return;
        swap(i, parent);
        i = parent;
      }
    },
    pop: () => {
      const first = entries[0];
      const last = entries.pop();
      if (first === undefined || last === undefined) return null;
      if (entries.length === 0) return first;
      entries[0] = last;
      for (let i = 0; ; ) {
        const child = keyAt(2 * i + 2) < keyAt(2 * i + 1) ? 2 * i + 2 : 2 * i + 1;
        if (keyAt(child) >= keyAt(i)) return first;
        swap(i, child);
        i = child;
      }
    },
  };
}
