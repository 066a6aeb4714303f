/** How far a piece of work is. `total` is null where nobody knows how much there is. */
export interface ProgressEvent {
  /** What is being done, a key of the catalogue: `counting`, `checking`, `recording`. */
  readonly task: string;
  readonly done: number;
  readonly total: number | null;
}

/** Hears of progress; fronts draw it or send it on, the core only calls it. */
export type Progress = (event: ProgressEvent) => void;
