/** Systems in versions: what was declared, who declared it, who approved it, and when it was retired. */
import { type Config, configSchema } from '@ombud/contract';
import { type Clock, canonicalJson, type JsonObject } from '@ombud/kernel';
import { appErrors } from '../errors.ts';
import type { State, Statements } from '../state/state.ts';
import { requireRuleThatOpens } from './check-breaker.ts';
import { type People, whoAnswers } from './people.ts';
import { systemsTables } from './tables.ts';

/** One version of a system. */
export interface SystemVersion {
  readonly system: string;
  readonly version: number;
  readonly document: JsonObject;
  /** The entry that declared it: decisions name it. */
  readonly entry: number;
  readonly declared: string;
  readonly declaredBy: string;
  readonly approved: string | null;
  readonly approvedBy: string | null;
  readonly retired: string | null;
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

/** The versions of a system, newest first. */
const rowsOf = (statements: Statements, system: string) =>
  statements
    .of(systemsTables)
    .selectFrom('system_versions')
    .selectAll()
    .where('system', '=', system)
    .orderBy('version', 'desc');

const newestRow = (statements: Statements, system: string): Promise<Row | undefined> =>
  rowsOf(statements, system).limit(1).executeTakeFirst();

const versionOf = (row: Row): SystemVersion => ({
  system: row.system,
  version: row.version,
  document: JSON.parse(row.document) as JsonObject,
  entry: row.entry,
  declared: row.declared,
  declaredBy: row.declared_by,
  approved: row.approved,
  approvedBy: row.approved_by,
  retired: row.retired,
});

/** The versions of a system, newest first; none where it was never declared. */
export const listVersions = async (
  statements: Statements,
  system: string,
): Promise<readonly SystemVersion[]> => (await rowsOf(statements, system).execute()).map(versionOf);

/** The newest version of each system, by name. */
export async function listSystems(statements: Statements): Promise<readonly SystemVersion[]> {
  const rows = await statements
    .of(systemsTables)
    .selectFrom('system_versions')
    .selectAll()
    .orderBy('system')
    .orderBy('version', 'desc')
    .execute();
  return rows.filter(({ system }, i) => rows[i - 1]?.system !== system).map(versionOf);
}

/**
 * A version of a system; the newest where none is named. Asked with every decision: one row is read, whatever was declared
 * before.
 * @throws OmbudError `OMBUD_E_SYSTEM` where there is none
 */
export async function findVersion(
  statements: Statements,
  system: string,
  version?: number,
): Promise<SystemVersion> {
  const newest = await newestRow(statements, system);
  if (newest === undefined) throw appErrors.error('OMBUD_E_SYSTEM', 'not-declared', { system });
  if (version === undefined || version === newest.version) return versionOf(newest);
  // Asked for beyond the newest, a number could be too large for the column.
  const older =
    version < newest.version
      ? await rowsOf(statements, system).where('version', '=', version).executeTakeFirst()
      : undefined;
  if (older === undefined) throw appErrors.error('OMBUD_E_SYSTEM', 'no-version', { system, version });
  return versionOf(older);
}

/** Whether every version of a system is retired: nothing that it decides by is in force any more. */
export async function isRetired(statements: Statements, system: string): Promise<boolean> {
  const row = await rowsOf(statements, system).where('retired', 'is', null).limit(1).executeTakeFirst();
  return row === undefined;
}

/** The declaration of a version, as the reader of declarations gives it. */
export const configOf = ({ document }: SystemVersion): Config => configSchema.parse(document);

/** Who does it, and when. */
export interface Doing extends People {
  readonly by: string;
  readonly now: Clock;
  /** Makes a retry the same act. */
  readonly key?: string;
}

const time = ({ now }: Doing): string => new Date(now()).toISOString();

/**
 * Declares a system, or a new version of it. The declaration is an entry; the older versions stay as they are.
 * @param document what `ombud.yaml` says, as JSON; it was checked by `configSchema`
 * @throws OmbudError `OMBUD_E_SYSTEM_STATE` where the newest version says the same; `OMBUD_E_BREAKER_RULE` where its breaker
 *   could never open
 */
export async function declareSystem(
  state: State,
  system: string,
  document: JsonObject,
  doing: Doing,
): Promise<SystemVersion> {
  requireRuleThatOpens(configSchema.parse(document));
  const text = canonicalJson(document);
  const newest = await newestRow(state, system);
  if (newest?.document === text && newest.retired === null && doing.key === undefined)
    throw appErrors.error('OMBUD_E_SYSTEM_STATE', 'same-declaration', { system, version: newest.version });
  const draft = {
    kind: 'declaration' as const,
    system,
    document,
    ...(doing.key === undefined ? {} : { key: `${doing.by} ${doing.key}` }),
  };
  const [entry] = await state.record([draft], async (tx, [recorded]) => {
    const before = await newestRow(tx, system);
    await tx
      .of(systemsTables)
      .insertInto('system_versions')
      .values({
        system,
        version: (before?.version ?? 0) + 1,
        document: text,
        entry: recorded?.index ?? -1,
        declared: time(doing),
        declared_by: doing.by,
        approved: null,
        approved_by: null,
        retired: null,
      })
      .execute();
  });
  const versions = await listVersions(state, system);
  return versions.find((one) => one.entry === entry?.index) ?? findVersion(state, system);
}

/**
 * Approves a version; whoever declared it cannot.
 * @throws OmbudError `OMBUD_E_SYSTEM_STATE` where it was approved before, `OMBUD_E_SAME_PERSON`, and as `requireOthers` does
 */
export async function approveVersion(
  state: State,
  system: string,
  version: number,
  doing: Doing,
): Promise<SystemVersion> {
  const found = await findVersion(state, system, version);
  if ((await whoAnswers(doing, found.declaredBy)) === (await whoAnswers(doing, doing.by)))
    throw appErrors.error('OMBUD_E_SAME_PERSON', 'declared', { system, version });
  await doing.requireOthers?.(doing.by, [found.declaredBy]);
  const details = { system, version, declaration: found.entry };
  await state.record(
    [{ kind: 'act', act: 'version-approved', by: doing.by, system, payload: details }],
    async (tx) => {
      const { numUpdatedRows } = await tx
        .of(systemsTables)
        .updateTable('system_versions')
        .set({ approved: time(doing), approved_by: doing.by })
        .where('system', '=', system)
        .where('version', '=', version)
        .where('approved', 'is', null)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows !== 1n)
        throw appErrors.error('OMBUD_E_SYSTEM_STATE', 'approved-already', { system, version });
    },
  );
  return findVersion(state, system, version);
}

/**
 * Retires a version: decisions that name it are still recorded, and marked.
 * @throws OmbudError `OMBUD_E_SYSTEM_STATE` where it is retired already
 */
export async function retireVersion(
  state: State,
  system: string,
  version: number,
  doing: Doing,
): Promise<SystemVersion> {
  const found = await findVersion(state, system, version);
  const details = { system, version, declaration: found.entry };
  await state.record(
    [
      {
        kind: 'act',
        act: 'version-retired',
        by: doing.by,
        system,
        target: `version:${version}`,
        payload: details,
      },
    ],
    async (tx) => {
      const { numUpdatedRows } = await tx
        .of(systemsTables)
        .updateTable('system_versions')
        .set({ retired: time(doing) })
        .where('system', '=', system)
        .where('version', '=', version)
        .where('retired', 'is', null)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows !== 1n)
        throw appErrors.error('OMBUD_E_SYSTEM_STATE', 'retired', { system, version });
    },
  );
  return findVersion(state, system, version);
}
