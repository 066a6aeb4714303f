import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const falsePositiveRate = defineRateAudit({
  id: 'false-positive-rate',
  title: 'False-positive rate',
  description:
    'Of the people whose outcome was negative, the share who got the positive decision all the same.',
  needs: ['decision', 'outcome'],
  tags: ['eu-ai-act-15'],
  ...rates['false-positive-rate'],
});
