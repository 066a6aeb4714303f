import { createHash } from 'node:crypto';
import type { AuditSpec, Coverage, Finding, LedgerSource, Result, Roles } from '@ombud/contract';
import { countRanges, nearest, version } from '@ombud/kernel';
import type { Cells, Engine, Input, Progress, Scores, WindowCounts } from '@ombud/table';
import {
  gather,
  gatherCube,
  gatherDatedScores,
  gatherNumbers,
  gatherScores,
  gatherTimed,
  gatherWeightedScores,
  narrow,
  numbersOf,
  openSource,
  parseLedgerLocation,
  withWindow,
} from '@ombud/table';
import { leastShareBeside } from './answer/chance.ts';
import { claimsOf } from './answer/claims.ts';
import type { Audit, AuditContext, Role } from './audits/audit.ts';
import { finding } from './audits/audit.ts';
import { numberGaps } from './audits/number-gaps.ts';
import { chooseAudits, policyOf } from './choose-audits.ts';
import { cutFinding } from './cut.ts';
import { auditErrors } from './errors.ts';
import { groupings } from './groupings.ts';
import { cutNotices, noticesOf } from './notices.ts';
import { alphaOfSentences } from './policy/budget.ts';
import type { Lost } from './policy/doubts.ts';
import { judge } from './policy/judge.ts';
import type { Policy } from './policy/policy.ts';
import { unvariedOf } from './unvaried.ts';

function availableRoles(
  roles: Roles,
  cells: Cells,
  spec: AuditSpec,
  recourse: Cells | null,
): ReadonlySet<Role> {
  const has: [Role, boolean][] = [
    ['decision', roles.decision !== null],
    ['outcome', roles.outcome !== null],
    ['score', cells.sampleMedian !== null],
    ['groups', true],
    ['strata', roles.strata.length > 0],
    ['population', spec.population !== undefined],
    ['model', recourse !== null],
    ['need', roles.need !== undefined],
    ['time', roles.time !== null],
    ['search', true],
  ];
  return new Set(has.filter(([, present]) => present).map(([role]) => role));
}

function lacking(audit: Audit, available: ReadonlySet<Role>): Role[] {
  const all = audit.needs.filter((role) => !available.has(role));
  const oneOf = audit.needsOneOf ?? [];
  return oneOf.length > 0 && !oneOf.some((role) => available.has(role))
    ? [...all, ...oneOf.slice(0, 1)]
    : all;
}

/** Runs one audit. One that throws becomes an `error` finding, so that it never takes the others with it. */
function runAudit(
  audit: Audit,
  cells: Cells,
  context: AuditContext,
  available: ReadonlySet<Role>,
): Finding[] {
  const missing = lacking(audit, available);
  if (missing.length > 0) {
    const reason = { code: `no-${missing[0]}`, params: { audit: audit.id, roles: missing } };
    return [finding(audit.id, [], { state: 'not-applicable', reason })];
  }
  try {
    return audit.run(cells, context);
  } catch (cause) {
    return [
      finding(audit.id, [], {
        state: 'error',
        reason: { code: 'audit-threw', params: { audit: audit.id, message: (cause as Error).message } },
      }),
    ];
  }
}

/** The same people in the same cells give the same fingerprint, in whatever file, order or format they come (docs/adr). */
function fingerprint(cells: Cells, scores: Scores | null): string {
  const { moments, ...counted } = cells;
  return `sha256:${createHash('sha256')
    .update(JSON.stringify([counted, moments, ...(scores === null ? [] : [scores])]))
    .digest('hex')}`;
}

/** A subgroup of the search is made of at most so many columns. */
const searchDepth = 3;

function checkSettings(spec: AuditSpec): void {
  const { level = 0.95, depth = 2, seed = 1 } = spec;
  if (!(level > 0.5 && level < 1)) throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'level', { level });
  if (!Number.isInteger(depth) || depth < 1)
    throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'depth', { depth });
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'seed', { seed });
}

/** A reference that nobody has would be passed over in silence, and the comparison would be another than was asked for. */
function checkReference(values: Readonly<Record<string, string>>, cells: Cells): void {
  for (const [name, value] of Object.entries(values)) {
    const column = cells.groupNames.indexOf(name);
    if (column < 0)
      throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'reference-no-group', {
        name,
        groups: cells.groupNames,
      });
    const present = [...new Set(cells.cells.flatMap(({ groups }) => groups[column] ?? []))].sort();
    if (present.includes(value)) continue;
    throw auditErrors.error('OMBUD_E_NO_SUCH_VALUE', 'reference', {
      name,
      value,
      near: nearest(value, present),
      values: present.slice(0, 20),
    });
  }
}

