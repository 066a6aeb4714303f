import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const truePositiveRate = defineRateAudit({
  id: 'true-positive-rate',
  title: 'True-positive rate',
  description: 'Of the people whose outcome was positive, the share who got the positive decision.',
  needs: ['decision', 'outcome'],
  tags: ['eu-ai-act-15'],
  ...rates['true-positive-rate'],
});
