import { defineAudit, finding } from './audit.ts';
import { rateFinding } from './rate-finding.ts';
import { favourableRate } from './rates.ts';

/** About the favourable decision, whichever of the two it is; selection-rate is about the positive one. */
export const adverseImpact = defineAudit({
  id: 'adverse-impact',
  title: 'Adverse impact',
  description:
    'How the rate of the favourable decision in each group compares with the group that gets it most.',
  needs: ['decision', 'groups'],
  measures: ['ratio', 'difference', 'value'],
  tags: ['us-eeoc-four-fifths', 'nyc-ll144', 'eu-ai-act-10'],
  run: (cells, context) => {
    if (context.favourable === null)
      return [
        finding('adverse-impact', [], {
          state: 'not-applicable',
          reason: { code: 'favourable-not-declared', params: {} },
        }),
      ];
    const rate = favourableRate(context.favourable);
    return context.groupings.map((groupBy) =>
      rateFinding(cells, groupBy, context, {
        audit: 'adverse-impact',
        rate,
        measures: ['ratio', 'difference'],
      }),
    );
  },
});