/** A grouping that is misspelt would be judged as nothing, and nothing looks like few people. */
function checkGroupings({ assertions }: Policy, { groupNames }: Cells): void {
  for (const { audit, groupBy = [] } of assertions)
    for (const name of groupBy.flat())
      if (!groupNames.includes(name))
        throw auditErrors.error('OMBUD_E_BAD_POLICY', 'no-group', { audit, name, groups: groupNames });
}

/** Why decisions of a ledger are lost to the count; entries of other systems and of other kinds are no loss. */
const lost: ReadonlySet<string> = new Set(['erased', 'unreadable']);

/** Decisions that were recorded and are gone are part of who was there, and were not counted. */
function withLedger(coverage: Coverage, ledger: LedgerSource | undefined, spec: AuditSpec): Coverage {
  const leftOut = (ledger?.leftOut ?? []).map(({ reason, ranges }) => ({
    reason,
    rows: countRanges(ranges),
  }));
  const gone = leftOut.flatMap(({ reason, rows }) =>
    lost.has(reason) ? [{ reason: { code: reason, params: {} }, rows }] : [],
  );
  const apart = (asked: boolean, sort: string, others: string) => {
    const rows = leftOut.find(({ reason }) => reason === (asked ? others : sort))?.rows ?? 0;
    return asked || rows > 0 ? { audited: asked, leftOut: rows } : null;
  };
  const shadow = apart(spec.shadow === true, 'shadow', 'not-shadow');
  const people = apart(spec.people === true, 'by-person', 'by-system');
  const rows = coverage.rows + gone.reduce((sum, part) => sum + part.rows, 0);
  return {
    ...coverage,
    rows,
    excluded: [...coverage.excluded, ...gone],
    ...(shadow === null ? {} : { shadow }),
    ...(people === null ? {} : { people }),
  };
}

/** What of the recorded decisions is lost to the count. */
function lostOf({ rows, excluded }: Coverage): Lost {
  const count = (code: string) => excluded.find(({ reason }) => reason.code === code)?.rows ?? 0;
  return { erased: count('erased'), unreadable: count('unreadable'), of: rows };
}

/** What of a ledger the engine holds, and where a time was asked for, how much lies outside. */
interface RecordedSource {
  readonly ledger: LedgerSource;
  readonly times: WindowCounts | null;
}

/**
 * Audits what an engine holds: one question, then everything from the cells.
 * @param recourse what would change the decisions of those whom a model refused; see `AuditContext`
 * @returns the result, the same bytes for the same input but for `run`
 */
