import type { Ends, Voice } from '@ombud/words';

/** A rate with its interval. */
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

/** What a picture of rates is made of. */
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
}
