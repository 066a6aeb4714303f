import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type ErrorCode, OmbudError } from '../errors.ts';
import type { AuditSpec, PolicySpec, ReferenceSpec } from '../spec.ts';
import { type Config, configSchema, type PolicyConfig, policySchema } from './config.ts';

/** A copy without the keys whose value is undefined, which `exactOptionalPropertyTypes` tells from absent ones. */
type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;
}

/** Reads YAML and checks it against a schema; an error names the line. */
function parseYaml<S extends z.ZodType>(file: string, schema: S, code: ErrorCode): z.output<S> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new OmbudError(code, `"${file}" cannot be read.`, { todo: 'Check the path.' });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) {
    const what = broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'a mistake';
    throw new OmbudError(code, `"${file}", line ${lines.linePos(broken.pos[0]).line}, is not YAML: ${what}.`);
  }
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const path = (issue?.path ?? []).map(String);
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  const at = node?.range ? `, line ${lines.linePos(node.range[0]).line}` : '';
  throw new OmbudError(
    code,
    `"${file}"${at}: ${path.join('.') || 'the file'}: ${issue?.message ?? 'does not fit'}.`,
  );
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
    system: defined({ id: system, title, purpose, owner: owner && defined(owner) }),
  }) as PartialSpec;
}

/**
 * Reads `ombud.yaml`. Paths in it are relative to the file.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG` naming the line
 */
export const readConfig = (file: string): PartialSpec =>
  specOf(parseYaml(file, configSchema, 'OMBUD_E_BAD_CONFIG'), file);

/** Reads a policy file: the `policy` part of ombud.yaml alone, or a whole ombud.yaml. */
export function readPolicy(file: string): PolicySpec {
  const whole = parseYaml(file, configSchema.partial().or(policySchema), 'OMBUD_E_BAD_POLICY');
  if ('use' in whole && 'assert' in whole) return policyOf(whole as PolicyConfig, file);
  const { policy } = whole as Partial<Config>;
  if (!policy) throw new OmbudError('OMBUD_E_BAD_POLICY', `"${file}" holds no policy.`);
  return policyOf(policy, file);
}
