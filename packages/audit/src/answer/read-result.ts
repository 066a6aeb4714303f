import type {
  AssertionResult,
  BinaryRole,
  Coverage,
  Details,
  Finding,
  Reason,
  Result,
  StrataDetails,
  StratifiedPair,
} from '@ombud/contract';
import { parseCondition } from '@ombud/contract/roles';
import { type EvidenceOptions, withEvidence } from '../audits/strata-evidence.ts';
import { alphaOfSentences } from '../policy/budget.ts';
import { leastShareOfFurther } from './chance.ts';
import { claimsOf } from './claims.ts';
import { resultErrors } from './errors.ts';
import { withoutLater } from './later-kinds.ts';

/** What differs in `ombud/result@1`: it has finished sentences, and no claims. */
interface OldFinding extends Omit<Finding, 'reason' | 'details'> {
  readonly stratum: unknown;
  readonly reason: { readonly code: string; readonly text: string } | null;
  readonly details: OldDetails | null;
}

/** The kinds of details that have sentences there; the others are as they were. */
type OldDetails =
  | (Omit<StrataDetails, 'pairs'> & {
      readonly pairs: readonly (Omit<StratifiedPair, 'evidence'> & { readonly reversed: boolean })[];
      readonly warning: string | null;
    })
  | (Omit<Extract<Details, { kind: 'll144' }>, 'categories'> & {
      readonly categories: readonly (Omit<
        Extract<Details, { kind: 'll144' }>['categories'][number],
        'leftOut'
      > & {
        readonly leftOut: string | null;
      })[];
    })
  | Extract<Details, { kind: 'identity' | 'shares' }>;

type NewInAssertion =
  | 'rate'
  | 'reference'
  | 'rates'
  | 'reason'
  | 'peopleNeeded'
  | 'pairs'
  | 'failing'
  | 'covers'
  | 'notes';
type OldAssertion = Omit<AssertionResult, NewInAssertion> & { readonly message: string };

interface OldResult extends Omit<Result, 'schema' | 'findings' | 'claims' | 'verdict' | 'coverage'> {
  readonly coverage: Omit<Coverage, 'excluded'> & {
    readonly excluded: readonly { readonly reason: string; readonly rows: number }[];
  };
  readonly findings: readonly OldFinding[];
  readonly verdict: Pick<Result['verdict'], 'state'> & { readonly assertions: readonly OldAssertion[] };
}

/** A finished sentence of an older result: it is shown as it was written. */
const written = (text: string): Reason => ({ code: 'text', params: { text } });

/** How surely sentences must be known, and the seed of what is drawn. */
type Asked = Omit<EvidenceOptions, 'groups'>;

function newDetails(details: OldDetails | null, groups: number, asked: Asked): Details | null {
  switch (details?.kind) {
    case 'strata': {
      // What the first version said of a reversal had no evidence behind it: it is asked again, of the same counts.
      const { warning: _, pairs, ...rest } = details;
      const bare = pairs.map(({ reversed: __, ...pair }) => ({ ...pair, evidence: null }));
      return { ...rest, pairs: withEvidence(bare, rest.strata, { ...asked, groups }) };
    }
    case 'll144':
      return {
        ...details,
        categories: details.categories.map(({ leftOut, ...category }) => ({
          ...category,
          leftOut: leftOut === null ? null : written(leftOut),
        })),
      };
    case 'identity':
    case 'shares':
      return details;
    default:
      return null;
  }
}

function newFinding({ stratum: _, reason, details, ...rest }: OldFinding, asked: Asked): Finding {
  return {
    ...rest,
    reason: reason && { code: 'text', params: { text: reason.text, code: reason.code } },
    details: newDetails(details, rest.groups.filter(({ n }) => n > 0).length, asked),
    unplaced: 0,
  };
}

const newAssertion = ({ message, ...rest }: OldAssertion): AssertionResult => ({
  ...rest,
  rate: rest.audit,
  reference: null,
  rates: null,
  reason: written(message),
  peopleNeeded: null,
  pairs: null,
  failing: [],
  covers: { people: 0, of: 0, smallGroups: 0, notJudged: [] },
  notes: [],
});

/** The first version held a condition on a number as its text, among the values. */
function newRole(role: BinaryRole | null): BinaryRole | null {
  if (role === null || 'condition' in role) return role;
  const condition = role.positive.length === 1 ? parseCondition(role.positive[0] ?? '') : null;
  return condition ? { column: role.column, condition } : role;
}

/** `ombud/result@1` as `@2`. Its sentences stay as they were written; its claims are made from its numbers. */
function upgrade(old: OldResult): Result {
  const { schema: _, ...rest } = old as OldResult & { readonly schema: string };
  const asked: Asked = {
    alpha:
      alphaOfSentences(old.verdict.assertions.length) *
      leastShareOfFurther(old.findings.map(({ groupBy }) => groupBy)),
    seed: old.run.seed,
  };
  const findings = old.findings.map((finding) => newFinding(finding, asked));
  const verdict: Result['verdict'] = {
    state: old.verdict.state,
    assertions: old.verdict.assertions.map(newAssertion),
    // The first version passed over what was missing.
    whenCannotTell: 'warn',
    missing: 'ignore',
  };
  return {
    ...rest,
    schema: 'ombud/result@2',
    roles: { ...old.roles, decision: newRole(old.roles.decision), outcome: newRole(old.roles.outcome) },
    coverage: {
      ...old.coverage,
      excluded: old.coverage.excluded.map(({ reason, rows }) => ({ reason: written(reason), rows })),
    },
    findings,
    claims: claimsOf({ findings, roles: old.roles, verdict }),
    verdict,
  };
}

/** Whether something is a result of this version or an older one, by what it says of itself. */
export const isResult = (json: unknown): json is Result =>
  ['ombud/result@1', 'ombud/result@2'].includes(
    String((json as { readonly schema?: unknown } | null | undefined)?.schema),
  );

/**
 * Reads a result that this version or an older one wrote.
 * @param json the parsed JSON of a `result.json`
 * @returns the result in the current form, `ombud/result@2`
 * @throws OmbudError `OMBUD_E_BAD_RESULT` when it is no result, or of a version that is not known
 */
export function readResult(json: unknown): Result {
  const schema = (json as { readonly schema?: unknown } | null)?.schema;
  switch (schema) {
    case 'ombud/result@2':
      return withoutLater(json as Result);
    case 'ombud/result@1':
      return upgrade(json as OldResult);
    default:
      throw resultErrors.error('OMBUD_E_BAD_RESULT', 'not-a-result', {
        schema: typeof schema === 'string' ? schema : '?',
      });
  }
}
