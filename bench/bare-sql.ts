// Queries as a process of their own, in the same DuckDB and with the settings of Ombud's engine.
import { argv } from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:', {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  preserve_insertion_order: 'false',
});
const connection = await instance.connect();
for (const sql of argv.slice(2)) {
  const answer = await connection.runAndReadAll(sql);
  console.log(`${answer.currentRowCount} rows`);
}
connection.closeSync();
instance.closeSync();
