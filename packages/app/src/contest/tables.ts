/** The tables of contest: state and clocks. What a person said lies in the ledger's payloads, in drafts and in files. */
import type { KnownKind, PaymentState } from '@ombud/contest';
import { type Kysely, sql } from 'kysely';
import { defineCapability, type StatePlace } from '../state/capability.ts';

/** What hangs on one decision. */
interface CasesTable {
  readonly id: string;
  readonly system: string;
  /** Index of the decision's entry. */
  readonly decision: number;
  /** Pseudonym of whom it is about; null once the person was erased. */
  readonly subject: string | null;
  readonly decided_at: string;
  /** JSON list of the accounts that took part in the decision. */
  readonly decided_by: string;
  readonly zone: string;
  readonly calendar: string;
  /** How much is at stake for the person; the queue takes the most first. */
  readonly harm: number;
  /** Keyed hash of the code on the notice; null while there is none, and once it is taken back. */
  readonly code: string | null;
  /** Keyed hash of the second thing that the person knows, and what that is. */
  readonly second: string | null;
  readonly second_kind: KnownKind;
  readonly opened: string;
  /** Keyed hash of where its newest appeal came from; null where a clerk typed it in, or nobody appealed. */
  readonly lodged_from: string | null;
}

/** A run of a machine. */
interface MattersTable {
  readonly id: string;
  readonly case_id: string;
  /** Its place among the runs of its case: 0 began first. */
  readonly place: number;
  readonly machine: string;
  readonly state: string;
  readonly clock: string | null;
  /** The first instant that is too late, in milliseconds as ISO 8601, so that it sorts. */
  readonly deadline: string | null;
  readonly since: string;
  readonly version: number;
  /** Its first and its last entry. */
  readonly first_entry: number | null;
  readonly last_entry: number | null;
  /** Whose it is now, where one account handles it. */
  readonly assignee: string | null;
  /** The deadline that the scan has found passed. */
  readonly passed: string | null;
  /** JSON: codes, dates and names of accounts. */
  readonly data: string;
}

/** An appeal that is not lodged yet, as the person saved it. */
interface DraftsTable {
  readonly matter: string;
  readonly body: string;
  readonly saved: string;
}

/** Files that came with an appeal: apart from the state, and erased with the person. */
interface FilesTable {
  readonly id: string;
  readonly case_id: string;
  readonly matter: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly digest: string;
  /** `waiting` for the scanner, `clean`, or `refused` by it. */
  readonly scan: string;
  readonly stored: string;
  readonly bytes: Uint8Array;
}

/** Failed attempts to enter, by a keyed hash of who tried what. */
interface AttemptsTable {
  readonly id: string;
  readonly failures: number;
  readonly last_at: number;
}

/** Whom a person lets speak for them; the consent is an entry. */
interface RepresentativesTable {
  readonly id: string;
  readonly case_id: string;
  readonly entry: number;
  /** Keyed hash of the code by which the representative enters. */
  readonly code: string;
  readonly since: string;
  readonly until: string | null;
}

/** A clock that was found over. */
interface PassedTable {
  readonly matter: string;
  readonly clock: string;
  readonly deadline: string;
  readonly seen: string;
}

/** One person in a remedy for all. */
interface RemedyPeopleTable {
  readonly remedy: string;
  readonly decision: number;
  readonly case_id: string;
  readonly suspended: number;
  readonly notified: number;
  readonly flat_order: string | null;
  /** What was ordered by it: less than the flat sum where some of that was ordered before. */
  readonly flat_minor: number | null;
  readonly flat_currency: string | null;
  readonly order_id: string | null;
  readonly minor: number | null;
  readonly currency: string | null;
  readonly payment: PaymentState;
}

/** A letter as it was issued, sealed by the front: whom it goes to, and what it says. Erased with the person. */
interface LettersTable {
  readonly case_id: string;
  readonly language: string;
  readonly sealed: string;
}

/** Something that a person asked beside an appeal: that a fact be put right, or to see what is held. */
interface RequestsTable {
  readonly id: string;
  readonly case_id: string;
  /** `correction` or `access`. */
  readonly kind: string;
  /** The fact that is wrong. */
  readonly fact: string | null;
  /** The entry that records it; what the person wrote lies in its payload. */
  readonly entry: number;
  readonly asked: string;
  readonly deadline: string;
  /** `open`, `done` or `refused`. */
  readonly state: string;
  /** The entry of the answer; its reasons lie in the payload. */
  readonly answer: number | null;
}

