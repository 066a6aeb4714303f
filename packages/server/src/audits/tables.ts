import { defineCapability } from '@ombud/app';

/** A run of an audit. */
interface AuditRuns {
  readonly id: string;
  readonly system: string;
  readonly asked: string;
  readonly asked_by: string;
  /** Idempotency key of who asked. */
  readonly request: string | null;
  /** Entries of the log to audit at; null for the newest. */
  readonly at_size: number | null;
  /** 1: the result is signed and recorded as evidence. */
  readonly sign: number;
  readonly state: string;
  /** Of 100. */
  readonly done: number;
  readonly finished: string | null;
  readonly verdict: string | null;
  /** Entries that were covered. */
  readonly size: number | null;
  /** The result, JSON. */
  readonly result: string | null;
  /** The entry of the evidence, and its envelope as JSON. */
  readonly evidence: number | null;
  readonly envelope: string | null;
  /** Why it failed: an error as JSON. */
  readonly error: string | null;
  /** Only what was decided from then on, and before then; null for everything. */
  readonly from_time: string | null;
  readonly to_time: string | null;
  /** 1: it is about decisions that had no effect. */
  readonly shadow: number;
  /** 1: it is about decisions that people made. */
  readonly people: number;
  /** The version of the declaration that it was made by; null before it began. */
  readonly version: number | null;
}

/** The tables of audits. */
export interface AuditsTables {
  readonly audit_runs: AuditRuns;
}

/** Runs of audits: asked for, under way, done. */
export const auditsTables = defineCapability<AuditsTables>({
  name: 'audits',
  tables: ['audit_runs'],
  migrations: ({ prefix }) => ({
    '0001-first': {
      up: async ({ schema }) => {
        await schema
          .createTable('audit_runs')
          .addColumn('id', 'text', (c) => c.primaryKey())
          .addColumn('system', 'text', (c) => c.notNull())
          .addColumn('asked', 'text', (c) => c.notNull())
          .addColumn('asked_by', 'text', (c) => c.notNull())
          .addColumn('request', 'text', (c) => c.unique())
          .addColumn('at_size', 'bigint')
          .addColumn('sign', 'integer', (c) => c.notNull())
          .addColumn('state', 'text', (c) => c.notNull())
          .addColumn('done', 'integer', (c) => c.notNull())
          .addColumn('finished', 'text')
          .addColumn('verdict', 'text')
          .addColumn('size', 'bigint')
          .addColumn('result', 'text')
          .addColumn('evidence', 'bigint')
          .addColumn('envelope', 'text')
          .addColumn('error', 'text')
          .execute();
        await schema
          .createIndex(`${prefix}audit_runs_state`)
          .on('audit_runs')
          .columns(['state', 'asked'])
          .execute();
        await schema
          .createIndex(`${prefix}audit_runs_system`)
          .on('audit_runs')
          .columns(['system', 'asked'])
          .execute();
      },
      down: async ({ schema }) => {
        await schema.dropTable('audit_runs').execute();
      },
    },
    '0002-window': {
      up: async ({ schema }) => {
        for (const name of ['from_time', 'to_time'])
          await schema.alterTable('audit_runs').addColumn(name, 'text').execute();
      },
      down: async ({ schema }) => {
        for (const name of ['from_time', 'to_time'])
          await schema.alterTable('audit_runs').dropColumn(name).execute();
      },
    },
    '0003-shadow': {
      up: async ({ schema }) => {
        await schema
          .alterTable('audit_runs')
          .addColumn('shadow', 'integer', (c) => c.notNull().defaultTo(0))
          .execute();
      },
      down: async ({ schema }) => {
        await schema.alterTable('audit_runs').dropColumn('shadow').execute();
      },
    },
    '0004-people': {
      up: async ({ schema }) => {
        await schema
          .alterTable('audit_runs')
          .addColumn('people', 'integer', (c) => c.notNull().defaultTo(0))
          .execute();
      },
      down: async ({ schema }) => {
        await schema.alterTable('audit_runs').dropColumn('people').execute();
      },
    },
    '0005-version': {
      up: async ({ schema }) => {
        await schema.alterTable('audit_runs').addColumn('version', 'integer').execute();
      },
      down: async ({ schema }) => {
        await schema.alterTable('audit_runs').dropColumn('version').execute();
      },
    },
  }),
});