export async function auditEngine(
  source: Engine,
  spec: AuditSpec,
  started = new Date(),
  recorded?: RecordedSource,
  recourse: Cells | null = null,
): Promise<Result> {
  checkSettings(spec);
  const policy = policyOf(spec);
  const chosen = chooseAudits(spec, policy, recourse !== null);
  const ledger = recorded?.ledger;
  // What a ledger holds outside the time was not even taken out of it.
  const { engine, counts } = recorded
    ? { engine: source, counts: recorded.times }
    : await narrow(source, spec);
  const { cells, classes, roles, coverage: counted, people } = await gather(engine, spec);
  const coverage = withWindow(withLedger(counted, ledger, spec), spec, counts);
  if (policy.asksFavourable !== null && roles.favourable === null && roles.decision !== null)
    throw auditErrors.error('OMBUD_E_FAVOURABLE', 'not-declared', {
      asks: policy.asksFavourable,
      column: roles.decision.column,
      positive:
        'condition' in roles.decision
          ? [`${roles.decision.condition.operator} ${roles.decision.condition.value}`]
          : roles.decision.positive,
    });
  checkGroupings(policy, cells);
  if (spec.reference?.kind === 'named') checkReference(spec.reference.values, cells);
  const asked = groupings(cells.groupNames, spec.depth ?? 2);
  const available = availableRoles(roles, cells, spec, recourse);
  const runs = (role: Role) =>
    chosen.some((audit) => audit.needs.includes(role) && lacking(audit, available).length === 0);
  // No audit of numbers, periods or subgroups knows weights, and none repeated people: the engine is not asked for them in vain.
  const isPlain = cells.moments === null;
  // Somebody who stands in several rows is not drawn by themselves, as people with weights are.
  const isWeighted = !isPlain && roles.weight !== null && (people ?? counted.rows) === counted.rows;
  const asksNumbers = chosen.includes(numberGaps) && numbersOf(roles).length > 0;
  const aboutScores = chosen
    .filter((audit) => lacking(audit, available).length === 0)
    .reduce((sum, { claims = 0 }) => sum + claims, 0);
  const context: AuditContext = {
    level: spec.level ?? 0.95,
    seed: spec.seed ?? 1,
    sentenceAlpha: alphaOfSentences(policy.assertions.length) * leastShareBeside(asked, aboutScores),
    favourable: roles.favourable,
    reference: spec.reference ?? { kind: 'highest' },
    groupings: asked,
    population: spec.population ?? null,
    recourse,
    scores: runs('score')
      ? await (isWeighted ? gatherWeightedScores : gatherScores)(engine, spec, roles)
      : null,
    classes,
    numbers: !asksNumbers ? [] : isPlain ? await gatherNumbers(engine, spec, roles) : null,
    cube: isPlain && runs('search') ? await gatherCube(engine, spec, roles, searchDepth) : null,
    timed: isPlain && runs('time') ? await gatherTimed(engine, spec, roles) : null,
    datedScores: isPlain && runs('time') ? await gatherDatedScores(engine, spec, roles) : null,
    columns: {
      decision: roles.decision?.column ?? null,
      outcome: roles.outcome?.column ?? null,
      score: roles.score?.column ?? null,
    },
    period: roles.period ?? 'month',
    need: roles.need?.column ?? null,
  };
  const whole = chosen.flatMap((audit) => runAudit(audit, cells, context, available));
  const verdict = judge(whole, policy, lostOf(coverage), unvariedOf(roles, counted));
  const findings = whole.map(cutFinding);
  const columns = engine.columns.map(({ name }) => name);
  return {
    schema: 'ombud/result@2',
    system: spec.system ?? null,
    wording: spec.wording ?? {},
    source: {
      location: spec.source,
      ...(spec.explanation === undefined ? {} : { explanation: spec.explanation }),
      rows: coverage.rows,
      fingerprint: fingerprint(cells, context.scores),
      ...(ledger ? { ledger } : {}),
    },
    roles,
    coverage,
    notices: [
      ...noticesOf({ cells, roles, coverage: counted, people, columns, timed: context.timed }),
      ...cutNotices(findings),
    ],
    findings,
    claims: claimsOf({ findings, roles, verdict }),
    verdict,
    run: {
      version,
      seed: context.seed,
      started: started.toISOString(),
      elapsedMs: Date.now() - started.getTime(),
    },
  };
}

async function open(
  spec: AuditSpec,
  progress: Progress | undefined,
  input: Input | undefined,
): Promise<{ engine: Engine; recorded?: RecordedSource }> {
  if (parseLedgerLocation(spec.source) === null) {
    if (spec.atSize !== undefined) throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'at-no-ledger');
    if (spec.people !== undefined) throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'people-no-ledger');
    if (spec.shadow !== undefined) throw auditErrors.error('OMBUD_E_BAD_CONFIG', 'shadow-no-ledger');
    return { engine: await openSource(spec.source, { read: spec.read, progress, input }) };
  }
  // Loaded only here: an audit of files needs no database.
  const { openRecorded } = await import('@ombud/table/recorded');
  const { engine, ...recorded } = await openRecorded(spec, progress);
  return { engine, recorded };
}

/**
 * A ledger names the subject and the time of each decision: unless another column is named, a person with several is one
 * person, and who asks for a time need not say where it stands.
 */
function withRecorded(spec: AuditSpec): AuditSpec {
  if (parseLedgerLocation(spec.source) === null) return spec;
  const asksTime = spec.from !== undefined || spec.to !== undefined || spec.period !== undefined;
  return {
    ...spec,
    ...(spec.subject === undefined && spec.count === undefined ? { subject: 'subject' } : {}),
    ...(spec.time === undefined && asksTime ? { time: 'time' } : {}),
  };
}

/**
 * Audits files (delimited text, Parquet or JSON, one or a folder or a pattern of them) or what a ledger recorded.
 * @param input what comes in on standard input, for the source `-`
 * @example await audit({ source: 'decisions.csv', decision: { column: 'approved', positive: ['yes'] }, groups: [{ column: 'sex' }] })
 * @throws OmbudError with a code, one sentence and an exit code
 */
export async function audit(
  asked: AuditSpec,
  progress?: Progress,
  input?: Input,
  recourse: Cells | null = null,
): Promise<Result> {
  const started = new Date();
  const spec = withRecorded(asked);
  const { engine, recorded } = await open(spec, progress, input);
  try {
    return await auditEngine(engine, spec, started, recorded, recourse);
  } finally {
    await engine.close();
  }
}
