/**
 * State beside the ledger: tables of the capabilities, in the database of the ledger, so that a change of state and the
 * entries that record it are one transaction. The queries are Kysely's, one text for SQLite and PostgreSQL.
 */
import {
  type Appended,
  type Draft,
  type Ledger,
  type StoreTransaction,
  tableNames,
  tablePrefix,
  type Writer,
} from '@ombud/ledger';
import type { CompiledQuery, Kysely, KyselyPlugin } from 'kysely';
import { appErrors } from '../errors.ts';
import type { AnyCapability, Capability, StatePlace } from './capability.ts';
import { changesTogether } from './changes-together.ts';
import { kyselyOver } from './dialect.ts';
import { migrateCapability } from './migrate.ts';

/** Statements over the tables of each capability. */
export interface Statements {
  /**
   * The tables of a capability; with those of another by Kysely's `withTables`.
   * @example await state.of(contest).selectFrom('cases').selectAll().where('state', '=', 'lodged').execute()
   */
  of<Tables>(capability: Capability<Tables>): Kysely<Tables>;
}

/** Open state. Its own `of` reads what is committed and refuses whatever else. */
export interface State extends Statements {
  readonly writer: Writer;
  /**
   * Changes state without an entry; where the work throws, nothing is changed. Changes of the same moment share a commit, each
   * durable when it is answered. Await nothing in it but its own statements: every commit waits for it, and `change` or
   * `record` inside it would wait for ever.
   *
   * @example await state.change((tx) => tx.of(jobs).insertInto('jobs').values(job).execute());
   */
  change<T>(work: (tx: Statements) => Promise<T>): Promise<T>;
  /**
   * Records entries with the change of state that they record: both are durable, or neither. Where every draft was recorded
   * before (its idempotency key is known), the state was changed then, and the work does not run.
   *
   * @param work told where the entries lie, in the order of the drafts; what it throws refuses the entries too
   * @example await state.record([appeal], (tx, [entry]) => tx.of(contest).updateTable('cases').set({ state, entry: entry.index })...);
   */
  record(
    drafts: readonly Draft[],
    work: (tx: Statements, entries: readonly Appended[]) => Promise<unknown>,
  ): Promise<readonly Appended[]>;
  /** Work for calls of the ledger that take it in their own transaction: an erasure, for one. What they tell it is passed on. */
  within<More extends readonly unknown[]>(
    work: (tx: Statements, ...more: More) => Promise<unknown>,
  ): (transaction: StoreTransaction, ...more: More) => Promise<void>;
  /** Brings the tables of a capability to a migration, also an earlier one; null is before the first. */
  migrate(capability: AnyCapability, to: string | null): Promise<void>;
}

interface Place extends StatePlace {
  readonly plugins: KyselyPlugin[];
}

function placeOf({ store }: Ledger, capabilities: readonly AnyCapability[]): Place {
  const { dialect, prefix } = store;
  const names = namesOf(capabilities);
  return {
    dialect,
    prefix,
    bytes: dialect === 'sqlite' ? 'blob' : 'bytea',
    plugins: prefix === '' ? [] : [tablePrefix(prefix, names)],
  };
}

function namesOf(capabilities: readonly AnyCapability[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, tables } of capabilities)
    for (const table of tables) {
      if (tableNames.has(table) || names.has(table))
        throw appErrors.error('OMBUD_E_STATE_USE', 'name-taken', { capability: name, table });
      names.add(table);
    }
  return names;
}

const statementsOver = (db: Kysely<unknown>): Statements => ({
  of: <Tables>() => db as Kysely<Tables>,
});

const inTransaction = ({ dialect, plugins }: Place, transaction: StoreTransaction): Kysely<unknown> =>
  kyselyOver(dialect, plugins, ({ sql, parameters }) => transaction.query(sql, parameters));

/**
 * State for reading alone, beside whoever writes.
 * @example const state = readState(ledger, [contest]);
 */
export function readState(ledger: Ledger, capabilities: readonly AnyCapability[]): Statements {
  const { dialect, plugins } = placeOf(ledger, capabilities);
  const execute = async ({ query, sql, parameters }: CompiledQuery) => {
    if (query.kind !== 'SelectQueryNode') throw appErrors.error('OMBUD_E_STATE_USE', 'changes-while-reading');
    return { rows: await ledger.store.query(sql, parameters), changes: 0 };
  };
  return statementsOver(kyselyOver(dialect, plugins, execute));
}

/**
 * Opens the state beside a writer's ledger and brings the tables of each capability up to this version.
 * @throws OmbudError `OMBUD_E_STATE` where the tables are of a newer version
 * @example const state = await openState(writer, [access, contest, jobs]);
 */
export async function openState(writer: Writer, capabilities: readonly AnyCapability[]): Promise<State> {
  const place = placeOf(writer.ledger, capabilities);
  const migrate = (capability: AnyCapability, to?: string | null) =>
    writer.change((transaction) =>
      migrateCapability(inTransaction(place, transaction), capability, place, to),
    );
  for (const capability of capabilities) await migrate(capability);
  const together = changesTogether((work) => writer.change(work));
  return {
    ...readState(writer.ledger, capabilities),
    writer,
    change: (work) => together((transaction) => work(statementsOver(inTransaction(place, transaction)))),
    record: (drafts, work) =>
      writer.appendMany(drafts, {
        within: async (transaction, entries) => {
          await work(statementsOver(inTransaction(place, transaction)), entries);
        },
      }),
    within:
      (work) =>
      async (transaction, ...more) => {
        await work(statementsOver(inTransaction(place, transaction)), ...more);
      },
    migrate,
  };
}
