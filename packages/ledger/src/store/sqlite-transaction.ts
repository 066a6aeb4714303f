/** An application's own statements in a transaction of SQLite. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { rollBack } from './sqlite-writer.ts';
import type { StoreTransaction } from './store.ts';
import { whenFree } from './when-free.ts';

/** Work that is durable as a whole, or changes nothing. */
export async function inTransaction<T>(
  database: DatabaseSync,
  work: (transaction: StoreTransaction) => Promise<T>,
): Promise<T> {
  await whenFree(() => database.exec('begin immediate'));
  try {
    const result = await work(transactionOn(database));
    database.exec('commit');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

function transactionOn(database: DatabaseSync): StoreTransaction {
  return {
    run: async (text, parameters = []) =>
      Number(database.prepare(text).run(...(parameters as SQLInputValue[])).changes),
    all: async <T>(text: string, parameters: readonly unknown[] = []) =>
      database.prepare(text).all(...(parameters as SQLInputValue[])) as T[],
    query: async <T>(text: string, parameters: readonly unknown[] = []) => {
      const statement = database.prepare(text);
      const values = parameters as SQLInputValue[];
      if (statement.columns().length === 0)
        return { rows: [], changes: Number(statement.run(...values).changes) };
      const rows = statement.all(...values) as T[];
      return { rows, changes: rows.length };
    },
  };
}
