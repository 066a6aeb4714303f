/** Both databases, for suites that must hold on each. */
import { join } from 'node:path';
import { postgresBinaries, startPostgres, type TestPostgres } from '@ombud/testing';
import { afterAll, beforeAll } from 'vitest';
import { temporaryFolder } from './helpers.ts';

export interface TestStore {
  readonly name: string;
  readonly skip: boolean;
  /** A place for a new ledger. */
  readonly place: () => string;
}

/** Starts a PostgreSQL for the file's tests where one is installed. */
export function testStores(): {
  readonly stores: readonly TestStore[];
  readonly server: () => TestPostgres | null;
} {
  const skip = postgresBinaries() === null;
  let postgres: TestPostgres | null = null;
  beforeAll(async () => {
    if (!skip) postgres = await startPostgres();
  });
  afterAll(() => postgres?.stop());
  return {
    server: () => postgres,
    stores: [
      { name: 'SQLite', skip: false, place: () => join(temporaryFolder(), 'ledger') },
      {
        name: skip ? 'PostgreSQL (skipped: none is installed; apt-get install postgresql)' : 'PostgreSQL',
        skip,
        place: () => postgres?.newDatabase() ?? '',
      },
    ],
  };
}
