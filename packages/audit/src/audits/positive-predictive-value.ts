import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const positivePredictiveValue = defineRateAudit({
  id: 'positive-predictive-value',
  title: 'Positive predictive value',
  description: 'Of the people with the positive decision, the share whose outcome was positive.',
  needs: ['decision', 'outcome'],
  tags: ['eu-ai-act-15'],
  ...rates['positive-predictive-value'],
});
