/** What a copy of a ledger is. */
export interface Copied {
  /** Names of its files, in its folder. */
  readonly files: readonly string[];
  /** The signed checkpoint of the moment that it holds. */
  readonly note: string;
}
