import { defineRateAudit } from './rate-finding.ts';
import { rates } from './rates.ts';

export const falseOmissionRate = defineRateAudit({
  id: 'false-omission-rate',
  title: 'False-omission rate',
  description: 'Of the people with the negative decision, the share whose outcome was positive.',
  needs: ['decision', 'outcome'],
  tags: ['eu-ai-act-15'],
  ...rates['false-omission-rate'],
});
