import { defineAudit } from './audit.ts';
import { rateFinding } from './rate-finding.ts';
import { rates } from './rates.ts';

const parts = ['true-positive-rate', 'false-positive-rate'] as const;

/** Hardt, Price and Srebro 2016: equal true-positive and equal false-positive rates, judged together. */
export const equalizedOdds = defineAudit({
  id: 'equalized-odds',
  title: 'Equalized odds',
  description:
    'Whether the true-positive and the false-positive rate are both the same in all groups, judged together.',
  needs: ['decision', 'outcome', 'groups'],
  measures: ['difference'],
  tags: ['eu-ai-act-15'],
  run: (cells, context) =>
    context.groupings.flatMap((groupBy) =>
      parts.map((measure) =>
        rateFinding(cells, groupBy, context, {
          audit: 'equalized-odds',
          measure,
          rate: rates[measure],
          measures: ['difference'],
          // Two rates are judged at once, so each gets half of the error that is allowed (Bonferroni).
          comparisonLevel: 1 - (1 - context.level) / parts.length,
        }),
      ),
    ),
});
