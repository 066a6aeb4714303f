/** What a thread of the ledger may be asked to do. */
import type { CommitStatements } from '../store/commit-statements.ts';

/** What a thread of the ledger does. */
export type Task =
  | {
      readonly name: 'checkpoint';
      /** The database file. */
      readonly path: string;
    }
  | {
      readonly name: 'commit';
      readonly path: string;
      readonly statements: CommitStatements;
    }
  | {
      readonly name: 'check' | 'open' | 'pick';
      /** The folder of the ledger. */
      readonly folder: string;
    };
