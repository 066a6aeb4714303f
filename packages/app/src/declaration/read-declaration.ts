import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import type { AuditSpec, PolicySpec, ReferenceSpec } from '@ombud/contract';
import { type Config, configSchema, contractErrors, type PolicyConfig, policySchema } from '@ombud/contract';
import { databaseTable } from '@ombud/table';
import type { z } from 'zod';
import { parseYaml } from './parse-yaml.ts';

/** A copy without the keys whose value is undefined, which `exactOptionalPropertyTypes` tells from absent ones. */
type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;
}

function policyOf({ assert, ...rules }: PolicyConfig, source: string): PolicySpec {
  const assertions = Object.entries(assert).flatMap(([audit, [level, { judge = 'interval', ...limits }]]) =>
    level === 'off' ? [] : [{ audit, level, judge, source, ...defined(limits) }],
  );
  return { ...defined(rules), assertions };
}

const referenceOf = (reference: NonNullable<NonNullable<Config['audit']>['reference']>): ReferenceSpec =>
  typeof reference === 'string' ? { kind: reference } : { kind: 'named', values: reference };

/** What a declaration says of an audit; what it leaves out is left out. */
export type PartialSpec = Partial<AuditSpec>;

/**
 * What a declaration asks of an audit.
 * @param file where the declaration stands: paths in it are relative to it
 */
export function specOf(config: Config, file: string): PartialSpec {
  const { data, audit, policy, words, system, title, purpose, distributed, owner } = config;
  const inFolder = (path: string): string => (isAbsolute(path) ? path : join(dirname(file), path));
  const sourceBeside = (source: string): string =>
    databaseTable(source) === null ? inFolder(source) : source;
  return defined({
    source: data?.source === undefined ? undefined : sourceBeside(data.source),
    explanation: data?.explanation,
    read: data?.read && defined(data.read),
    decision: data?.decision && defined(data.decision),
    outcome: data?.outcome && defined(data.outcome),
    score: data?.score,
    need: data?.need,
    searchColumns: data?.search?.map((role) => defined(role)),
    favourable: data?.favourable,
    groups: data?.groups?.map((role) => defined(role)),
    strata: data?.strata?.map((role) => defined(role)),
    count: data?.count,
    weight: data?.weight,
    subject: data?.subject,
    time: data?.time,
    period: data?.period,
    from: data?.from,
    to: data?.to,
    missing: data?.missing,
    audits: audit?.only,
    reference: audit?.reference && referenceOf(audit.reference),
    depth: audit?.depth,
    level: audit?.level,
    seed: audit?.seed,
    population: audit?.population && { source: file, shares: audit.population },
    policy: policy && policyOf(policy, file),
    wording: words && defined(words),
    system: defined({
      id: system,
      title: title || undefined,
      purpose: purpose || undefined,
      distributed,
      owner: owner && defined(owner),
    }),
  }) as PartialSpec;
}

async function textOf(file: string, code: keyof typeof contractErrors.declarations): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw contractErrors.error(code, 'unreadable', { file }, { cause });
  }
}

/**
 * Reads the text of an `ombud.yaml`: the one reader, for whatever uses a declaration.
 * @param file its name, for messages
 * @throws OmbudError `OMBUD_E_BAD_CONFIG` naming the line; a key that is not known is refused
 */
export const parseDeclaration = (text: string, file: string): Config =>
  parseYaml(text, file, () => configSchema, 'OMBUD_E_BAD_CONFIG');

/** Reads an `ombud.yaml`: see `parseDeclaration`. */
export const readDeclaration = async (file: string): Promise<Config> =>
  parseDeclaration(await textOf(file, 'OMBUD_E_BAD_CONFIG'), file);

/** Reads what an `ombud.yaml` says of an audit: see `parseDeclaration` and `specOf`. */
export const readSpec = async (file: string): Promise<PartialSpec> =>
  specOf(await readDeclaration(file), file);

const wholeSchema = configSchema.partial();
const aloneSchema = policySchema.transform((policy): z.output<typeof wholeSchema> => ({ policy }));

/**
 * Reads the text of a policy file: the `policy` part of ombud.yaml alone, or a whole ombud.yaml.
 * @throws OmbudError `OMBUD_E_BAD_POLICY` naming the line
 */
export function parsePolicy(text: string, file: string): PolicySpec {
  const read = parseYaml(
    text,
    file,
    (keys) => (keys.some((key) => key in configSchema.shape) ? wholeSchema : aloneSchema),
    'OMBUD_E_BAD_POLICY',
  );
  if (!read.policy) throw contractErrors.error('OMBUD_E_BAD_POLICY', 'no-policy', { file });
  return policyOf(read.policy, file);
}

/** Reads a policy file: see `parsePolicy`. */
export const readPolicy = async (file: string): Promise<PolicySpec> =>
  parsePolicy(await textOf(file, 'OMBUD_E_BAD_POLICY'), file);
