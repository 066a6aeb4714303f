/** Which column is what: from flags, else from `ombud.yaml`. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { LedgerError } from './ledger-error.ts';

export interface RecordingRoles {
  readonly system: string;
  readonly subject: string;
  readonly decision: string;
  readonly outcome?: string | undefined;
  readonly score?: string | undefined;
  readonly time?: string | undefined;
  readonly model?: string | undefined;
  readonly attributes: readonly string[];
  /** Further columns to record, or null for all that have no other role. */
  readonly inputs: readonly string[] | null;
}

/** The flags of `ombud ledger append`, as commander gives them. */
export interface RoleFlags {
  readonly system?: string;
  readonly subject?: string;
  readonly decision?: string;
  readonly outcome?: string;
  readonly score?: string;
  readonly time?: string;
  readonly model?: string;
  readonly attributes?: string;
  /** False for `--no-inputs`. */
  readonly inputs?: string | boolean;
  readonly config?: string;
}

const column = z.union([z.string(), z.looseObject({ column: z.string() }).transform((role) => role.column)]);
const declaration = z.looseObject({
  system: z.string().optional(),
  data: z
    .looseObject({
      subject: column.optional(),
      decision: column.optional(),
      outcome: column.optional(),
      score: column.optional(),
      time: column.optional(),
      model: column.optional(),
      groups: z.array(column).optional(),
    })
    .optional(),
});

type Declared = z.infer<typeof declaration>;

/** @throws LedgerError `OMBUD_E_LEDGER_USAGE` where a needed role is named nowhere */
export async function resolveRoles(flags: RoleFlags): Promise<RecordingRoles> {
  const declared = await readDeclaration(flags.config);
  const data = declared.data ?? {};
  return {
    system: need(flags.system ?? declared.system, 'system', 'ID'),
    subject: need(flags.subject ?? data.subject, 'subject', 'COLUMN'),
    decision: need(flags.decision ?? data.decision, 'decision', 'COLUMN'),
    outcome: flags.outcome ?? data.outcome,
    score: flags.score ?? data.score,
    time: flags.time ?? data.time,
    model: flags.model ?? data.model,
    attributes: flags.attributes === undefined ? (data.groups ?? []) : names(flags.attributes),
    inputs: typeof flags.inputs === 'string' ? names(flags.inputs) : flags.inputs === false ? [] : null,
  };
}

function need(value: string | undefined, role: string, what: string): string {
  if (value !== undefined && value !== '') return value;
  throw new LedgerError(
    'OMBUD_E_LEDGER_USAGE',
    `The ${role} is not named: add --${role} ${what}, or say it in ombud.yaml.`,
  );
}

function names(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

async function readDeclaration(file: string | undefined): Promise<Declared> {
  const path = file ?? 'ombud.yaml';
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null && file === undefined) return {};
  if (text === null)
    throw new LedgerError('OMBUD_E_LEDGER_INPUT', `There is no file ${path}: check its name.`);
  try {
    return declaration.parse(parse(text) ?? {});
  } catch (error) {
    throw new LedgerError(
      'OMBUD_E_LEDGER_INPUT',
      `${path} cannot be read: it is not a declaration of a system.`,
      {
        cause: error,
      },
    );
  }
}
