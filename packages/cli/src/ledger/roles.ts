/** Which column is what when decisions are recorded: from flags, else from `ombud.yaml`. */
import { digestOfModel, kindOf, type RecordingRoles, readDeclaration } from '@ombud/app';
import type { Config } from '@ombud/contract';
import { parseList } from '@ombud/contract/roles';
import { parseBinary } from '../audit/parse-roles.ts';
import { cliErrors } from '../errors.ts';

/** The flags of `ombud ledger append`, as commander gives them. */
export interface RoleFlags {
  readonly system?: string;
  readonly subject?: string;
  readonly decision?: string;
  readonly outcome?: string;
  readonly score?: string;
  readonly time?: string;
  readonly model?: string;
  readonly modelFile?: string;
  readonly key?: string;
  readonly groups?: string;
  readonly attributes?: string;
  /** False for `--no-inputs`. */
  readonly inputs?: string | boolean;
  readonly config?: string;
}

const declarationName = 'ombud.yaml';

/** The column of a flag that may also name values, as an audit's does. */
const columnOf = (flag: string | undefined): string | undefined =>
  flag === undefined ? undefined : parseBinary(flag).column;

/** @throws OmbudError `OMBUD_E_LEDGER_USAGE` where a needed role is named nowhere */
export async function resolveRoles(flags: RoleFlags): Promise<RecordingRoles> {
  const { system, data = {} } = await declared(flags.config);
  const groups = flags.groups ?? flags.attributes;
  return {
    system: need(flags.system ?? system, 'system', 'ID'),
    subject: need(flags.subject ?? data.subject, 'subject', 'COLUMN'),
    decision: need(columnOf(flags.decision) ?? data.decision?.column, 'decision', 'COLUMN'),
    outcome: columnOf(flags.outcome) ?? data.outcome?.column,
    score: flags.score ?? data.score,
    time: flags.time ?? data.time,
    model: flags.model ?? data.model,
    key: flags.key,
    modelDigest: flags.modelFile === undefined ? undefined : await digestOfModel(flags.modelFile),
    attributes: groups === undefined ? (data.groups ?? []).map(({ column }) => column) : parseList(groups),
    inputs: typeof flags.inputs === 'string' ? parseList(flags.inputs) : flags.inputs === false ? [] : null,
  };
}

/** The flags of `ombud ledger correct` that name what is corrected. */
export interface CorrectionRoleFlags {
  readonly system?: string;
  readonly outcome?: string;
  readonly subject?: string;
  readonly index?: string;
  readonly config?: string;
}

/** Of what system, by which column the decision is found, and where the outcome stands. */
export interface CorrectionRoles {
  readonly system: string;
  readonly outcome: string;
  readonly by: { readonly index: string } | { readonly subject: string };
}

/** @throws OmbudError `OMBUD_E_LEDGER_USAGE` where a needed role is named nowhere */
export async function resolveCorrectionRoles(flags: CorrectionRoleFlags): Promise<CorrectionRoles> {
  const { system, data = {} } = await declared(flags.config);
  if (flags.index !== undefined && flags.subject !== undefined)
    throw cliErrors.error('OMBUD_E_LEDGER_USAGE', 'which-decision');
  return {
    system: need(flags.system ?? system, 'system', 'ID'),
    outcome: need(columnOf(flags.outcome) ?? data.outcome?.column, 'outcome', 'COLUMN'),
    by:
      flags.index === undefined
        ? { subject: need(flags.subject ?? data.subject, 'subject', 'COLUMN') }
        : { index: flags.index },
  };
}

function need(value: string | undefined, name: string, what: string): string {
  if (value !== undefined && value !== '') return value;
  throw cliErrors.error('OMBUD_E_LEDGER_USAGE', 'role-not-named', { name, what });
}

/** The declaration that is named, or `ombud.yaml` here where there is one. */
async function declared(file: string | undefined): Promise<Partial<Config>> {
  if (file !== undefined) return readDeclaration(file);
  return (await kindOf(declarationName)) === null ? {} : readDeclaration(declarationName);
}
