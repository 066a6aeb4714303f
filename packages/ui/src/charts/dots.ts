import type { Ends, FormatNumber, Voice } from '@ombud/words';

/** A rate or another number with its interval. */
export interface Dot {
  readonly label: string;
  readonly measure: { readonly value: number | null; readonly interval: Ends | null };
  /** Surely beyond the limit: another sign, another shape and another colour. */
  readonly beyond?: boolean;
}

/** A limit drawn through the picture: the rate at which it stands, and what to call it. */
export interface DrawnLimit {
  readonly at: number;
  readonly label: string;
}

/** Numbers that are no rates: how they are written, and where nothing differs. */
export interface NumberDots {
  /** A number beside its dot. */
  readonly write: FormatNumber;
  /** A number at the axis. */
  readonly mark: (value: number) => string;
  /** Where nothing differs, drawn as a line; null for none. */
  readonly alike: number | null;
}

/** What a picture of dots is made of. */
export interface DotPlotProps {
  readonly voice: Voice;
  /** What the picture shows, for those who see it and for those who hear it. */
  readonly title: string;
  readonly dots: readonly Dot[];
  /** The rate of everybody together, drawn as a line; null for none. */
  readonly overall: number | null;
  /** How many groups lie between the first and the second half of the dots; 0 when all are shown. */
  readonly between?: number;
  readonly limit?: DrawnLimit | null;
  /** Left out: they are rates. */
  readonly numbers?: NumberDots;
}
