/** Audits that ask for a score. */
export const scoreAudits = [
  'calibration',
  'auc',
  'score-distributions',
  'threshold-sweep',
  'need-at-equal-score',
  'ranking-exposure',
] as const;

/** Audits that ask for more than a decision and groups: each incident says of each what it shows, or why it has nothing to ask. */
export const furtherAudits = [
  ...scoreAudits,
  'worst-subgroup',
  'several-classes',
  'number-gaps',
  'over-time',
  'drift',
  'compare',
] as const;
export type FurtherAudit = (typeof furtherAudits)[number];

/** An audit that the incident runs. */
interface Asked {
  readonly audit: FurtherAudit;
  /** Which of the incident's audits, and which of its findings, has the table for the page; left out where `shows` tells it. */
  readonly table?: {
    readonly of: string;
    readonly groupBy: readonly string[];
    readonly measure?: string;
  };
}

/** Why audits have nothing to ask. */
interface NotAsked {
  readonly audits: readonly FurtherAudit[];
  readonly because:
    | 'no-score'
    | 'no-outcome'
    | 'no-need'
    | 'no-time'
    | 'no-columns'
    | 'yes-or-no'
    | 'no-number'
    | 'once'
    | 'assumed';
}

export interface Further {
  readonly asked: readonly Asked[];
  readonly notAsked: readonly NotAsked[];
}
