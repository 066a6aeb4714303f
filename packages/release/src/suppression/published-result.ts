import type {
  AssertionResult,
  Coverage,
  FailingPair,
  Finding,
  Reason,
  Reference,
  ReleaseNote,
  Result,
} from '@ombud/contract';
import { type Group, sameGroup } from '@ombud/kernel';

/** Whether a group of a finding may be published. */
export type Keeps = (finding: Finding, group: Group) => boolean;

/** People in a count of coverage below which it is left out; 0 tells of nobody. */
const tellable = (rows: number, least: number): boolean => rows === 0 || rows >= least;

function publishedFinding(finding: Finding, keeps: Keeps): Finding {
  const isPublished = (group: Reference): boolean => typeof group !== 'string' && keeps(finding, group);
  const groups = finding.groups.filter(({ group }) => keeps(finding, group));
  const whole = groups.length === finding.groups.length;
  const { unplacedEvents: _, missingByDecision: __, all: ___, ...told } = finding;
  return {
    ...told,
    groups: groups.map(({ unknown: ____, ...group }) => group),
    comparisons: finding.comparisons.filter(
      ({ group, reference }) =>
        isPublished(group) && (isPublished(reference) || (whole && typeof reference === 'string')),
    ),
    heterogeneity: whole ? finding.heterogeneity : null,
    // Details hold finer counts than the gate judges; the exact result, which is committed to, has them.
    details: null,
    unplaced: null,
  };
}

/** How the values were read has a count of everybody by decision, of one release and the next: nobody judged it. */
function publishedCoverage({ read: _, ...coverage }: Coverage, least: number): Coverage {
  return {
    ...coverage,
    excluded: coverage.excluded.filter(({ rows }) => tellable(rows, least)),
    missing: coverage.missing
      .filter(({ rows }) => tellable(rows, least))
      .map(({ column, rows }) => ({ column, rows })),
  };
}

/** What a notice may say of columns; values may be those of one person, and people are counted elsewhere. */
const ofColumns: ReadonlySet<string> = new Set(['column', 'other', 'decision', 'outcome']);

const publishedNotices = (notices: readonly Reason[] = []): readonly Reason[] =>
  notices.filter(({ params }) => Object.keys(params).every((name) => ofColumns.has(name)));

/** A reason that names fewer people than may be told keeps its code alone. */
function publishedReason(reason: Reason, least: number): Reason {
  const small = Object.values(reason.params).some(
    (value) => typeof value === 'number' && Number.isInteger(value) && !tellable(value, least),
  );
  return small ? { code: 'withheld', params: { code: reason.code } } : reason;
}

function publishedAssertion(
  assertion: AssertionResult,
  findings: readonly Finding[],
  keeps: Keeps,
  least: number,
): AssertionResult {
  const finding = findings.find(
    ({ audit, measure, groupBy }) =>
      audit === assertion.audit &&
      measure === assertion.rate &&
      groupBy.join('\n') === assertion.groupBy.join('\n'),
  );
  const isPublished = (group: Reference | null): boolean =>
    group === null || (typeof group !== 'string' && finding !== undefined && keeps(finding, group));
  const told = isPublished(assertion.group) && isPublished(assertion.reference);
  const areTold = ({ group, reference }: Pick<FailingPair, 'group' | 'reference'>) =>
    isPublished(group) && isPublished(reference);
  return {
    ...assertion,
    ...(told
      ? {}
      : { group: null, reference: null, actual: null, interval: null, rates: null, peopleNeeded: null }),
    failing: assertion.failing.filter(areTold),
    ...(assertion.worse === undefined ? {} : { worse: assertion.worse.filter(areTold) }),
    covers: { ...assertion.covers, people: 0, of: 0, notJudged: [] },
    pairs: null,
    reason: assertion.reason && publishedReason(assertion.reason, least),
    notes: assertion.notes.map((note) => publishedReason(note, least)),
  };
}

function publishedVerdict({ verdict, findings }: Result, keeps: Keeps, least: number): Result['verdict'] {
  const assertions = verdict.assertions.map((assertion) =>
    publishedAssertion(assertion, findings, keeps, least),
  );
  return { ...verdict, assertions };
}

/**
 * The result as it may be published: only what the gate lets through, and what follows from that. The state of each rule
 * stays, since it tells less than any count.
 *
 * @param keeps what the gate decided of each group of each finding
 * @param note what was withheld, and the commitment to the exact result
 * @returns the result without its claims, which the caller makes anew from what is left
 */
export function publishedResult(exact: Result, keeps: Keeps, note: ReleaseNote): Result {
  const { minimumCell } = note;
  return {
    ...exact,
    source: { ...exact.source, fingerprint: `committed:${note.commitment}` },
    coverage: publishedCoverage(exact.coverage, minimumCell),
    notices: publishedNotices(exact.notices),
    findings: exact.findings.map((finding) => publishedFinding(finding, keeps)),
    claims: [],
    verdict: publishedVerdict(exact, keeps, minimumCell),
    release: note,
  };
}

/** Keeps exactly what another published result kept: to run an audit again and compare. */
export const keptIn =
  (published: Result): Keeps =>
  (finding, group) =>
    published.findings.some(
      ({ audit, measure, groupBy, groups }) =>
        audit === finding.audit &&
        measure === finding.measure &&
        groupBy.join('\n') === finding.groupBy.join('\n') &&
        groups.some((one) => sameGroup(one.group, group)),
    );
