/** How reviewers agree, and how often each overturns: audits of the reviewers themselves, with intervals. */

import { type MatterOf, outcomes } from '@ombud/contest';
import { byCode } from '@ombud/kernel';
import type { Statements } from '../state/state.ts';
import { type Rate, rateOf } from './rate.ts';
import { contest } from './tables.ts';

/** What is known of the reviewers of a system. */
export interface ReviewerFigures {
  /** Reviews that were read again, and with which the second reader agreed. */
  readonly agreement: Rate;
  /** Reviews that were drawn to be read again, of those that were signed. */
  readonly drawn: Rate;
  readonly overturnsByReviewer: readonly { readonly reviewer: string; readonly rate: Rate }[];
}

/**
 * Agreement and overturn rates of reviewers.
 * @example const { agreement } = await reviewerFigures(state, 'benefits', 0.95);
 */
export async function reviewerFigures(
  state: Statements,
  system: string,
  level: number,
): Promise<ReviewerFigures> {
  const rows = await state
    .of(contest)
    .selectFrom('contest_matters')
    .innerJoin('contest_cases', 'contest_cases.id', 'contest_matters.case_id')
    .select('contest_matters.data')
    .where('contest_cases.system', '=', system)
    .where('contest_matters.machine', '=', 'review')
    .where('contest_matters.state', 'in', ['signed', 'reread', 'closed'])
    .execute();
  const reviews = rows.map(({ data }) => JSON.parse(data) as MatterOf<'review'>['data']);
  const rate = (events: number, n: number): Rate => rateOf(events, n, level);
  const reread = reviews.filter(({ agreed }) => agreed !== null);
  const byReviewer = Map.groupBy(reviews, ({ reviewer }) => reviewer ?? '');
  return {
    drawn: rate(reviews.filter(({ drawn }) => drawn === true).length, reviews.length),
    agreement: rate(reread.filter(({ agreed }) => agreed === true).length, reread.length),
    overturnsByReviewer: [...byReviewer.entries()]
      .sort(([a], [b]) => byCode(a, b))
      .map(([reviewer, own]) => ({
        reviewer,
        rate: rate(
          own.filter(({ outcome }) => outcome !== null && outcomes[outcome].overturned).length,
          own.length,
        ),
      })),
  };
}
