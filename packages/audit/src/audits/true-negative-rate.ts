import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const trueNegativeRate = defineRateAudit({
  id: 'true-negative-rate',
  title: 'True-negative rate',
  description: 'Of the people whose outcome was negative, the share who got the negative decision.',
  needs: ['decision', 'outcome'],
  tags: ['eu-ai-act-15'],
  ...rates['true-negative-rate'],
});
