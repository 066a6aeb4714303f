import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const negativePredictiveValue = defineRateAudit({
  id: 'negative-predictive-value',
  title: 'Negative predictive value',
  description: 'Of the people with the negative decision, the share whose outcome was negative.',
  needs: ['decision', 'outcome'],
  tags: ['eu-ai-act-15'],
  ...rates['negative-predictive-value'],
});
