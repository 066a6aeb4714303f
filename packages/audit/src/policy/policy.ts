import type { Assertion, PolicySpec } from '@ombud/contract';
import { nearest } from '@ombud/kernel';
import { OmbudError } from '@ombud/table';
import { audits } from '../audits/index.ts';
import { packs } from './packs.ts';

/** A policy with its packs unfolded. */
export interface Policy {
  readonly assertions: readonly Assertion[];
  /** Audits that a pack asks for. */
  readonly audits: readonly string[];
  readonly whenCannotTell: 'warn' | 'error';
}

function findPack(reference: string) {
  const [id = '', judge] = reference.split(':') as [string?, string?];
  const pack = packs.find((known) => known.id === id);
  if (!pack) {
    const ids = packs.map((known) => known.id);
    const near = nearest(id, ids);
    throw new OmbudError('OMBUD_E_BAD_POLICY', `There is no rule pack "${id}".`, {
      todo: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `The packs are: ${ids.join(', ')}.`,
    });
  }
  if (judge !== undefined && judge !== 'point' && judge !== 'interval') {
    throw new OmbudError('OMBUD_E_BAD_POLICY', `The rule pack "${id}" cannot be judged by "${judge}".`, {
      todo: 'Write :point or :interval, or nothing.',
    });
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
    const near = nearest(
      assertion.audit,
      audits.map(({ id }) => id),
    );
    throw new OmbudError(
      'OMBUD_E_BAD_POLICY',
      `The policy asserts on "${assertion.audit}", which is no audit.`,
      near.length > 0 ? { todo: `Did you mean ${near.join(' or ')}?` } : {},
    );
  }
  const used = Object.entries(limits).filter(
    ([limit]) => assertion[limit as keyof typeof limits] !== undefined,
  );
  if (used.length === 0)
    throw new OmbudError('OMBUD_E_BAD_POLICY', `The assertion on "${assertion.audit}" sets no limit.`, {
      todo: 'Set minRatio, maxRatio, maxDifference, minValue or maxValue.',
    });
  for (const [limit, measure] of used) {
    if (!audit.measures.includes(measure)) {
      throw new OmbudError(
        'OMBUD_E_BAD_POLICY',
        `The audit "${assertion.audit}" measures no ${measure}, so ${limit} cannot be asserted.`,
        { todo: `It measures: ${audit.measures.join(', ') || 'nothing that a limit fits'}.` },
      );
    }
    const value = assertion[limit as keyof typeof limits];
    if (value === undefined || !Number.isFinite(value) || value < 0)
      throw new OmbudError(
        'OMBUD_E_BAD_POLICY',
        `${limit} of "${assertion.audit}" is not a number of at least 0.`,
      );
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
  return { assertions, audits: used.flatMap(({ pack }) => pack.audits), whenCannotTell: spec.whenCannotTell };
}
