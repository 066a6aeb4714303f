import { createHash } from 'node:crypto';
import type { AuditSpec, Finding, Result, Roles } from '@ombud/contract';
import { version } from '@ombud/kernel';
import type { Cells, Engine, Input, Progress } from '@ombud/table';
import {
  gather,
  gatherCube,
  gatherDatedScores,
  gatherNumbers,
  gatherScores,
  gatherTimed,
  narrow,
  numbersOf,
  openSource,
  parseLedgerLocation,
  withWindow,
} from '@ombud/table';
import { leastShareOfFurther } from './answer/chance.ts';
import { claimsOf } from './answer/claims.ts';
import type { Audit, AuditContext, Role } from './audits/audit.ts';
import { finding } from './audits/audit.ts';
import { numberGaps } from './audits/number-gaps.ts';
import { severalClasses } from './audits/several-classes.ts';
import { checkGroupings, checkReference, checkSettings } from './check-spec.ts';
import { chooseAudits, policyOf } from './choose-audits.ts';
import { countedBeside } from './counted-beside.ts';
import { cutFinding, cutNotices, mostListed } from './cut.ts';
import { auditErrors } from './errors.ts';
import { groupings } from './groupings.ts';
import { noticesOf } from './notices.ts';
import { alphaOfSentences } from './policy/budget.ts';
import { judge } from './policy/judge.ts';
import { notJudged } from './policy/policy.ts';
import { lostOf, type RecordedSource, withLedger, withRecorded } from './recorded-source.ts';
import { searchNotices } from './search-notices.ts';
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
function fingerprint(cells: Cells, context: AuditContext): string {
  const { moments, ...counted } = cells;
  const { scores } = context;
  const all = [counted, moments, ...(scores === null ? [] : [scores]), ...countedBeside(context)];
  return `sha256:${createHash('sha256').update(JSON.stringify(all)).digest('hex')}`;
}

/** A subgroup of the search is made of at most so many columns. */
const searchDepth = 3;

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
  // No audit of subgroups knows weights, and none of these repeated people: the engine is not asked for them in vain.
  const isPlain = cells.moments === null;
  // Somebody who stands in several rows is not drawn by themselves, as people with weights are.
  const weight = !isPlain && (people ?? counted.rows) === counted.rows ? roles.weight : null;
  const countable = isPlain || weight !== null;
  const asksNumbers = chosen.includes(numberGaps) && numbersOf(roles).length > 0;
  const aboutScores = chosen
    .filter((audit) => lacking(audit, available).length === 0)
    .reduce((sum, { claims = 0 }) => sum + claims, 0);
  const context: AuditContext = {
    level: spec.level ?? 0.95,
    seed: spec.seed ?? 1,
    sentenceAlpha: alphaOfSentences(policy.assertions.length) * leastShareOfFurther(asked, aboutScores),
    favourable: roles.favourable,
    reference: spec.reference ?? { kind: 'highest' },
    groupings: asked,
    population: spec.population ?? null,
    recourse,
    scores: runs('score') ? await gatherScores(engine, spec, roles, weight) : null,
    classes: chosen.includes(severalClasses) ? classes() : null,
    numbers: !asksNumbers ? [] : countable ? await gatherNumbers(engine, spec, roles, weight) : null,
    cube: isPlain && runs('search') ? await gatherCube(engine, spec, roles, searchDepth) : null,
    timed: countable && runs('time') ? await gatherTimed(engine, spec, roles, weight) : null,
    datedScores: countable && runs('time') ? await gatherDatedScores(engine, spec, roles, weight) : null,
    repeated: !countable,
    columns: {
      decision: roles.decision?.column ?? null,
      outcome: roles.outcome?.column ?? null,
      score: roles.score?.column ?? null,
    },
    period: roles.period ?? 'month',
    need: roles.need?.column ?? null,
  };
  const whole = chosen.flatMap((audit) => runAudit(audit, cells, context, available));
  const unvaried = unvariedOf(roles, counted);
  const verdict =
    policy.assertions.length === 0 ? notJudged(policy) : judge(whole, policy, lostOf(coverage), unvaried);
  const findings = whole.map((one) => (one.groups.length > mostListed ? cutFinding(one) : one));
  const columns = engine.columns.map(({ name }) => name);
  return {
    schema: 'ombud/result@2',
    system: spec.system ?? null,
    wording: spec.wording ?? {},
    source: {
      location: spec.source,
      ...(spec.explanation === undefined ? {} : { explanation: spec.explanation }),
      rows: coverage.rows,
      fingerprint: fingerprint(cells, context),
      ...(ledger ? { ledger } : {}),
    },
    roles,
    coverage,
    notices: [
      ...noticesOf({ cells, roles, coverage: counted, people, columns, timed: context.timed, unvaried }),
      ...(context.cube === null ? [] : searchNotices(findings)),
      ...cutNotices(findings.filter(({ all }) => all !== undefined)),
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
