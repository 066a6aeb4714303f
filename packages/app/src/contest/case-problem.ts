/** What is wrong with the state. */
export interface CaseProblem {
  readonly what:
    | 'case-missing'
    | 'data-differs'
    | 'deadline-differs'
    | 'entry-missing'
    | 'move-not-in-table'
    | 'not-in-ledger'
    | 'state-differs'
    | 'time-differs'
    | 'version-differs';
  readonly matter: string;
  readonly entry: number | null;
}
