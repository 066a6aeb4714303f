/** What a thread of the ledger does. */
export type Task = {
  readonly name: 'checkpoint';
  /** The database file. */
  readonly path: string;
};
