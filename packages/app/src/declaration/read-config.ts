import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { AuditSpec, PolicySpec, ReferenceSpec } from '@ombud/contract';
import { type Config, configSchema, type PolicyConfig, policySchema } from '@ombud/contract';
import { type ErrorCode, OmbudError } from '@ombud/table';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A copy without the keys whose value is undefined, which `exactOptionalPropertyTypes` tells from absent ones. */
type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
export function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;
}

type Issue = z.core.$ZodIssue;

/** Where a value may have several forms, the mistake is in the form that fits furthest. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((one) => deepest({ ...one, path: [...issue.path, ...one.path] }));
  const far = Math.max(...inner.map(({ path }) => path.length));
  const best = inner.filter(({ path }) => path.length === far);
  return best.find(({ code }) => code !== 'invalid_type') ?? best[0] ?? issue;
}

/** The path of the mistake: of an unknown key, the key itself. */
const pathOf = (issue: Issue): string[] =>
  [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].map(String);

/** The line of the value at a path, or of the nearest thing around it that is there. */
function lineOf(document: Document, lines: LineCounter, path: readonly string[]): number | null {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

/** Reads YAML and checks it against the schema that fits it; an error names the line. */
function parseYaml<S extends z.ZodType>(
  file: string,
  schemaOf: (keys: readonly string[]) => S,
  code: ErrorCode,
): z.output<S> {
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
  const value: unknown = document.toJS();
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const checked = schemaOf(keys).safeParse(value);
  if (checked.success) return checked.data;
  const [first] = checked.error.issues;
  if (!first) throw new OmbudError(code, `"${file}" does not fit.`);
  const issue = deepest(first);
  const line = lineOf(document, lines, pathOf(issue));
  const where = issue.path.map(String).join('.') || 'the file';
  throw new OmbudError(
    code,
    `"${file}"${line === null ? '' : `, line ${line}`}: ${where}: ${issue.message.replace(/\.$/, '')}.`,
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
    system: defined({
      id: system,
      title: title || undefined,
      purpose: purpose || undefined,
      owner: owner && defined(owner),
    }),
  }) as PartialSpec;
}

/**
 * Reads `ombud.yaml`. Paths in it are relative to the file.
 * @throws OmbudError `OMBUD_E_BAD_CONFIG` naming the line
 */
export const readConfig = (file: string): PartialSpec =>
  specOf(
    parseYaml(file, () => configSchema, 'OMBUD_E_BAD_CONFIG'),
    file,
  );

const wholeSchema = configSchema.partial();
const aloneSchema = policySchema.transform((policy): z.output<typeof wholeSchema> => ({ policy }));

/** Reads a policy file: the `policy` part of ombud.yaml alone, or a whole ombud.yaml. */
export function readPolicy(file: string): PolicySpec {
  const read = parseYaml(
    file,
    (keys) => (keys.some((key) => key in configSchema.shape) ? wholeSchema : aloneSchema),
    'OMBUD_E_BAD_POLICY',
  );
  if (!read.policy) throw new OmbudError('OMBUD_E_BAD_POLICY', `"${file}" holds no policy.`);
  return policyOf(read.policy, file);
}
