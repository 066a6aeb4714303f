import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const falseNegativeRate = defineRateAudit({
  id: 'false-negative-rate',
  title: 'False-negative rate',
  description:
    'Of the people whose outcome was positive, the share who got the negative decision all the same.',
  needs: ['decision', 'outcome'],
  tags: ['eu-ai-act-15'],
  ...rates['false-negative-rate'],
});
