import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { AuditSpec, PolicySpec, ReferenceSpec } from '@ombud/contract';
import { type Config, configSchema, contractErrors, type PolicyConfig, policySchema } from '@ombud/contract';
import type { z } from 'zod';
import { parseYaml } from './parse-yaml.ts';

/** A copy without the keys whose value is undefined, which `exactOptionalPropertyTypes` tells from absent ones. */
type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;
}

function policyOf(config: PolicyConfig, source: string): PolicySpec {
  const assertions = Object.entries(config.assert).flatMap(
    ([audit, [level, { judge = 'interval', ...limits }]]) =>
      level === 'off' ? [] : [{ audit, level, judge, source, ...defined(limits) }],
  );
  return { use: config.use, assertions, whenCannotTell: config.whenCannotTell };
}

const referenceOf = (reference: NonNullable<NonNullable<Config['audit']>['reference']>): ReferenceSpec =>
  typeof reference === 'string' ? { kind: reference } : { kind: 'named', values: reference };

/** What a declaration says of an audit; what it leaves out is left out. */
export type PartialSpec = Partial<AuditSpec>;

function specOf(config: Config, file: string): PartialSpec {
  const { data, audit, policy, words, system, title, purpose, owner } = config;
  const beside = (path: string): string => (isAbsolute(path) ? path : join(dirname(file), path));
  return defined({
    source: data?.source === undefined ? undefined : beside(data.source),
    read: data?.read && defined(data.read),
    decision: data?.decision && defined(data.decision),
    outcome: data?.outcome && defined(data.outcome),
    score: data?.score,
    favourable: data?.favourable,
    groups: data?.groups?.map((role) => defined(role)),
    strata: data?.strata?.map((role) => defined(role)),
    count: data?.count,
    weight: data?.weight,
    subject: data?.subject,
    time: data?.time,
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
      owner: owner && defined(owner),
    }),
  }) as PartialSpec;
}

function textOf(file: string, code: keyof typeof contractErrors.declarations): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw contractErrors.error(code, 'unreadable', { file }, { cause });
  }
}

/**
 * Reads the text of an `ombud.yaml`. Paths in it are relative to the file.
 * @param file its name, for messages and for the paths in it
 * @throws OmbudError `OMBUD_E_BAD_CONFIG` naming the line
 */
export const parseConfig = (text: string, file: string): PartialSpec =>
  specOf(
    parseYaml(text, file, () => configSchema, 'OMBUD_E_BAD_CONFIG'),
    file,
  );

/** Reads an `ombud.yaml`: see `parseConfig`. */
export const readConfig = (file: string): PartialSpec =>
  parseConfig(textOf(file, 'OMBUD_E_BAD_CONFIG'), file);

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
export const readPolicy = (file: string): PolicySpec => parsePolicy(textOf(file, 'OMBUD_E_BAD_POLICY'), file);
