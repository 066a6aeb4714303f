// The least that any audit of the same file must do: one GROUP BY in the same DuckDB, as a process of its own,
// with the settings of Ombud's engine.
import { argv } from 'node:process';
import { DuckDBInstance } from '@duckdb/node-api';

const file = (argv[2] ?? '').replaceAll("'", "''");
const instance = await DuckDBInstance.create(':memory:', {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  preserve_insertion_order: 'false',
});
const connection = await instance.connect();
const cells = await connection.runAndReadAll(
  `select sex, age, region, decision, outcome, count(*) from '${file}' group by all`,
);
console.log(`${cells.currentRowCount} cells`);
connection.closeSync();
instance.closeSync();
