/** What of a breaker's rule could never open it, found before it is declared: nobody finds out afterwards. */
import type { BreakerRule, Config } from '@ombud/contract';
import { nearest } from '@ombud/kernel';
import { appErrors } from '../errors.ts';

/** The evidence of a detector is a number that grows with the decisions; beyond this it does not come in any lifetime. */
const mostBlocks = 1e12;

/** Whether the declaration says which decision is the positive one: without that no decision moves a detector. */
function saysPositive({ data }: Config): boolean {
  const decision = data?.decision;
  return (
    decision !== undefined &&
    ('condition' in decision || ('positive' in decision && decision.positive !== undefined))
  );
}

function requireColumns(groups: readonly string[], { ratios }: BreakerRule): void {
  for (const { column, watched, reference } of ratios) {
    if (!groups.includes(column))
      throw appErrors.error('OMBUD_E_BREAKER_RULE', 'no-group', {
        column,
        near: nearest(column, groups),
        groups,
      });
    if (watched === reference) throw appErrors.error('OMBUD_E_BREAKER_RULE', 'itself', { column, watched });
  }
}

/**
 * Refuses a rule that could never open its breaker.
 * @throws OmbudError `OMBUD_E_BREAKER_RULE`
 */
export function requireRuleThatOpens(config: Config): void {
  const { breaker, data } = config;
  if (breaker === undefined) return;
  const { ratios, overturned, blocks } = breaker;
  for (const c of [blocks, overturned?.blocks ?? 0])
    if (c > mostBlocks)
      throw appErrors.error('OMBUD_E_BREAKER_RULE', 'blocks', { blocks: c, most: mostBlocks });
  if (ratios.length === 0) return;
  if (!saysPositive(config)) throw appErrors.error('OMBUD_E_BREAKER_RULE', 'no-positive');
  if (data?.groups !== undefined)
    requireColumns(
      data.groups.map(({ column }) => column),
      breaker,
    );
}
