import type { Assertion, MissingRule, PolicySpec, Verdict } from '@ombud/contract';
import { nearest } from '@ombud/kernel';
import { audits } from '../audits/index.ts';
import { auditErrors } from '../errors.ts';
import { packs } from './packs.ts';

/** A policy with its packs unfolded. */
export interface Policy {
  readonly assertions: readonly Assertion[];
  /** Audits that a pack asks for. */
  readonly audits: readonly string[];
  /** The first pack or audit that asks which decision is good for the person; null where none does. */
  readonly asksFavourable: string | null;
  readonly whenCannotTell: 'warn' | 'error';
  readonly uncoveredShare: number;
  readonly missing: MissingRule;
  /** Greatest share of recorded decisions that cannot be read beside a pass. */
  readonly unreadableShare: number;
}

/** Share of people beside a pass that a policy allows where it says nothing. */
const defaultUncovered = 0.05;

/** What a policy is where it asks for nothing. */
export const noPolicy: Policy = {
  assertions: [],
  audits: [],
  asksFavourable: null,
  whenCannotTell: 'error',
  uncoveredShare: defaultUncovered,
  missing: 'differential',
  unreadableShare: 0,
};

/** Without a limit nothing is judged. */
export const notJudged = ({ whenCannotTell, missing }: Policy): Verdict => ({
  state: 'cannot-tell',
  assertions: [],
  whenCannotTell,
  missing,
});

function findPack(reference: string) {
  const [id = '', judge] = reference.split(':') as [string?, string?];
  const pack = packs.find((known) => known.id === id);
  if (!pack) {
    const ids = packs.map((known) => known.id);
    throw auditErrors.error('OMBUD_E_BAD_POLICY', 'no-pack', {
      pack: id,
      near: nearest(id, ids),
      packs: ids,
    });
  }
  if (judge !== undefined && judge !== 'point' && judge !== 'interval') {
    throw auditErrors.error('OMBUD_E_BAD_POLICY', 'pack-judge', { pack: id, judge });
  }
  return { pack, judge } as const;
}

const limits = {
  minRatio: 'ratio',
  maxRatio: 'ratio',
  maxDifference: 'difference',
  minValue: 'value',
  maxValue: 'value',
} as const;

/** Refuses an assertion on an audit that is not there, or on something that the audit does not measure. */
function check(assertion: Assertion): void {
  const audit = audits.find(({ id }) => id === assertion.audit);
  if (!audit) {
    const known = audits.map(({ id }) => id);
    throw auditErrors.error('OMBUD_E_BAD_POLICY', 'no-audit', {
      audit: assertion.audit,
      near: nearest(assertion.audit, known),
      audits: known,
    });
  }
  const used = Object.entries(limits).filter(
    ([limit]) => assertion[limit as keyof typeof limits] !== undefined,
  );
  if (used.length === 0)
    throw auditErrors.error('OMBUD_E_BAD_POLICY', 'no-limit', { audit: assertion.audit });
  for (const [limit, measure] of used) {
    if (!audit.measures.includes(measure)) {
      throw auditErrors.error('OMBUD_E_BAD_POLICY', 'not-measured', {
        audit: assertion.audit,
        measure,
        limit,
        measures: audit.measures,
      });
    }
    const value = assertion[limit as keyof typeof limits];
    if (value === undefined || !Number.isFinite(value) || value < 0)
      throw auditErrors.error('OMBUD_E_BAD_POLICY', 'limit', { audit: assertion.audit, limit });
    const isRatio = measure === 'ratio';
    const isBeyond = measure === 'difference' ? value >= 1 : value > 1;
    if (isRatio ? value === 0 : isBeyond)
      throw auditErrors.error('OMBUD_E_BAD_POLICY', isRatio ? 'ratio-of-0' : 'beyond-1', {
        audit: assertion.audit,
        limit,
      });
  }
}

/**
 * Unfolds packs and checks every assertion.
 * @throws OmbudError `OMBUD_E_BAD_POLICY`
 */
export function expandPolicy(spec: PolicySpec): Policy {
  const used = spec.use.map(findPack);
  const fromPacks = used.flatMap(({ pack, judge }) =>
    pack.assertions.map(
      (assertion): Assertion => ({
        ...assertion,
        judge: judge ?? assertion.judge,
        source: `${pack.id}@${pack.version}`,
      }),
    ),
  );
  const assertions = [...fromPacks, ...spec.assertions];
  for (const assertion of assertions) check(assertion);
  return {
    assertions,
    audits: used.flatMap(({ pack }) => pack.audits),
    asksFavourable:
      used.find(({ pack }) => pack.needsFavourable)?.pack.id ??
      assertions.find(({ audit }) => audit === 'adverse-impact')?.audit ??
      null,
    whenCannotTell: spec.whenCannotTell,
    uncoveredShare: spec.uncoveredShare ?? defaultUncovered,
    missing: spec.missing ?? 'differential',
    unreadableShare: spec.unreadableShare ?? 0,
  };
}
