/** What a thread of the ledger does. */
export type Task =
  | {
      readonly name: 'checkpoint';
      /** The database file. */
      readonly path: string;
    }
  | {
      readonly name: 'check' | 'open';
      /** The folder of the ledger. */
      readonly folder: string;
    };