/** Rates by group as they were told last: they change in steps, so that whoever polls learns of no single person. */
interface PublicationsTable {
  readonly system: string;
  readonly attribute: string;
  readonly measure: string;
  /** JSON: the totals at which it was last asked whether to tell anew. */
  readonly tried: string;
  /** JSON of what was told last; null while nothing was. */
  readonly told: string | null;
}

/** The tables of contest. */
export interface ContestTables {
  readonly contest_publications: PublicationsTable;
  readonly contest_letters: LettersTable;
  readonly contest_requests: RequestsTable;
  readonly contest_cases: CasesTable;
  readonly contest_matters: MattersTable;
  readonly contest_drafts: DraftsTable;
  readonly contest_files: FilesTable;
  readonly contest_attempts: AttemptsTable;
  readonly contest_representatives: RepresentativesTable;
  readonly contest_passed: PassedTable;
  readonly contest_remedy_people: RemedyPeopleTable;
}

async function first(db: Kysely<unknown>, { prefix, bytes }: StatePlace): Promise<void> {
  const table = (name: string) => db.schema.createTable(name);
  await table('contest_cases')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('system', 'text', (c) => c.notNull())
    .addColumn('decision', 'bigint', (c) => c.notNull().unique())
    .addColumn('subject', 'text')
    .addColumn('decided_at', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text', (c) => c.notNull())
    .addColumn('zone', 'text', (c) => c.notNull())
    .addColumn('calendar', 'text', (c) => c.notNull())
    .addColumn('harm', 'integer', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.unique())
    .addColumn('second', 'text')
    .addColumn('opened', 'text', (c) => c.notNull())
    .execute();
  await table('contest_matters')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('machine', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('clock', 'text')
    .addColumn('deadline', 'text')
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('first_entry', 'bigint')
    .addColumn('last_entry', 'bigint')
    .addColumn('assignee', 'text')
    .addColumn('passed', 'text')
    .addColumn('data', 'text', (c) => c.notNull())
    .execute();
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(`${prefix}contest_${name}`).on('contest_matters').columns(columns);
  await index('matters_case', ['case_id']).execute();
  await index('matters_state', ['machine', 'state', 'deadline']).execute();
  await index('matters_deadline', ['deadline']).where(sql.ref('deadline'), 'is not', null).execute();
  await table('contest_drafts')
    .addColumn('matter', 'text', (c) => c.primaryKey().notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('saved', 'text', (c) => c.notNull())
    .execute();
  await table('contest_files')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('matter', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('scan', 'text', (c) => c.notNull())
    .addColumn('stored', 'text', (c) => c.notNull())
    .addColumn('bytes', bytes, (c) => c.notNull())
    .execute();
  await table('contest_attempts')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .execute();
  await table('contest_representatives')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('entry', 'bigint', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('until', 'text')
    .execute();
  await table('contest_passed')
    .addColumn('matter', 'text', (c) => c.notNull())
    .addColumn('clock', 'text', (c) => c.notNull())
    .addColumn('deadline', 'text', (c) => c.notNull())
    .addColumn('seen', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint(`${prefix}contest_passed_key`, ['matter', 'deadline'])
    .execute();
  await table('contest_remedy_people')
    .addColumn('remedy', 'text', (c) => c.notNull())
    .addColumn('decision', 'bigint', (c) => c.notNull())
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('suspended', 'integer', (c) => c.notNull())
    .addColumn('notified', 'integer', (c) => c.notNull())
    .addColumn('flat_order', 'text')
    .addColumn('order_id', 'text')
    .addColumn('minor', 'bigint')
    .addColumn('currency', 'text')
    .addColumn('payment', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint(`${prefix}contest_remedy_people_key`, ['remedy', 'decision'])
    .execute();
}

async function second(db: Kysely<unknown>, { prefix }: StatePlace): Promise<void> {
  await db.schema
    .createTable('contest_letters')
    .addColumn('case_id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('contest_requests')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('fact', 'text')
    .addColumn('entry', 'bigint', (c) => c.notNull())
    .addColumn('asked', 'text', (c) => c.notNull())
    .addColumn('deadline', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex(`${prefix}contest_requests_case`)
    .on('contest_requests')
    .column('case_id')
    .execute();
}

async function third(db: Kysely<unknown>, { prefix }: StatePlace): Promise<void> {
  await db.schema
    .createTable('contest_publications')
    .addColumn('system', 'text', (c) => c.notNull())
    .addColumn('attribute', 'text', (c) => c.notNull())
    .addColumn('measure', 'text', (c) => c.notNull())
    .addColumn('tried', 'text', (c) => c.notNull())
    .addColumn('told', 'text')
    .addPrimaryKeyConstraint(`${prefix}contest_publications_key`, ['system', 'attribute', 'measure'])
    .execute();
}

/** Where an appeal came from, so that many from one place keep nobody else waiting; and where the answer to a request lies. */
async function fourth({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('contest_cases').addColumn('lodged_from', 'text').execute();
  await schema.alterTable('contest_requests').addColumn('answer', 'bigint').execute();
}

/** What each flat order was of, so that a later remedy counts it; where it was given before, it was the whole flat sum. */
async function fifth(db: Kysely<unknown>, { prefix }: StatePlace): Promise<void> {
  for (const [name, type] of [
    ['flat_minor', 'bigint'],
    ['flat_currency', 'text'],
  ] as const)
    await db.schema.alterTable('contest_remedy_people').addColumn(name, type).execute();
  const index = (name: string) => db.schema.createIndex(`${prefix}contest_${name}`);
  await index('remedy_people_decision').on('contest_remedy_people').column('decision').execute();
  await index('cases_subject').on('contest_cases').column('subject').execute();
  const tables = db as Kysely<ContestTables>;
  const remedies = await tables
    .selectFrom('contest_matters')
    .select(['id', 'data'])
    .where('machine', '=', 'remedy')
    .execute();
  for (const { id, data } of remedies) {
    const { flat } = JSON.parse(data) as { flat: { minor: number; currency: string } | null };
    if (flat !== null)
      await tables
        .updateTable('contest_remedy_people')
        .set({ flat_minor: flat.minor, flat_currency: flat.currency })
        .where('remedy', '=', id)
        .where('flat_order', 'is not', null)
        .execute();
  }
}

/** What a person is asked for beside the code, as their letter says; the door asks which of them there are. */
async function sixth({ schema }: Kysely<unknown>, { prefix }: StatePlace): Promise<void> {
  await schema
    .alterTable('contest_cases')
    .addColumn('second_kind', 'text', (c) => c.notNull().defaultTo('date-of-birth'))
    .execute();
  await schema
    .createIndex(`${prefix}contest_cases_second_kind`)
    .on('contest_cases')
    .column('second_kind')
    .execute();
}

const firstNames = [
  'contest_cases',
  'contest_matters',
  'contest_drafts',
  'contest_files',
  'contest_attempts',
  'contest_representatives',
  'contest_passed',
  'contest_remedy_people',
] as const;
const secondNames = ['contest_letters', 'contest_requests'] as const;
const thirdNames = ['contest_publications'] as const;

/** What contest keeps beside the ledger. */
export const contest = defineCapability<ContestTables>({
  name: 'contest',
  tables: [...firstNames, ...secondNames, ...thirdNames],
  migrations: (place) => ({
    '0001-first': {
      up: (db) => first(db, place),
      down: async (db) => {
        for (const name of firstNames) await db.schema.dropTable(name).execute();
      },
    },
    '0002-letters-and-requests': {
      up: (db) => second(db, place),
      down: async (db) => {
        for (const name of secondNames) await db.schema.dropTable(name).execute();
      },
    },
    '0003-publications': {
      up: (db) => third(db, place),
      down: async (db) => {
        for (const name of thirdNames) await db.schema.dropTable(name).execute();
      },
    },
    '0004-source-and-answer': {
      up: fourth,
      down: async ({ schema }) => {
        await schema.alterTable('contest_cases').dropColumn('lodged_from').execute();
        await schema.alterTable('contest_requests').dropColumn('answer').execute();
      },
    },
    '0005-flat-sums': {
      up: (db) => fifth(db, place),
      down: async ({ schema }) => {
        for (const name of ['remedy_people_decision', 'cases_subject'])
          await schema.dropIndex(`${place.prefix}contest_${name}`).execute();
        for (const name of ['flat_minor', 'flat_currency'])
          await schema.alterTable('contest_remedy_people').dropColumn(name).execute();
      },
    },
    '0006-second-kind': {
      up: (db) => sixth(db, place),
      down: async ({ schema }) => {
        await schema.dropIndex(`${place.prefix}contest_cases_second_kind`).execute();
        await schema.alterTable('contest_cases').dropColumn('second_kind').execute();
      },
    },
  }),
});
